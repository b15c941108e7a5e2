using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Plumbline.CodeFixes.Bodies;
using Plumbline.CodeFixes.Records;

namespace Plumbline.CodeFixes.Tests;

/// <summary>Texts that nobody wrote: fixes survive them, and what they offer helps.</summary>
public sealed class FuzzTests
{
    private const string Body =
        "{\"display_name\":\"a\",\"metadata_schema_uri\":\"gs://b/c\",\"saved_queries\":[{\"display_name\":\"d\",\"problem_type\":\"e\"}]}";
    private const string Alphabet = "{}[],:\"'\\ tfn0.e-ax\n/*$@u8(é😀;";

    [Fact]
    public async Task No_code_makes_a_fix_throw()
    {
        string seed = "using Plumbline; using Plumbline.Schemas.Vertex;\n"
            + "class C { void Send([JsonBody(typeof(CreateDatasetRequest))] string body) { } void M(string x) {\n"
            + $"Send(\"\"\"{Body}\"\"\"); Send({SymbolDisplay.FormatLiteral(Body, quote: true)});\n"
            + $"Send($$\"\"\"{Body.Replace("\"d\"", "\"{{x}}\"", StringComparison.Ordinal)}\"\"\");\n"
            + $"CreateDatasetRequest.Parse(@\"{Body.Replace("\"", "\"\"", StringComparison.Ordinal)}\"u8);\n"
            + "var url = $\"https://us-centra1-aiplatform.googleapis.com/v1/projects/p/locations/us-east4/pipelineJobs?pipelineJobId={x}\"; } }";
        var random = new Random(6);
        for (int i = 0; i < 60; i++)
        {
            Workbench bench = Workbench.Open(Edited(seed, random));
            foreach (Diagnostic diagnostic in await bench.Analyze())
            {
                Assert.StartsWith("PLB", diagnostic.Id, StringComparison.Ordinal);
                foreach (CodeFixProvider provider in (CodeFixProvider[])[new BodyCodeFix(), new UrlCodeFix(), new RecordCodeFix()])
                {
                    foreach (CodeAction action in await bench.FixesOf(diagnostic, provider))
                    {
                        Assert.NotEqual(await bench.Text(), await (await bench.Apply(action)).Text());
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("literal")]
    [InlineData("request.json")]
    [InlineData("data.jsonl")]
    public async Task Every_fix_of_any_body_leaves_fewer_diagnostics(string place)
    {
        var random = new Random(7);
        for (int i = 0; i < 25; i++)
        {
            string body = Edited(Body, random);
            string literal = SymbolDisplay.FormatLiteral(body, quote: true);
            Workbench bench = place == "literal"
                ? Workbench.Open($"class C {{\n// lang=json schema=vertex/create-dataset\nconst string Body = {literal}; }}")
                : Workbench.OpenFile(place, body, "vertex/create-dataset");
            ImmutableArray<Diagnostic> found = await bench.Diagnostics();
            foreach (Diagnostic diagnostic in found)
            {
                foreach (CodeAction action in await bench.FixesOf(diagnostic, place == "literal" ? new BodyCodeFix() : new BodyFileCodeFix()))
                {
                    Workbench mended = await bench.Apply(action);
                    Assert.True((await mended.Diagnostics()).Length < found.Length, $"{action.Title}\n{body}\n\n{await mended.Text()}");
                }
            }
        }
    }

    [Fact]
    public async Task Every_text_and_number_stays_what_it_is_in_a_record()
    {
        var random = new Random(8);
        string[] numbers = ["0", "0.1", "1e2", "1E-7", "12345678901234567000", "0.30000000000000004", "5e-324"];
        string[] bodies =
        [
            .. Enumerable.Range(0, 8).Select(i =>
                $"{{\"instances\":[{{\"prompt\":{Text(random)},\"temperature\":{numbers[i % numbers.Length]},\"top_k\":{i + 1}.0}}]}}"),
        ];
        string calls = string.Join(", ", bodies.Select(body => $"PredictLlamaRequest.Parse({SymbolDisplay.FormatLiteral(body, quote: true)}u8)"));
        Workbench bench = Workbench.Open(RecordRun.Code(
            "static string Text(PredictLlamaRequest one) => Encoding.UTF8.GetString(one.ToUtf8Json());\n"
            + $"    public static byte[] Body() => Encoding.UTF8.GetBytes(\"[\" + string.Join(\",\", Array.ConvertAll([{calls}], Text)) + \"]\");"));
        Workbench mended = await bench.FixAll("PLB3002", nameof(RecordCodeFix), new RecordCodeFix());
        Assert.Empty(await mended.Diagnostics());
        RecordRun.AssertSame($"[{string.Join(',', bodies)}]", await RecordRun.Of(mended));
    }

    private static string Edited(string text, Random random)
    {
        var edited = new StringBuilder(text);
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int at = random.Next(edited.Length);
            _ = random.Next(3) switch
            {
                0 => edited.Remove(at, Math.Min(random.Next(1, 4), edited.Length - at)),
                1 => edited.Insert(at, Alphabet[random.Next(Alphabet.Length)]),
                _ => edited.Replace(edited[at], Alphabet[random.Next(Alphabet.Length)], at, 1),
            };
        }

        return edited.ToString();
    }

    private static string Text(Random random)
    {
        string[] pieces = ["a", "\\\"", "\\\\", "\\u0085", "\\u2028", "\\n", "\\u0000", "é", "日本", "😀", "{", "}", "\\ud83d\\ude00", "'", "/"];
        return "\"" + string.Concat(Enumerable.Range(0, 12).Select(_ => pieces[random.Next(pieces.Length)])) + "\"";
    }
}
