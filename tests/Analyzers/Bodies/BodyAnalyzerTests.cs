using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Plumbline.Analyzers.Bodies;

namespace Plumbline.Analyzers.Tests.Bodies;

/// <summary>Where literals are looked for and what is underlined in each kind of them.</summary>
public sealed class BodyAnalyzerTests
{
    private const string Q3 = "\"\"\"";

    private const string Schema = """
        {
          "$id": "urn:doc", "type": "object", "required": ["name"], "additionalProperties": false,
          "properties": {
            "name": { "type": "string", "maxLength": 5 }, "count": { "type": "integer", "minimum": 1 },
            "kind": { "enum": ["GPU", "TPU"] }, "tags": { "type": "array", "items": { "type": "string" } }
          },
          "dependentRequired": { "kind": ["count"] }
        }
        """;

    private const string Types = """
        using System; using System.Text; using System.Net.Http; using Plumbline;
        [GeneratedFrom("doc.schema.json")]
        public sealed class Doc
        {
            public static Doc Parse(ReadOnlySpan<byte> json) => new();
            public static bool TryParse(ReadOnlySpan<byte> json, out Doc? value) { value = null; return false; }
        }
        static class Api
        {
            public static void Send([JsonBody(typeof(Doc))] string body, int times = 1) { }
            public static void SendBytes(int times, [JsonBody(typeof(Doc))] ReadOnlySpan<byte> body) { }
            public static void SendAll(int times, [JsonBody("doc.schema.json")] params string[] bodies) { }
            public static void Other(string text) { }
        }
        """;

    public static TheoryData<string> Literals() =>
    [
        "Api.Send(\"{\\\"name\\\":\\\"a\\\",⟦PLB4011:\\\"nmae\\\"⟧:1}\");",
        "Api.Send(\"{\\\"name\\\":⟦PLB4001:1⟧}\");",
        "Api.Send(\"{\\u0022name\\u0022:⟦PLB4031:\\u0022abcdef\\u0022⟧}\");",
        "Api.Send(@\"{\"\"name\"\":\"\"a\"\",\"\"count\"\":⟦PLB4040:0⟧}\");",
        $"Api.Send({Q3}\n    {{\n      \"name\": \"a\",\n      \"kind\": ⟦PLB4002:\"GPUs\"⟧,\n      \"count\": 1\n    }}\n    {Q3});",
        $"Api.Send({Q3}\r\n    {{\r\n      \"name\": \"日本語😀\",\r\n      ⟦PLB4011:\"x\"⟧: 1\r\n    }}\r\n    {Q3});",
        $"Api.Send({Q3}⟦PLB4010:{{⟧\"count\": 1}}{Q3});",
        $"Api.SendBytes(1, {Q3}{{\"name\": \"a\", \"tags\": [\"b\", ⟦PLB4001:2⟧]}}{Q3}u8);",
        "Api.SendBytes(1, \"{\\\"name\\\":⟦PLB4001:null⟧}\"u8);",
        $"Api.Send($$\"\"\"{{\"name\": \"{{{{x}}}}\", \"count\": {{{{x}}}}, ⟦PLB4011:\"cuont\"⟧: {{{{x}}}}}}\"\"\");",
        "Api.Send($\"{{\\\"name\\\":\\\"{K}\\\",\\\"count\\\":⟦PLB4040:{N}⟧}}\");",
        "Api.Send(\"{\\\"name\\\":\" + ⟦PLB4001:N⟧ + \"}\");",
        "Api.Send(\"{\\\"name\\\":\" + x + \",⟦PLB4011:\\\"b\\\"⟧:1}\");",
        "Api.Send((\"{\" + @\"\"\"name\"\":⟦PLB4001:1⟧\" + \"}\"));",
        "Api.Send(x ?? \"{\\\"name\\\":⟦PLB4001:1⟧}\");",
        "Api.Send(x is null ? \"{\\\"name\\\":⟦PLB4001:1⟧}\" : \"{\\\"name\\\":⟦PLB4001:2⟧}\");",
        "Api.Send(times: 2, body: \"{\\\"name\\\":⟦PLB4001:1⟧}\");",
        "Api.SendAll(2, \"{\\\"name\\\":⟦PLB4001:1⟧}\", \"{\\\"name\\\":⟦PLB4001:2⟧}\");",
        "Doc.Parse(\"{\\\"name\\\":⟦PLB4001:1⟧}\"u8);",
        "Doc.TryParse(\"{\\\"name\\\":⟦PLB4001:1⟧}\"u8, out _);",
        "Doc.Parse(\"{\\\"name\\\":⟦PLB4001:1⟧}\"u8.ToArray());",
        "Doc.Parse(Encoding.UTF8.GetBytes(\"{\\\"name\\\":⟦PLB4001:1⟧}\"));",
        "var body = \"{\\\"name\\\":⟦PLB4001:1⟧}\"; Api.Send(body);",
        "const string body = \"{\\\"name\\\":⟦PLB4001:1⟧}\"; var other = body; Api.Send(other);",
        "Api.Send(Held); } const string Held = \"{\\\"name\\\":⟦PLB4001:1⟧}\"; void Other() {",
        "// lang=json schema=doc.schema.json\nvar body = \"{\\\"name\\\":⟦PLB4001:1⟧}\";",
        "Api.Other(/* lang=json,strict schema=urn:doc*/ \"{\\\"name\\\":⟦PLB4001:1⟧}\");",
        "// language=JSON schema=⟦PLB3001:doc.shcema.json⟧\nvar body = \"{\\\"name\\\":1}\";",
        "Api.Send(\"{\\\"name\\\":\\\"a\\\" ⟦PLB5001:\\\"⟧count\\\":1}\");",
        "Api.Send(\"{\\\"name\\\":\\\"a\\\",⟦PLB5010:\\\"name\\\"⟧:\\\"b\\\"}\");",
        "Api.Send(\"{\\\"name\\\":\\\"a⟦PLB5004:\\n⟧\\\"}\");",
        "Api.Send(\"⟦PLB4014:{⟧\\\"name\\\":\\\"a\\\",\\\"kind\\\":\\\"GPU\\\"}\");",
        "Api.Send(\"{\\\"name\\\":\\\"a\\\"}⟦PLB5006:x⟧\");",
    ];

