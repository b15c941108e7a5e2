using System.Text.Json;
using Plumbline.Testing;

namespace Plumbline.Documentation.Tests;

/// <summary>The examples of the rule pages, run through the tool: a wrong one breaks its rule, a right one breaks none.</summary>
public class RuleExampleTests
{
    private const string RequestWrong = "json wrong vertex/tune-chat";
    private const string JobWrong = "json wrong vertex/tune-text";

    private static readonly IReadOnlyDictionary<string, MarkdownPage> Pages =
        Rules.All.ToDictionary(rule => rule.Id, rule => MarkdownPage.Read(rule.HelpPage.Split('/')), StringComparer.Ordinal);

    // Why a page has no example that can be run.
    private static readonly Dictionary<string, string> WithoutExample = new(StringComparer.Ordinal)
    {
        ["PLB2001"] = "reported by the generator, whose tests cover it",
        ["PLB2002"] = "reported by the generator, whose tests cover it",
        ["PLB2003"] = "reported by the generator, whose tests cover it",
        ["PLB3001"] = "about C# and project files, which the analyzer's tests cover",
        ["PLB3002"] = "about C#, which the tests of the fixes cover",
        ["PLB4033"] = "hangs on the machine",
        ["PLB4034"] = "needs a tokenizer",
        ["PLB4035"] = "needs a tokenizer",
        ["PLB4045"] = "reported by records, whose tests cover it",
        ["PLB5002"] = "a page in UTF-8 cannot hold it",
        ["PLB5008"] = "invisible on a page",
        ["PLB5009"] = "64 MB do not fit on a page",
        ["PLB5020"] = "about a file as a whole",
        ["PLB5021"] = "about a file as a whole",
        ["PLB5022"] = "about a file as a whole",
        ["PLB5023"] = "about a file as a whole",
        ["PLB5024"] = "a usage error of the tool",
        ["PLB5025"] = "about a file as a whole",
        ["PLB5026"] = "about a file as a whole",
        ["PLB5040"] = "about lines of a dataset together, which the tests of statistics cover",
        ["PLB5041"] = "about lines of a dataset together, which the tests of statistics cover",
        ["PLB5042"] = "about two datasets, which the tests of statistics cover",
        ["PLB5043"] = "about two datasets, which the tests of statistics cover",
        ["PLB5050"] = "about a conversion, which the tests of convert cover",
    };

    public static TheoryData<string> SchemaPages() => [.. Having("json schema-file wrong")];

    public static TheoryData<string> ValuePages() => [.. Having("json schema")];

    public static TheoryData<string> LinePages() => [.. Having("jsonl wrong")];

    public static TheoryData<string> RequestPages() => [.. Having(RequestWrong)];

    public static TheoryData<string> JobPages() => [.. Having(JobWrong)];

    [Fact]
    public void Every_page_has_an_example_that_is_run_or_a_reason()
    {
        string[] kinds = ["json schema-file wrong", "json schema", "jsonl wrong", RequestWrong, JobWrong];
        IEnumerable<string> run = kinds.SelectMany(Having);
        Assert.Equal(Pages.Keys.Except(WithoutExample.Keys).Order(StringComparer.Ordinal), run.Except(WithoutExample.Keys).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SchemaPages))]
    public void A_schema_file_breaks_its_rule_or_none(string id)
    {
        string wrong = SchemaFindings(Pages[id].Block("json schema-file wrong"));
        Assert.Contains($" {id} ", wrong, StringComparison.Ordinal);
        Assert.Equal("", SchemaFindings(Pages[id].Block("json schema-file right")));
    }

    [Theory]
    [MemberData(nameof(ValuePages))]
    public void A_value_breaks_its_rule_or_none(string id)
    {
        if (!WithoutExample.ContainsKey(id))
        {
            string schema = Pages[id].Block("json schema");
            Assert.Contains(id, Findings(schema, Pages[id].Block("json wrong")));
            Assert.Empty(Findings(schema, Pages[id].Block("json right")));
        }
    }

    [Theory]
    [MemberData(nameof(LinePages))]
    public void A_line_breaks_its_rule_or_none(string id)
    {
        Assert.Contains(id, Findings("{}", Pages[id].Block("jsonl wrong")));
        Assert.Empty(Findings("{}", Pages[id].Block("jsonl right")));
    }

    [Theory]
    [MemberData(nameof(RequestPages))]
    public void A_request_breaks_its_rule_or_none(string id)
    {
        Assert.Contains(id, RequestFindings(Pages[id], "wrong"));
        Assert.Empty(RequestFindings(Pages[id], "right"));
    }

    [Theory]
    [MemberData(nameof(JobPages))]
    public void A_job_is_told_its_rule_or_none(string id)
    {
        Assert.Contains(id, JobFindings(Pages[id], "wrong"));
        Assert.DoesNotContain(id, JobFindings(Pages[id], "right"));
    }

    private static IEnumerable<string> Having(string info) =>
        Pages.Where(page => page.Value.Blocks.Any(block => block.Info == info)).Select(page => page.Key);

    private static string SchemaFindings(string schema)
    {
        using var folder = new TemporaryFolder();
        return Tool.Run("validate", folder.Write("lines.jsonl", ""), "--schema", folder.Write("example.schema.json", schema)).Error;
    }

    private static string[] Findings(string schema, string lines)
    {
        using var folder = new TemporaryFolder();
        return RulesOf(Tool.Run(
            "validate", folder.Write("lines.jsonl", lines), "--schema", folder.Write("example.schema.json", schema), "--assert-formats", "--report", "json"));
    }

    // A body, and the URL that it is sent to where the page names one.
    private static string[] RequestFindings(MarkdownPage page, string kind)
    {
        using var folder = new TemporaryFolder();
        string[] url = page.Blocks.Any(block => block.Info == $"text {kind} url") ? ["--url", page.Block($"text {kind} url").Trim()] : [];
        string body = folder.Write("request.json", page.Block($"json {kind} vertex/tune-chat"));
        return RulesOf(Tool.Run(["request", body, "--kind", "vertex/tune-chat", "--report", "json", .. url]));
    }

    // A job, and 240 examples: those of the documents' own calculations.
    private static string[] JobFindings(MarkdownPage page, string kind)
    {
        using var folder = new TemporaryFolder();
        string lines = string.Concat(Enumerable.Range(0, 240).Select(i => $"{{\"input_text\":\"question {i}\",\"output_text\":\"answer {i}\"}}\n"));
        string job = folder.Write("job.json", page.Block($"json {kind} vertex/tune-text"));
        string data = folder.Write("data.jsonl", lines);
        return RulesOf(Tool.Run("preflight", job, "--train", data, "--evaluation", data, "--report", "json"));
    }

    private static string[] RulesOf(ToolResult result)
    {
        Assert.Equal("", result.Error);
        using JsonDocument report = JsonDocument.Parse(result.Output);
        return [.. report.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()!)];
    }
}
