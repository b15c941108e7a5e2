using System.Text;
using System.Text.Json;
using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>The specification's own output, <c>--report basic</c> and <c>--report flag</c>: held to its schema and to the official tests of output.</summary>
public sealed class OutputUnitTests
{
    // Asks for annotations, which are not collected (docs/output-units.md).
    private const string Annotations = "readOnly.json";

    [Theory]
    [InlineData("draft2019-09")]
    [InlineData("draft2020-12")]
    public void Output_is_what_the_official_tests_ask_for(string draft)
    {
        if (SharedData.PathOf("json-schema-test-suite", "output-tests", draft) is not { } folder)
        {
            return;
        }

        var outputSchema = SchemaFile.Parse("output-schema.json", "output-schema.json", File.ReadAllBytes(Path.Combine(folder, "output-schema.json")));
        int tests = 0;
        foreach (string path in Directory.EnumerateFiles(Path.Combine(folder, "content"), "*.json").Where(path => Path.GetFileName(path) != Annotations))
        {
            foreach (JsonElement group in JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.EnumerateArray())
            {
                foreach (JsonElement test in group.GetProperty("tests").EnumerateArray())
                {
                    string unit = Units(group.GetProperty("schema").GetRawText(), test.GetProperty("data").GetRawText()).Single();
                    var asked = SchemaFile.Parse("asked.json", "asked.json", test.GetProperty("output").GetProperty("basic").GetRawText());
                    AssertValid(SchemaSet.Of([asked, outputSchema]), asked, unit);
                    tests++;
                }
            }
        }

        Assert.InRange(tests, 3, int.MaxValue);
    }

    [Fact]
    public void Every_unit_is_an_output_unit_by_the_schema_of_the_specification()
    {
        if (SharedData.PathOf("json-schema-test-suite", "output-tests", "draft2020-12", "output-schema.json") is not { } path)
        {
            return;
        }

        var outputSchema = SchemaFile.Parse(path, "output-schema.json", File.ReadAllBytes(path));
        var basic = SchemaFile.Parse("basic.json", "basic.json", """{"$ref":"https://json-schema.org/draft/2020-12/output/schema#/$defs/basic"}""");
        ToolResult result = Tool.Run("validate", "samples/broken/chat.jsonl", "samples/chat.jsonl", "--format", "vertex/chat", "--report", "basic");
        Assert.InRange(result.Lines.Length, 10, int.MaxValue);
        Assert.All(result.Lines, line => AssertValid(SchemaSet.Of([outputSchema, basic]), basic, line));
    }

    [Fact]
    public void Each_line_has_one_unit_in_order_and_the_verdict_of_the_other_reports()
    {
        string[] files = ["samples/broken/chat.jsonl", "samples/chat.jsonl"];
        JsonReport report = JsonReport.Of(Tool.Run(["validate", .. files, "--format", "vertex/chat", "--report", "json"]));
        foreach (string kind in (string[])["basic", "flag"])
        {
            ToolResult result = Tool.Run(["validate", .. files, "--format", "vertex/chat", "--report", kind]);
            Assert.Equal(1, result.ExitCode);
            JsonElement[] units = [.. result.Lines.Select(line => JsonDocument.Parse(line).RootElement).Where(unit => unit.TryGetProperty("line", out _))];
            (string, long)[] lines = [.. report.Files.SelectMany(file => Enumerable.Range(1, (int)file.GetProperty("lines").GetInt64())
                .Select(line => (file.GetProperty("path").GetString()!, (long)line)))];
            Assert.Equal(lines, units.Select(unit => (unit.GetProperty("file").GetString()!, unit.GetProperty("line").GetInt64())));
            var faulty = report.Root.GetProperty("findings").EnumerateArray()
                .Where(finding => finding.GetProperty("severity").GetString() == "error" && finding.GetProperty("line").GetInt64() > 0)
                .Select(finding => (finding.GetProperty("path").GetString()!, finding.GetProperty("line").GetInt64()))
                .ToHashSet();
            Assert.Equal(lines.Select(line => !faulty.Contains(line)), units.Select(unit => unit.GetProperty("valid").GetBoolean()));
        }
    }

