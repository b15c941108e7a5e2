using System.Text;
using System.Text.Json;
using Plumbline.Cli.Reports;
using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary><c>--report sarif</c>, held to what SARIF 2.1.0 and GitHub's code scanning ask of the parts that are written.</summary>
public class SarifReportTests
{
    // The properties that we write, with what the standard's schema demands of them, and no others.
    private const string Schema = """
        {
          "type": "object", "required": ["version", "runs"], "additionalProperties": false,
          "properties": {
            "$schema": { "type": "string" }, "version": { "const": "2.1.0" },
            "runs": { "type": "array", "minItems": 1, "maxItems": 20, "items": { "$ref": "#/$defs/run" } }
          },
          "$defs": {
            "index": { "type": "integer", "minimum": 0 },
            "count": { "type": "integer", "minimum": 1 },
            "level": { "enum": ["none", "note", "warning", "error"] },
            "text": { "type": "string", "minLength": 1 },
            "uri": { "type": "string", "format": "uri-reference" },
            "message": { "type": "object", "required": ["text"], "additionalProperties": false, "properties": { "text": { "$ref": "#/$defs/text" } } },
            "short": { "allOf": [{ "$ref": "#/$defs/message" }], "properties": { "text": { "maxLength": 1024 } } },
            "run": {
              "type": "object", "required": ["tool", "results"], "additionalProperties": false,
              "properties": {
                "tool": { "type": "object", "required": ["driver"], "additionalProperties": false, "properties": { "driver": { "$ref": "#/$defs/driver" } } },
                "invocations": { "type": "array", "items": { "$ref": "#/$defs/invocation" } },
                "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
                "artifacts": { "type": "array", "uniqueItems": true, "items": {
                  "type": "object", "required": ["location"], "additionalProperties": false,
                  "properties": { "location": { "type": "object", "required": ["uri"], "additionalProperties": false, "properties": { "uri": { "$ref": "#/$defs/uri" } } } } } },
                "results": { "type": "array", "maxItems": 5000, "items": { "$ref": "#/$defs/result" } }
              }
            },
            "driver": {
              "type": "object", "required": ["name"], "additionalProperties": false,
              "properties": {
                "name": { "type": "string", "minLength": 1 },
                "semanticVersion": { "type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+$" },
                "rules": { "type": "array", "uniqueItems": true, "items": {
                  "type": "object", "required": ["id", "shortDescription", "fullDescription", "help"], "additionalProperties": false,
                  "properties": {
                    "id": { "type": "string" }, "name": { "type": "string" }, "shortDescription": { "$ref": "#/$defs/short" }, "fullDescription": { "$ref": "#/$defs/short" },
                    "help": { "required": ["text", "markdown"], "properties": { "text": { "$ref": "#/$defs/text" }, "markdown": { "$ref": "#/$defs/text" } } },
                    "defaultConfiguration": { "type": "object", "additionalProperties": false, "properties": { "level": { "$ref": "#/$defs/level" } } } } } }
              }
            },
            "invocation": {
              "type": "object", "required": ["executionSuccessful"], "additionalProperties": false,
              "properties": {
                "executionSuccessful": { "type": "boolean" }, "exitCode": { "type": "integer" },
                "toolExecutionNotifications": { "type": "array", "items": {
                  "type": "object", "required": ["message"], "additionalProperties": false,
                  "properties": { "level": { "$ref": "#/$defs/level" }, "message": { "$ref": "#/$defs/message" } } } }
              }
            },
            "result": {
              "type": "object", "required": ["message", "ruleId", "ruleIndex", "level", "locations", "partialFingerprints"], "additionalProperties": false,
              "properties": {
                "ruleId": { "type": "string" }, "ruleIndex": { "$ref": "#/$defs/index" }, "level": { "$ref": "#/$defs/level" },
                "message": { "$ref": "#/$defs/message" },
                "occurrenceCount": { "$ref": "#/$defs/count" },
                "partialFingerprints": { "type": "object", "minProperties": 1, "additionalProperties": { "type": "string" } },
                "locations": { "type": "array", "minItems": 1, "items": {
                  "type": "object", "required": ["physicalLocation"], "additionalProperties": false,
                  "properties": {
                    "physicalLocation": { "type": "object", "required": ["artifactLocation", "region"], "additionalProperties": false, "properties": {
                      "artifactLocation": { "type": "object", "required": ["uri", "index"], "additionalProperties": false,
                        "properties": { "uri": { "$ref": "#/$defs/uri" }, "index": { "$ref": "#/$defs/index" } } },
                      "region": { "type": "object", "required": ["startLine", "startColumn"], "additionalProperties": false, "properties": {
                        "startLine": { "$ref": "#/$defs/count" }, "startColumn": { "$ref": "#/$defs/count" },
                        "endLine": { "$ref": "#/$defs/count" }, "endColumn": { "$ref": "#/$defs/count" } } } } },
                    "logicalLocations": { "type": "array", "items": {
                      "type": "object", "required": ["fullyQualifiedName"], "additionalProperties": false, "properties": { "fullyQualifiedName": { "$ref": "#/$defs/text" } } } }
                  } } }
              }
            }
          }
        }
        """;

