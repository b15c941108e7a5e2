using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Plumbline.CodeFixes.Records;
using Plumbline.Testing;

namespace Plumbline.CodeFixes.Tests;

/// <summary>Literals that become generated records: what comes out compiles, and writes the same JSON.</summary>
public sealed class RecordCodeFixTests
{
    private const string Q3 = "\"\"\"";
    private const string Dataset = "{ \"display_name\": \"a \\\"b\\\" \\\\ é\", \"metadata_schema_uri\": \"gs://b/c\" }";

    public static TheoryData<string, string> Requests()
    {
        var bodies = new TheoryData<string, string>();
        foreach (string path in Directory.EnumerateFiles(Repository.PathOf("samples", "requests"), "*.json").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            bodies.Add(string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Request", File.ReadAllText(path));
        }

        return bodies;
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_sample_request_becomes_its_record(string type, string body)
    {
        Workbench bench = Workbench.Open(RecordRun.Code($"public static byte[] Body() => {type}.Parse({Q3}\n{body.TrimEnd()}\n{Q3}u8).ToUtf8Json();"));
        Diagnostic diagnostic = Assert.Single(await bench.Diagnostics());
        CodeAction action = Assert.Single(await bench.FixesOf(diagnostic, new RecordCodeFix()));
        Workbench mended = await bench.Apply(action);
        Assert.Contains($"public static byte[] Body() => new {type}\n    {{\n        ", await mended.Text(), StringComparison.Ordinal);
        Assert.Empty(await mended.Diagnostics());
        RecordRun.AssertSame(body, await RecordRun.Of(mended));
    }

    public static TheoryData<string, string> Wanted() => new()
    {
        { "", "Encoding.UTF8.GetBytes(Text(LITERAL)); static string Text([JsonBody(typeof(CreateDatasetRequest))] string body) => body;" },
        {
            "",
            "Encoding.UTF8.GetBytes(Text(1, body: null ?? LITERAL)); static string Text(int _, [JsonBody(typeof(CreateDatasetRequest))] string body) => body;"
        },
        { "u8", "Bytes(LITERAL); static byte[] Bytes([JsonBody(typeof(CreateDatasetRequest))] ReadOnlySpan<byte> body) => body.ToArray();" },
        { "", "CreateDatasetRequest.Parse(Encoding.UTF8.GetBytes((LITERAL))).ToUtf8Json();" },
    };

    [Theory]
    [MemberData(nameof(Wanted))]
    public async Task A_text_or_bytes_that_are_wanted_are_what_the_record_writes(string suffix, string expression)
    {
        string literal = Q3 + Dataset + Q3 + suffix;
        string member = $"public static byte[] Body() => {expression}";
        Workbench bench = Workbench.Open(RecordRun.Code(member.Replace("LITERAL", literal, StringComparison.Ordinal)));
        Workbench mended = await bench.Apply(Assert.Single(await bench.FixesOf(Assert.Single(await bench.Diagnostics()), new RecordCodeFix())));
        Assert.DoesNotContain(Q3, await mended.Text(), StringComparison.Ordinal);
        Assert.Empty(await mended.Diagnostics());
        RecordRun.AssertSame(Dataset, await RecordRun.Of(mended));
    }

    [Fact]
    public async Task Where_the_namespace_is_not_imported_the_names_are_whole()
    {
        string code = "class C { static void Send([Plumbline.JsonBody(typeof(Plumbline.Schemas.Vertex.CreateDatasetRequest))] string body) { }\n"
            + $"    void M() => Send({Q3}{Dataset}{Q3}); }}";
        Workbench bench = Workbench.Open(code);
        Workbench mended = await bench.Apply(Assert.Single(await bench.FixesOf(Assert.Single(await bench.Diagnostics()), new RecordCodeFix())));
        Assert.Contains(
            "Send(System.Text.Encoding.UTF8.GetString(Plumbline.SchemaRecord.ToUtf8Json("
                + "new Plumbline.Schemas.Vertex.CreateDatasetRequest\n    {\n        DisplayName =",
            await mended.Text(),
            StringComparison.Ordinal);
        Assert.Empty(await mended.Diagnostics());
    }

    [Theory]
    [InlineData("12345678901234567890")]
    [InlineData("0.10000000000000000001")]
    public async Task A_number_that_its_type_would_round_stays_in_its_literal(string number)
    {
        string literal = $"{Q3}{{ \"instances\": [{{ \"prompt\": \"a\", \"temperature\": {number} }}] }}{Q3}u8";
        Workbench bench = Workbench.Open(RecordRun.Code($"static object Body() => PredictLlamaRequest.Parse({literal});"));
        Assert.Empty(await bench.FixesOf(Assert.Single(await bench.Diagnostics()), new RecordCodeFix()));
    }

    [Fact]
    public async Task Fix_all_makes_every_record_of_the_file()
    {
        string member = $"CreateDatasetRequest.Parse({Q3}{Dataset}{Q3}u8).ToUtf8Json()";
        Workbench bench = Workbench.Open(RecordRun.Code($"public static byte[] Body() => {member}; public static byte[] Other() => {member};"));
        Assert.Equal(2, (await bench.Diagnostics()).Length);
        Workbench mended = await bench.FixAll("PLB3002", nameof(RecordCodeFix), new RecordCodeFix());
        Assert.Empty(await mended.Diagnostics());
        Assert.DoesNotContain(Q3, await mended.Text(), StringComparison.Ordinal);
        RecordRun.AssertSame(Dataset, await RecordRun.Of(mended));
    }

    [Theory]
    [InlineData("var body = LITERAL; Send(body);")]
    [InlineData("Send($\"{{\\\"display_name\\\":\\\"{x}\\\",\\\"metadata_schema_uri\\\":\\\"gs://b/c\\\"}}\");")]
    [InlineData("Other(LITERAL);")]
    public async Task What_goes_by_another_name_or_is_not_all_known_or_no_records_is_left(string statements)
    {
        string code = RecordRun.Code($"static void Send([JsonBody(typeof(CreateDatasetRequest))] string body) {{ }} static void Other(string text) {{ }}"
            + $" static void M(string x) {{ {statements.Replace("LITERAL", Q3 + Dataset + Q3, StringComparison.Ordinal)} }}");
        Assert.Empty(await Workbench.Open(code).Diagnostics());
    }

    [Fact]
    public async Task Where_one_of_several_texts_is_read_the_others_stay()
    {
        string read = $"CreateDatasetRequest.Parse(DateTime.Now.Year > 1 ? {Q3}{Dataset}{Q3}u8 : default)";
        string code = RecordRun.Code($"public static byte[] Body() => {read}.ToUtf8Json();");
        Assert.Empty(await Workbench.Open(code).Diagnostics());
    }
}
