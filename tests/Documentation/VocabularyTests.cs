using System.Text.Json;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Plumbline.Testing;

namespace Plumbline.Documentation.Tests;

/// <summary>docs/vocabulary.md and the meta-schema, held against the tool that reads schemas.</summary>
public class VocabularyTests
{
    private const string MetaSchema = "schemas/meta/tuning.schema.json";

    private static readonly Lazy<(SchemaFile[] Files, SchemaSet Set)> ProjectFiles = new(() =>
    {
        SchemaFile[] files = [.. SchemaPaths().Select(path => SchemaFile.Parse(path, path, File.ReadAllText(Repository.PathOf(path.Split('/')))))];
        return (files, SchemaSet.Of(files));
    });

    public static TheoryData<string> Schemas() => [.. SchemaPaths()];

    public static TheoryData<string> Examples() =>
        [.. MarkdownPage.Read("docs", "vocabulary.md").Blocks.Where(block => block.Info == "json schema-file").Select(block => block.Text)];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_schema_of_the_project_is_valid_by_the_meta_schema_and_has_no_findings(string path)
    {
        string text = File.ReadAllText(Repository.PathOf(path.Split('/')));
        Assert.Empty(MetaFindings(text));

        // Beside all others, because schemas refer to each other.
        SchemaFile file = ProjectFiles.Value.Files.Single(known => known.Name == path);
        Assert.Empty(ProjectFiles.Value.Set.Compile(file).Diagnostics.Select(diagnostic => diagnostic.Message));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_vocabulary_is_valid_by_the_meta_schema_and_has_no_findings(string schema)
    {
        Assert.Empty(MetaFindings(schema));
        Assert.Equal("", SchemaFindings(schema));
    }

    [Theory]
    [InlineData("""{ "x-maxTokens": "many" }""")]
    [InlineData("""{ "x-maxTokens": -1 }""")]
    [InlineData("""{ "x-maxTokens": { "limit": 5 } }""")]
    [InlineData("""{ "x-maxTokens": { "limit": 5, "of": [] } }""")]
    [InlineData("""{ "x-maxTokens": { "limit": 5, "of": ["messages"] } }""")]
    [InlineData("""{ "x-alternates": { "property": "author" } }""")]
    [InlineData("""{ "x-alternates": { "property": "author", "cycle": ["a", "b"], "lats": "b" } }""")]
    [InlineData("""{ "x-alternates": { "property": "author", "first": [] } }""")]
    [InlineData("""{ "x-alternates": { "property": "author", "cycle": ["a", ["a", "b"], 1] } }""")]
    [InlineData("""{ "x-links": { "from": "/a" } }""")]
    [InlineData("""{ "x-links": { "from": "/a", "to": "b" } }""")]
    [InlineData("""{ "x-maxCount": { "limit": 1, "of": [] } }""")]
    [InlineData("""{ "x-equalCounts": ["/a"] }""")]
    [InlineData("""{ "x-dataset": { "uniform": [{ "at": ["/a"] }] } }""")]
    [InlineData("""{ "x-dataset": { "uniform": [{ "at": ["/a"], "by": "shape" }] } }""")]
    [InlineData("""{ "x-dataset": { "evaluation": { "share": { "above": 10 } } } }""")]
    [InlineData("""{ "x-lifeCycle": { "status": "current" } }""")]
    [InlineData("""{ "x-lifeCycle": { "status": "gone", "checked": "2026-11-20" } }""")]
    [InlineData("""{ "x-lifeCycle": { "status": "current", "checked": "yesterday" } }""")]
    [InlineData("""{ "x-advice": [{ "severity": "error", "message": "m", "schema": {} }] }""")]
    [InlineData("""{ "x-advice": [{ "severity": "note", "message": "m" }] }""")]
    [InlineData("""{ "x-advice": [{ "severity": "note", "message": "m", "effect": "lost", "schema": {} }] }""")]
    [InlineData("""{ "x-advice": {} }""")]
    [InlineData("""{ "x-message": "words" }""")]
    [InlineData("""{ "x-message": { "enum": 1 } }""")]
    [InlineData("""{ "x-source": 4 }""")]
    [InlineData("""{ "x-dataset": { "example": {} } }""")]
    [InlineData("""{ "x-dataset": { "examples": { "min": "ten" } } }""")]
    [InlineData("""{ "x-dataset": { "totals": [{ "count": "/a" }] } }""")]
    [InlineData("""{ "x-dataset": { "models": [{ "tokenLimits": true }] } }""")]
    [InlineData("""{ "x-dataset": { "defaults": { "/context": 1 } } }""")]
    [InlineData("""{ "x-dataset": { "tokenizer": {} } }""")]
    [InlineData("""{ "x-dataset": { "tokenizer": { "note": 1 } } }""")]
    [InlineData("""{ "properties": { "a": { "items": { "x-source": 4 } } } }""")]
    public void What_the_meta_schema_refuses_the_tool_reports(string schema)
    {
        Assert.NotEmpty(MetaFindings(schema));
        Assert.Matches(" (error PLB1003|warning PLB1002) ", SchemaFindings(schema));
    }

    [Fact]
    public void Every_keyword_of_the_meta_schema_has_a_section()
    {
        using JsonDocument meta = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(MetaSchema.Split('/'))));
        IEnumerable<string> keywords = meta.RootElement.GetProperty("$defs").GetProperty("schema").GetProperty("properties").EnumerateObject()
            .Concat(meta.RootElement.GetProperty("properties").EnumerateObject())
            .Select(member => member.Name).Where(name => name.StartsWith("x-", StringComparison.Ordinal));
        string headings = string.Join(
            "\n", MarkdownPage.Read("docs", "vocabulary.md").Text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.All(keywords, keyword => Assert.Contains(keyword, headings, StringComparison.Ordinal));
    }

    private static IEnumerable<string> SchemaPaths() =>
        Directory.EnumerateFiles(Repository.PathOf("schemas"), "*.schema.json", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.PathOf("samples", "schemas"), "ticket.schema.json"))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));

    private static string[] MetaFindings(string schema)
    {
        using var folder = new TemporaryFolder();
        using JsonDocument document = JsonDocument.Parse(schema);
        string line = JsonSerializer.Serialize(document.RootElement);
        ToolResult result = Tool.Run("validate", folder.Write("schema.jsonl", line), "--schema", MetaSchema, "--report", "json");
        Assert.Equal("", result.Error);
        using JsonDocument report = JsonDocument.Parse(result.Output);
        return [.. report.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("message").GetString()!)];
    }

    private static string SchemaFindings(string schema)
    {
        using var folder = new TemporaryFolder();
        string said = Tool.Run("validate", folder.Write("lines.jsonl", ""), "--schema", folder.Write("example.schema.json", schema)).Error;

        // A schema whose life is over is named, too; that is no finding about it.
        return string.Join('\n', said.Split('\n').Where(line => line.Contains(" PLB", StringComparison.Ordinal)));
    }
}