    // No page is published to which helpUri could lead: the page itself goes along.
    [Fact]
    public void A_rule_carries_its_page()
    {
        JsonElement rule = Run(out _, "samples/broken/chat.jsonl", "--format", "vertex/chat").GetProperty("tool").GetProperty("driver").GetProperty("rules")
            .EnumerateArray().Single(rule => rule.GetProperty("id").GetString() == "PLB4010");
        Assert.Equal("A required member is missing", rule.GetProperty("shortDescription").GetProperty("text").GetString());
        string? meaning = rule.GetProperty("fullDescription").GetProperty("text").GetString();
        Assert.StartsWith("An object lacks a member that `required` lists. ", meaning, StringComparison.Ordinal);
        Assert.Contains("## How to fix it\n", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_meaning_of_every_rule_is_found_on_its_page_and_short_enough_for_code_scanning() => Assert.All(
        Rules.All.Where(rule => rule.Id[3] is '4' or '5'),
        rule =>
        {
            string meaning = RulePage.Meaning(rule);
            Assert.NotEqual(rule.Title, meaning);
            Assert.InRange(meaning.Length, 20, 1024);
        });

    [Fact]
    public void Every_index_leads_to_what_the_result_names()
    {
        JsonElement run = Run(out _, "samples/broken/chat.jsonl", "samples/broken/text.jsonl", "--format", "vertex/chat");
        JsonElement rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        JsonElement artifacts = run.GetProperty("artifacts");
        Assert.InRange(run.GetProperty("results").GetArrayLength(), 10, 100);
        foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
            JsonElement artifact = artifacts[place.GetProperty("index").GetInt32()].GetProperty("location");
            Assert.Equal(place.GetProperty("uri").GetString(), artifact.GetProperty("uri").GetString());
        }
    }

    [Fact]
    public void Regions_are_the_text_at_fault_in_utf16_units()
    {
        string line = "{\"output_text\":\"😀\",\"input_text\":[\"é\"]}";
        using var file = new TemporaryFile(line + "\n");
        JsonElement run = Run(out _, file.Path, "--format", "vertex/text");
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        JsonElement region = OfRule(run, "PLB4001").GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal((1, 1), (region.GetProperty("startLine").GetInt32(), region.GetProperty("endLine").GetInt32()));
        Assert.Equal("[\"é\"]", line[(region.GetProperty("startColumn").GetInt32() - 1)..(region.GetProperty("endColumn").GetInt32() - 1)]);
    }

    [Fact]
    public void A_fault_of_several_lines_ends_in_the_last_of_them()
    {
        using var file = new TemporaryFile("[\n  {\"instruction\": {\n    \"a\": 1\n  }, \"output\": \"b\"}\n]\n");
        JsonElement run = Run(out _, file.Path, "--format", "alpaca");
        JsonElement region = OfRule(run, "PLB4001").GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal("""{"startLine":2,"startColumn":19,"endLine":4,"endColumn":4}""", JsonSerializer.Serialize(region));
    }

    [Fact]
    public void More_findings_than_code_scanning_keeps_are_counted_by_rule_and_no_rule_is_lost()
    {
        // One rule on every line, another on the last one.
        string many = string.Concat(Enumerable.Repeat("{\"output_text\":\"b\"}\n", 12_000));
        using var file = new TemporaryFile(many + "{\"input_text\":1,\"output_text\":\"b\"}\n");
        JsonElement run = Run(out ToolResult result, file.Path, "--format", "vertex/text");
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        Assert.InRange(results.Length, 1000, 5000);
        Assert.Contains(results, found => found.GetProperty("ruleId").GetString() == "PLB4001");
        Assert.Equal(12_000, results.Where(found => found.GetProperty("ruleId").GetString() == "PLB4010")
            .Sum(found => found.TryGetProperty("occurrenceCount", out JsonElement count) ? count.GetInt64() : 1));
        JsonElement rest = results.Single(found => found.TryGetProperty("occurrenceCount", out _));
        Assert.StartsWith(
            $"{rest.GetProperty("occurrenceCount").GetInt64():N0} more findings of PLB4010 required, of which this is the first: missing member",
            rest.GetProperty("message").GetProperty("text").GetString());
        string said = run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").GetRawText();
        Assert.Contains("are told by at most 5000 results", said, StringComparison.Ordinal);
        Assert.Equal(results.Length, results.Select(found => found.GetProperty("partialFingerprints").GetRawText()).Distinct().Count());
        Assert.InRange(Zipped(result.Output), 1, 10_000_000);
    }

    [Fact]
    public void A_fingerprint_stays_when_lines_are_added_above()
    {
        using var file = new TemporaryFile("{\"input_text\":17,\"output_text\":\"b\"}\n");
        string before = Fingerprint(file.Path);
        File.WriteAllText(file.Path, "{\"input_text\":\"a\",\"output_text\":\"b\"}\n" + File.ReadAllText(file.Path));
        Assert.Equal(before, Fingerprint(file.Path));
        File.WriteAllText(file.Path, "{\"input_text\":18,\"output_text\":\"b\"}\n");
        Assert.NotEqual(before, Fingerprint(file.Path));
    }

    [Fact]
    public void What_could_not_be_read_and_what_was_left_out_is_said()
    {
        JsonElement run = Run(out ToolResult result, "samples/absent.jsonl", "samples/broken/chat.jsonl", "--format", "vertex/chat", "--max-errors", "2");
        JsonElement invocation = run.GetProperty("invocations")[0];
        Assert.Equal(3, result.ExitCode);
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(2, run.GetProperty("results").GetArrayLength());
        Assert.Equal(
            ["cannot read samples/absent.jsonl: there is no such file", "10 findings beyond --max-errors are left out"],
            invocation.GetProperty("toolExecutionNotifications").EnumerateArray().Select(said => said.GetProperty("message").GetProperty("text").GetString()));
    }

    private static JsonElement OfRule(JsonElement run, string id) =>
        run.GetProperty("results").EnumerateArray().Single(result => result.GetProperty("ruleId").GetString() == id);

    private static string Fingerprint(string path) =>
        OfRule(Run(out _, path, "--format", "vertex/text"), "PLB4001").GetProperty("partialFingerprints").GetProperty("plumblineFinding/v1").GetString()!;

    // The one run of the report, which has passed the schema.
    private static JsonElement Run(out ToolResult result, params string[] arguments)
    {
        result = Tool.Run(["validate", .. arguments, "--report", "sarif"]);
        byte[] text = Encoding.UTF8.GetBytes(result.Output);
        var file = SchemaFile.Parse("sarif.json", "sarif.json", Schema);
        CompiledSchema compiled = SchemaSet.Of([file]).Compile(file);
        var faults = new FaultList();
        new SchemaInterpreter(compiled.Program!, ValidationOptions.DatasetLines with { AssertFormats = true }).Read(text, faults);
        Assert.False(faults.HasErrors, faults.HasErrors ? $"{FindingBuilder.Build(faults[0], text)}" : "");
        return Assert.Single(JsonDocument.Parse(text).RootElement.GetProperty("runs").EnumerateArray());
    }

    private static long Zipped(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.Length;
    }
}
