using System.Text.Json;
using System.Xml.Linq;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>Reports for servers of continuous integration, held to the rules of their readers.</summary>
public class ServiceReportTests
{
    [Fact]
    public void A_suite_of_junit_is_a_file_and_a_failed_case_a_rule_that_fails_the_run()
    {
        string[] files = ["samples/broken/chat.jsonl", "samples/absent.jsonl", "samples/gemini/sft.jsonl"];
        ToolResult result = Tool.Run(["validate", .. files, "--schema", "schemas/vertex/chat.schema.json", "--report", "junit"]);
        XElement[] suites = [.. XDocument.Parse(result.Output).Root!.Elements("testsuite")];
        Assert.Equal(["samples/broken/chat.jsonl", "samples/gemini/sft.jsonl", "samples/absent.jsonl"], suites.Select(suite => suite.Attribute("name")!.Value));
        foreach (XElement suite in suites)
        {
            Assert.Equal((int)suite.Attribute("tests")!, suite.Elements("testcase").Count());
            Assert.Equal((int)suite.Attribute("failures")!, suite.Descendants("failure").Count());
            Assert.Equal((int)suite.Attribute("errors")!, suite.Descendants("error").Count());
        }

        Assert.Equal("cannot read it: there is no such file", suites[2].Descendants("error").Single().Attribute("message")!.Value);
        XElement warned = suites[0].Elements("testcase").Single(found => found.Attribute("name")!.Value == "PLB4020 min-items (warning)");
        Assert.Equal("system-out", Assert.Single(warned.Elements()).Name.LocalName);
    }

    [Fact]
    public void Junit_fails_where_the_run_does()
    {
        Assert.Equal((1, 9), Failures("samples/broken/chat.jsonl"));
        Assert.Equal((1, 10), Failures("samples/broken/chat.jsonl", "--strict"));
        Assert.Equal((1, 1), Failures("samples/broken/chat.jsonl", "--max-errors", "0"));
        Assert.Equal((0, 0), Failures("samples/chat.jsonl", "--max-errors", "0"));

        static (int ExitCode, int Failures) Failures(params string[] arguments)
        {
            ToolResult result = Tool.Run(["validate", .. arguments, "--format", "vertex/chat", "--report", "junit"]);
            return (result.ExitCode, XDocument.Parse(result.Output).Descendants("failure").Count());
        }
    }

    [Fact]
    public void Xml_is_well_formed_whatever_the_data_holds()
    {
        using var file = new TemporaryFile("{\"input_text\":\"a\",\"output_text\":\"b\",\"]]>&<\\u0001\\ufffe\\uffff😀\":\"x\"}\n{\"input_text\":\"a\"}\n");
        using var schema = new TemporaryFile("""{"propertyNames":{"maxLength":11},"additionalProperties":{"maxLength":0}}""");
        ToolResult result = Tool.Run("validate", file.Path, "--schema", schema.Path, "--report", "junit");
        Assert.Contains("]]>&<\\u0001\\uFFFE\\uFFFF😀", XDocument.Parse(result.Output).Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workflow_command_escapes_what_would_end_it()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a,b:c%.jsonl", "{\"input_text\":\"a\",\"output_text\":\"b\",\"100%::\\n::error::\":1}\n");
        using var schema = new TemporaryFile("""{"additionalProperties":{"type":"string"}}""");
        string[] lines = Tool.Run("validate", path, "--schema", schema.Path, "--report", "github").Lines;
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"::error file={folder.Path}/a%2Cb%3Ac%25.jsonl,line=1,col=", lines[0], StringComparison.Ordinal);
        Assert.Contains(",title=PLB4001 type::expected a string, found the number 1 (/100%25::\\u000A::error::)", lines[0], StringComparison.Ordinal);
        Assert.Equal("plumbline: 1 error in 1 file", lines[1]);
    }

