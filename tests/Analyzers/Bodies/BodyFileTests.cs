using Microsoft.CodeAnalysis;
using Plumbline.Analyzers.Bodies;

namespace Plumbline.Analyzers.Tests.Bodies;

/// <summary>Files of a project that are bound to a schema.</summary>
public sealed class BodyFileTests
{
    [Theory]
    [InlineData("{\r\n  \"prompt\": \"é😀\",\r\n  \"instances\": ⟦PLB4001:3⟧\r\n}", "doc.schema.json")]
    [InlineData("{ \"instances\": []\n  ⟦PLB5001:\"⟧prompt\": \"a\" }", "doc.schema.json")]
    [InlineData("⟦PLB5001:⟧", "doc.schema.json")]
    [InlineData("⟦PLB3001:⟧{}", "dok.schema.json")]
    public async Task A_document_is_underlined_where_it_is_wrong(string marked, string schema)
    {
        MarkedText text = MarkedText.Parse(marked);
        text.AssertFound(await Analyze("request.json", text, schema));
    }

    [Fact]
    public async Task Places_are_told_by_line_and_column()
    {
        MarkedText text = MarkedText.Parse("{\n  \"prompt\": \"a\",\n  \"prom\": 1\n}");
        Diagnostic found = Assert.Single(await Analyze("request.json", text, "doc.schema.json"));
        Assert.Equal("/project/request.json: (2,2)-(2,8)", $"{found.Location.GetLineSpan().Path}: {found.Location.GetLineSpan().Span}");
    }

    [Theory]
    [InlineData("{\"prompt\":\"a\"}\n\n{\"prompt\":⟦PLB4001:1⟧}\r\n{\"prompt\":\"b\"}\n")]
    [InlineData("⟦PLB5001:{⟧\n  \"prompt\": ⟦PLB4001:1⟧\n}\n{\"prompt\":⟦PLB4001:2⟧}")]
    [InlineData("⟦PLB5001:{\"prompt\":\"a⟧\nb\"}\n{\"prompt\":⟦PLB4001:2⟧}")]
    [InlineData("{\"prompt\":\"a\"⟦PLB5001:⟧\n{\"prompt\":⟦PLB4001:2⟧}")]
    [InlineData("{\"prompt\":\"a\",⟦PLB5010:\"prompt\"⟧:\"b\"}")]
    public async Task Each_example_of_a_dataset_is_judged_once(string marked)
    {
        MarkedText text = MarkedText.Parse(marked);
        text.AssertFound(await Analyze("data.jsonl", text, "doc.schema.json"));
    }

    [Fact]
    public async Task A_member_that_occurs_twice_is_a_warning_in_a_dataset()
    {
        MarkedText text = MarkedText.Parse("{\"prompt\":\"a\",\"prompt\":\"b\"}");
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await Analyze("data.jsonl", text, "doc.schema.json")).Severity);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await Analyze("data.json", text, "doc.schema.json")).Severity);
    }

    [Fact]
    public async Task Bundled_schemas_are_known_by_name()
    {
        MarkedText text = MarkedText.Parse("{\"messages\":[{\"author\":\"user\",\"content\":\"a\"},{\"author\":⟦PLB4002:\"bot\"⟧,\"content\":\"b\"}]}");
        Assert.Contains(await Analyze("data.jsonl", text, "vertex/chat"), found => found.Id == "PLB4002");
    }

    private const string Schema = """
        { "properties": { "prompt": { "type": "string" }, "instances": { "type": "array" } }, "additionalProperties": false }
        """;

    private static async Task<IEnumerable<Diagnostic>> Analyze(string path, MarkedText text, string schema) => await Consumer.Empty
        .WithSchema("doc.schema.json", Schema)
        .WithBody(path, text.Text, schema)
        .Analyze(new BodyFileAnalyzer());
}
