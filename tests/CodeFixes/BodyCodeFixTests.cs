using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Plumbline.CodeFixes.Bodies;

namespace Plumbline.CodeFixes.Tests;

/// <summary>Fixes inside literals of every kind: the source afterwards compiles, says what was meant, and has a diagnostic less.</summary>
public sealed class BodyCodeFixTests
{
    private const string Q3 = "\"\"\"";

    // A short body of a bundled request, and one fault in it.
    public static TheoryData<string, string, string> Fixes() => new()
    {
        // The kinds of literals.
        {
            """ "{\"display_name\":\"a\",\"metadata_schema_url\":\"gs://b/c\"}" """,
            "Rename to \"metadata_schema_uri\"",
            """ "{\"display_name\":\"a\",\"metadata_schema_uri\":\"gs://b/c\"}" """
        },
        {
            """ @"{""display_name"":""a"",""metadata_schema_uri:"":""gs://b/c""}" """,
            "Rename to \"metadata_schema_uri\"",
            """ @"{""display_name"":""a"",""metadata_schema_uri"":""gs://b/c""}" """
        },
        {
            $"{Q3}{{\"display_name\":\"a\",\"metadata_schema_uri:\":\"gs://b/c\"}}{Q3}",
            "Rename to \"metadata_schema_uri\"",
            $"{Q3}{{\"display_name\":\"a\",\"metadata_schema_uri\":\"gs://b/c\"}}{Q3}"
        },
        {
            $"{Q3}{{\"display_name\":\"a\" \"metadata_schema_uri\":\"gs://b/c\"}}{Q3}u8",
            "Insert \",\"",
            $"{Q3}{{\"display_name\":\"a\", \"metadata_schema_uri\":\"gs://b/c\"}}{Q3}u8"
        },
        {
            """ $"{{\"display_name\":\"{x}\",\"metadata_schema_url\":\"gs://{x}\"}}" """,
            "Rename to \"metadata_schema_uri\"",
            """ $"{{\"display_name\":\"{x}\",\"metadata_schema_uri\":\"gs://{x}\"}}" """
        },
        {
            """ "{\"display_name\":\"a\"," + "\"metadata_schema_url\":\"gs://" + x + "\"}" """,
            "Rename to \"metadata_schema_uri\"",
            """ "{\"display_name\":\"a\"," + "\"metadata_schema_uri\":\"gs://" + x + "\"}" """
        },
        {
            $"$${Q3}\n        {{\n          \"display_name\": \"{{{{x}}}}\",\n          \"metadata_schema_uri\": \"gs://b/c\"\n        {Q3}",
            "Insert \"}\"",
            $"$${Q3}\n        {{\n          \"display_name\": \"{{{{x}}}}\",\n          \"metadata_schema_uri\": \"gs://b/c\"\n        }}\n        {Q3}"
        },

        // What a fix does, told by more than names.
        {
            """ "{\"display_name\":a,\"metadata_schema_uri\":\"gs://b/c\"}" """,
            "Put in double quotes",
            """ "{\"display_name\":\"a\",\"metadata_schema_uri\":\"gs://b/c\"}" """
        },
        {
            """ "{\"display_name\":7,\"metadata_schema_uri\":\"gs://b/c\"}" """,
            "Put in double quotes",
            """ "{\"display_name\":\"7\",\"metadata_schema_uri\":\"gs://b/c\"}" """
        },
        {
            """ "{\"display_name\":\"a\",\"metadata_schema_uri\":\"gs://b/c\",}" """,
            "Remove the comma",
            """ "{\"display_name\":\"a\",\"metadata_schema_uri\":\"gs://b/c\"}" """
        },
        {
            """ "{'display_name':\"a\",\"metadata_schema_uri\":\"gs://b/c\"}" """,
            "Use double quotes",
            """ "{\"display_name\":\"a\",\"metadata_schema_uri\":\"gs://b/c\"}" """
        },
        {
            """ "{\"display_name\":\"a\",\"labels\":{},\"metadata_schema_uri\":\"gs://b/c\"}" """,
            "Remove \"labels\"",
            """ "{\"display_name\":\"a\",\"metadata_schema_uri\":\"gs://b/c\"}" """
        },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task A_fix_mends_the_literal_as_its_kind_writes_text(string literal, string title, string expected)
    {
        Workbench bench = Workbench.Open(Code(literal));
        Diagnostic diagnostic = Assert.Single(await bench.Diagnostics());
        CodeAction action = Assert.Single(await bench.FixesOf(diagnostic, new BodyCodeFix()), action => action.Title == title);
        Workbench mended = await bench.Apply(action);
        Assert.Equal(Code(expected), await mended.Text());
        Assert.Empty(await mended.Diagnostics());
    }

    [Fact]
    public async Task Fix_all_does_one_kind_of_repair_in_every_literal_of_the_file()
    {
        const string wrong = """ "{\"display_name:\":\"a\",\"metadata_schema_url\":\"gs://b/c\",\"labels\":1}" """;
        const string right = """ "{\"display_name\":\"a\",\"metadata_schema_uri\":\"gs://b/c\",\"labels\":1}" """;
        Workbench bench = Workbench.Open(Code(wrong, wrong));
        Workbench mended = await bench.FixAll("PLB4011", "RenameMember", new BodyCodeFix());
        Assert.Equal(Code(right, right), await mended.Text());
        Assert.Equal(["PLB4011", "PLB4011"], (await mended.Diagnostics()).Select(diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData(""" "{\"display_name\":\"PROJECT_ID\",\"metadata_schema_uri\":\"gs://b/c\"}" """)]
    [InlineData(""" "{\"display_name\":\"\",\"metadata_schema_uri\":\"gs://b/c\"}" """)]
    [InlineData(""" "{\"metadata_schema_uri\":\"gs://b/c\"}" """)]
    public async Task Where_nothing_is_known_to_help_nothing_is_offered(string literal)
    {
        Workbench bench = Workbench.Open(Code(literal));
        Assert.Empty(await bench.FixesOf(Assert.Single(await bench.Diagnostics()), new BodyCodeFix()));
    }

    [Theory]
    [InlineData("us-centra1", "us-centra1", "PLB4063")]
    [InlineData("us-central1", "europe-west4", "PLB4061")]
    public async Task The_region_of_a_url_is_mended(string host, string path, string rule)
    {
        Workbench bench = Workbench.Open(Url(host, path));
        foreach (Diagnostic diagnostic in (await bench.Diagnostics()).Reverse())
        {
            Assert.Equal(rule, diagnostic.Id);
            bench = await bench.Apply(Assert.Single(await bench.FixesOf(diagnostic, new UrlCodeFix())));
        }

        Assert.Equal(Url("us-central1", "us-central1"), await bench.Text());
        Assert.Empty(await bench.Diagnostics());
    }

    private static string Url(string host, string path) =>
        $"class C {{ string U = \"https://{host}-aiplatform.googleapis.com/v1/projects/p/locations/{path}/pipelineJobs\"; }}";

    private static string Code(params string[] literals) => Code("vertex/create-dataset", literals);

    private static string Code(string schema, string[] literals)
    {
        IEnumerable<string> fields = literals.Select((literal, i) =>
            $"    {TypeOf(literal)} F{i}(string x) => // lang=json schema={schema}\n        {literal.Trim()};");
        return $"class C\n{{\n{string.Join('\n', fields)}\n}}\n";
    }

    private static string TypeOf(string literal) => literal.EndsWith("u8", StringComparison.Ordinal) ? "System.ReadOnlySpan<byte>" : "string";
}