    [Fact]
    public void A_step_gets_ten_annotations_of_a_type_and_the_number_of_all()
    {
        using var few = new TemporaryFile(string.Concat(Enumerable.Repeat("{\"input_text\":\"a\"}\n", 10)));
        Assert.Equal(10, Errors(few.Path, "--format", "vertex/text").Length);

        using var many = new TemporaryFile(string.Concat(Enumerable.Repeat("{\"input_text\":\"a\"}\n{\"input_text\":\"a\",\"output_text\":7}\n", 5000)));
        string[] annotations = Errors(many.Path, "--format", "vertex/text");
        Assert.Equal(2, annotations.Length);
        Assert.EndsWith("::missing member \"output_text\"; and 4,999 more errors of this rule", annotations[0], StringComparison.Ordinal);

        // More rules than annotations: the last one names those that have none.
        using var wide = new TemporaryFile("[1,2,3]\n");
        using var schema = new TemporaryFile("""
            {"type":"object","const":0,"not":{},"minItems":4,"maxItems":2,"contains":{"type":"null"},
             "items":{"multipleOf":7,"minimum":9,"maximum":0,"exclusiveMinimum":9,"exclusiveMaximum":0,"enum":[0],"oneOf":[true,true]}}
            """);
        annotations = Errors(wide.Path, "--schema", schema.Path);
        Assert.Equal(10, annotations.Length);
        Assert.StartsWith("::error title=more rules::also broken: PLB40", annotations[9], StringComparison.Ordinal);

        static string[] Errors(params string[] arguments) =>
            [.. Tool.Run(["validate", .. arguments, "--report", "github"]).Lines.Where(line => line.StartsWith("::error ", StringComparison.Ordinal))];
    }

    [Fact]
    public void Violations_of_gitlab_have_what_it_asks_for_and_fingerprints_of_their_own()
    {
        using var file = new TemporaryFile(string.Concat(Enumerable.Repeat("{\"input_text\":\"a\"}\n", 6000)));
        ToolResult result = Tool.Run("validate", file.Path, "samples/broken/text.jsonl", "--format", "vertex/text", "--report", "gitlab");
        JsonElement[] violations = [.. JsonDocument.Parse(result.Output).RootElement.EnumerateArray()];
        Assert.InRange(violations.Length, 1000, 5000);
        Assert.Equal(violations.Length, violations.Select(found => found.GetProperty("fingerprint").GetString()).Distinct().Count());
        Assert.All(violations, found =>
        {
            Assert.NotEqual("", found.GetProperty("description").GetString());
            Assert.NotEqual("", found.GetProperty("check_name").GetString());
            Assert.Contains(found.GetProperty("severity").GetString(), (string[])["info", "minor", "major", "critical", "blocker"]);
            Assert.False(found.GetProperty("location").GetProperty("path").GetString()!.StartsWith("./", StringComparison.Ordinal));
            Assert.InRange(found.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt64(), 1, 6000);
        });
    }

    [Fact]
    public void Json_lines_hold_the_findings_of_the_json_report_and_end_with_the_run()
    {
        string[] arguments = ["validate", "samples/broken/chat.jsonl", "--format", "vertex/chat", "--report"];
        JsonReport document = JsonReport.Of(Tool.Run([.. arguments, "json"]));
        JsonElement[] lines = [.. Tool.Run([.. arguments, "jsonl"]).Lines.Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(document.Findings.Select(Facts), lines[..^1].Select(line => Facts(JsonFinding.Of(line))));
        Assert.All(lines[..^1], line => Assert.Equal("finding", line.GetProperty("type").GetString()));
        Assert.Equal("summary", lines[^1].GetProperty("type").GetString());
        Assert.Equal(document.Files[0].GetProperty("errors").GetInt64(), lines[^1].GetProperty("files")[0].GetProperty("errors").GetInt64());

        static (string, string, string, long, long) Facts(JsonFinding finding) =>
            (finding.Rule, finding.Severity, finding.Message, finding.Line, finding.Column);
    }
}