    [Theory]
    [MemberData(nameof(Literals))]
    public async Task A_fault_is_underlined_inside_its_literal(string statements)
    {
        MarkedText code = Code(statements);
        IEnumerable<Diagnostic> found = await Project(code.Text).Analyze(new BodyAnalyzer());
        code.AssertFound(found);
    }

    [Theory]
    [InlineData("Api.Other(\"{\\\"nmae\\\":1}\");")]
    [InlineData("Api.Send(\"not json at all\");")]
    [InlineData("Api.Send(\"\");")]
    [InlineData("Api.Send(\"{\\\"name\\\":\\\"a\\\"}\");")]
    [InlineData("Api.Send($\"{{\\\"name\\\":\\\"{x}\\\",\\\"count\\\":{x},\\\"kind\\\":\\\"{x}\\\"}}\");")]
    [InlineData("Api.Send(\"{\" + x + \"}\");")]
    [InlineData("var text = \"{\\\"nmae\\\":1}\"; Api.Other(text);")]
    [InlineData("System.Text.Json.JsonDocument.Parse(\"{\\\"nmae\\\":1}\");")]
    [InlineData("if (\"{\\\"nmae\\\":1}\" == x) { }")]
    public async Task What_is_right_or_no_body_is_passed_in_silence(string statements)
    {
        MarkedText code = Code(statements);
        Assert.Empty(await Project(code.Text).Analyze(new BodyAnalyzer()));
    }

    [Fact]
    public async Task Schemas_of_referenced_assemblies_come_from_their_metadata()
    {
        string json = Schema.Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("");
        string source = Types
            .Replace("[GeneratedFrom", $"[assembly: SchemaText(\"doc.schema.json\", \"{json}\")]\n[GeneratedFrom", StringComparison.Ordinal)
            .Replace("static class Api", "public static class Api", StringComparison.Ordinal);
        using var image = new MemoryStream();
        Assert.True(Consumer.Empty.WithCode(source).Compile("Library").Emit(image).Success);
        MetadataReference library = MetadataReference.CreateFromImage(image.ToArray());
        MarkedText code = MarkedText.Parse("class C { void M() { Api.Send(\"{\\\"name\\\":⟦PLB4001:1⟧}\"); Doc.Parse(\"{\\\"name\\\":⟦PLB4001:1⟧}\"u8); } }");

        code.AssertFound(await Consumer.Empty.WithReference(library).WithCode(code.Text).Analyze(new BodyAnalyzer()));
    }

    [Fact]
    public async Task The_message_says_what_was_expected_and_the_nearest_name()
    {
        MarkedText code = Code("Api.Send(\"{\\\"name\\\":\\\"a\\\",\\\"cuont\\\":1,\\\"kind\\\":\\\"GPUU\\\"}\");");

        string[] messages = [.. (await Project(code.Text).Analyze(new BodyAnalyzer())).Select(found => found.GetMessage(null))];

        Assert.Equal(["unknown member \"cuont\"; did you mean \"count\"?", "expected \"GPU\" or \"TPU\", found \"GPUU\"; did you mean \"GPU\"?"], messages);
    }

    [Fact]
    public async Task No_literal_makes_it_throw()
    {
        const string seed = "{\\\"name\\\":{x},\\u0022b\\\":[{},tru\\uD83D {{ }}, \\\"\\\"]}";
        for (int i = 0; i <= seed.Length; i++)
        {
            foreach (string literal in (string[])["\"" + seed[..i] + "\"", "$\"{{" + seed[i..] + "\"", Q3 + "{" + seed[..i] + Q3, "@\"{" + seed[i..]])
            {
                Consumer broken = Project(Types + $"class C {{ void M(string x) {{ Api.Send({literal}); }} }}");
                ImmutableArray<Diagnostic> found = await broken.Compile().WithAnalyzers([new BodyAnalyzer()], broken.Options).GetAnalyzerDiagnosticsAsync();
                Assert.DoesNotContain(found, diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal));
            }
        }
    }

    private static MarkedText Code(string statements) => MarkedText.Parse(
        Types + $"class C {{ const string K = \"k\"; const int N = 0;\nvoid M(string x) {{\n{statements}\n}} }}");

    private static Consumer Project(string code) => Consumer.Empty.WithCode(code).WithSchema("doc.schema.json", Schema);
}
