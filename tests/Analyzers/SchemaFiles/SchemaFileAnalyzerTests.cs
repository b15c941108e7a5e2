using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Plumbline.Analyzers.SchemaFiles;
using Plumbline.Schema;

namespace Plumbline.Analyzers.Tests.SchemaFiles;

public sealed class SchemaFileAnalyzerTests
{
    // [|…|] is what the diagnostic must underline, to the character.
    [Theory]
    [InlineData("PLB1001", "{ \"type\": [|nul|] }")]
    [InlineData("PLB1003", "{\r\n  \"title\": \"日本語 😀\", \"type\": [|3|]\r\n}")]
    [InlineData("PLB1003", "{\n  \"properties\": { \"a\": { \"maxLength\": [|-1|] } }\n}")]
    [InlineData("PLB1004", "{ \"$ref\": [|\"#/$defs/nowhere\"|] }")]
    [InlineData("PLB1004", "{ \"$ref\": [|\"other.schema.json\"|] }")]
    public async Task A_fault_is_underlined_where_it_stands(string id, string marked)
    {
        (string text, int start, int end) = Parse(marked);

        Diagnostic diagnostic = Assert.Single(await Analyze(("a.schema.json", text)));

        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal("/project/a.schema.json", place.Path);
        Assert.Equal(text[start..end], text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.Equal(text[..start].Count(c => c == '\n'), place.StartLinePosition.Line);
        Assert.Equal(start - (text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1), place.StartLinePosition.Character);
    }

    [Fact]
    public async Task A_fault_that_two_files_reach_is_told_once_in_the_file_that_holds_it()
    {
        ImmutableArray<Diagnostic> found = await Analyze(
            ("a.schema.json", """{ "$ref": "shared.schema.json" }"""),
            ("b.schema.json", """{ "$ref": "shared.schema.json" }"""),
            ("shared.schema.json", """{ "type": "text" }"""));

        Diagnostic diagnostic = Assert.Single(found);
        Assert.Equal("PLB1003", diagnostic.Id);
        Assert.Equal("/project/shared.schema.json", diagnostic.Location.GetLineSpan().Path);
    }

    [Fact]
    public async Task A_file_that_is_no_schema_is_not_read()
    {
        Assert.Empty(await Analyze(("settings.json", "{ not json")));
    }

    [Fact]
    public async Task Sound_schemas_are_passed_in_silence()
    {
        Assert.Empty(
            await Analyze(("a.schema.json", """{ "$ref": "b.schema.json#/$defs/x" }"""), ("b.schema.json", """{ "$defs": { "x": { "type": "string" } } }""")));
    }

    [Fact]
    public async Task No_text_makes_it_throw()
    {
        const string seed = """{ "$id": "urn:x", "properties": { "a": { "$ref": "#/$defs/d", "pattern": "(" } }, "$defs": { "d": { "type": ["x", 3] } } }""";
        for (int i = 0; i <= seed.Length; i++)
        {
            Assert.DoesNotContain(await Analyze(("a.schema.json", seed[..i]), ("b.schema.json", seed[i..])), diagnostic =>
                diagnostic.Id.StartsWith("AD", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_rule_about_schema_files_is_supported()
    {
        Assert.Equal(
            Rules.All.Where(rule => rule.Id.StartsWith("PLB1", StringComparison.Ordinal)).Select(rule => (rule.Id, rule.Title)),
            new SchemaFileAnalyzer().SupportedDiagnostics.Select(descriptor => (descriptor.Id, descriptor.Title.ToString())));
    }

    private static (string Text, int Start, int End) Parse(string marked)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        int end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        return (marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal), start, end);
    }

    private static Task<ImmutableArray<Diagnostic>> Analyze(params (string Name, string Text)[] files)
    {
        var options = new AnalyzerOptions([.. files.Select(file => new SchemaText(file.Name, file.Text))], new Options());
        return CSharpCompilation.Create("Consumer", [CSharpSyntaxTree.ParseText("class C;")])
            .WithAnalyzers([new SchemaFileAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync();
    }

    private sealed class SchemaText(string name, string text) : AdditionalText
    {
        public string Name => name;

        public override string Path => "/project/" + name;

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) =>
            Microsoft.CodeAnalysis.Text.SourceText.From(text);
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(null);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(((SchemaText)textFile).Name is { } name && name.EndsWith(".schema.json", StringComparison.Ordinal) ? name : null);

        private sealed class Values(string? name) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key == SchemaItem.Name ? name : null;
                return value is not null;
            }
        }
    }
}