    [Fact]
    public void Locations_are_written_as_uri_fragments_and_lines_that_are_not_json_have_none()
    {
        string[] units = Units("""{"$id":"https://example.org/s","properties":{"a b/é\"%":{"type":"null"} } }""", "{\"a b/é\\\"%\":1}\n{");
        JsonElement error = JsonDocument.Parse(units[0]).RootElement.GetProperty("errors")[0];
        Assert.Equal("/properties/a b~1é\"%/type", error.GetProperty("keywordLocation").GetString());
        Assert.Equal("https://example.org/s#/properties/a%20b~1%C3%A9%22%25/type", error.GetProperty("absoluteKeywordLocation").GetString());
        Assert.Equal("/a b~1é\"%", error.GetProperty("instanceLocation").GetString());
        error = JsonDocument.Parse(units[1]).RootElement.GetProperty("errors")[0];
        Assert.Equal("", error.GetProperty("keywordLocation").GetString());
        Assert.False(error.TryGetProperty("absoluteKeywordLocation", out _));
    }

    [Theory]
    [InlineData("""{"items":{"$ref":"#/$defs/n"},"$defs":{"n":{"type":"number"} } }""", "[\"\"]", "/items/$ref/type")]
    [InlineData("""{"items":{"$ref":"#/$defs/n"},"$defs":{"n":{"$ref":"#/$defs/o"},"o":{"allOf":[false]} } }""", "[1]", "/items/$ref/$ref/allOf/0")]
    [InlineData(
        """{"properties":{"a":{"$ref":"#"},"b":{"type":"null"} } }""", """{"a":{"a":{"b":1} } }""", "/properties/a/$ref/properties/a/$ref/properties/b/type")]
    [InlineData("""{"anyOf":[{"$ref":"#/$defs/n"},{"type":"null"}],"$defs":{"n":{"minimum":3} } }""", "1", "/anyOf/0/$ref/minimum")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/n"},{"$ref":"#/$defs/n"}],"$defs":{"n":{"minimum":3} } }""", "1", "/allOf/0/$ref/minimum /allOf/1/$ref/minimum")]
    [InlineData("""{"$id":"http://x/a","$dynamicAnchor":"n","type":["object","null"],"$ref":"b","$defs":{"b":{"$id":"b","$dynamicAnchor":"n","properties":{"a":{"$dynamicRef":"#n"} } } } }""", """{"a":1}""", "/$ref/properties/a/$dynamicRef/type")]
    public void The_location_of_a_keyword_tells_the_references_on_the_way_to_it(string schema, string line, string locations)
    {
        JsonElement[] errors = [.. JsonDocument.Parse(Units(schema, line)[0]).RootElement.GetProperty("errors").EnumerateArray()];
        Assert.Equal(locations, string.Join(' ', errors.Select(error => error.GetProperty("keywordLocation").GetString())));
        Assert.All(errors, error => Assert.DoesNotContain(
            "ref/", error.TryGetProperty("absoluteKeywordLocation", out JsonElement uri) ? uri.GetString() : "", StringComparison.Ordinal));
    }

    [Fact]
    public void Bundled_formats_tell_the_references_too()
    {
        ToolResult result = Tool.Run("validate", "samples/broken/chat.jsonl", "--format", "vertex/chat", "--report", "basic");
        Assert.Contains(result.Lines, line => line.Contains("\"keywordLocation\":\"/properties/messages/items/$ref/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_schema_without_an_absolute_identifier_has_no_absolute_locations() =>
        Assert.DoesNotContain("absoluteKeywordLocation", Units("""{"type":"null"}""", "1")[0], StringComparison.Ordinal);

    private static string[] Units(string schema, string lines)
    {
        using var schemaFile = new TemporaryFile(schema);
        using var data = new TemporaryFile(lines + "\n");
        return Tool.Run("validate", data.Path, "--schema", schemaFile.Path, "--report", "basic").Lines;
    }

    private static void AssertValid(SchemaSet set, SchemaFile schema, string unit)
    {
        CompiledSchema compiled = set.Compile(schema);
        Assert.True(compiled.Program is not null, string.Join("\n", compiled.Diagnostics));
        byte[] text = Encoding.UTF8.GetBytes(unit);
        var faults = new FaultList();
        new SchemaInterpreter(compiled.Program).Read(text, faults);
        Assert.False(faults.HasErrors, faults.HasErrors ? $"{FindingBuilder.Build(faults[0], text)}\n{unit}" : "");
    }
}
