using System.Text.Json;
using Plumbline.Testing;

namespace Plumbline.Documentation.Tests;

/// <summary>The examples of the rule pages, run through the tool: a wrong one breaks its rule, a right one breaks none.</summary>
public class RuleExampleTests
{
    private static readonly IReadOnlyDictionary<string, MarkdownPage> Pages =
        Rules.All.ToDictionary(rule => rule.Id, rule => MarkdownPage.Read(rule.HelpPage.Split('/')), StringComparer.Ordinal);

    // Why a page has no example that can be run.
    private static readonly Dictionary<string, string> WithoutExample = new(StringComparer.Ordinal)
    {
        ["PLB2001"] = "reported by the generator, whose tests cover it",
        ["PLB2002"] = "reported by the generator, whose tests cover it",
        ["PLB2003"] = "reported by the generator, whose tests cover it",
        ["PLB3001"] = "about C# and project files, which the analyzer's tests cover",
        ["PLB4033"] = "hangs on the machine",
        ["PLB4034"] = "needs a tokenizer",
        ["PLB4035"] = "needs a tokenizer",
        ["PLB4045"] = "reported by records, whose tests cover it",
        ["PLB4060"] = "reported of requests, whose tests cover it",
        ["PLB4061"] = "about the URL of a request, whose tests cover it",
        ["PLB4062"] = "about the URL of a request, whose tests cover it",
        ["PLB4063"] = "about the URL of a request, whose tests cover it",
        ["PLB4064"] = "reported of requests, whose tests cover it",
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
        ["PLB5030"] = "about a job and its datasets, which the tests of preflight cover",
        ["PLB5031"] = "about a job and its datasets, which the tests of preflight cover",
        ["PLB5032"] = "about a job and its datasets, which the tests of preflight cover",
        ["PLB5033"] = "about a job and its datasets, which the tests of preflight cover",
        ["PLB5050"] = "about a conversion, which the tests of convert cover",
    };

    public static TheoryData<string> SchemaPages() => [.. Having("json schema-file wrong")];

    public static TheoryData<string> ValuePages() => [.. Having("json schema")];

    public static TheoryData<string> LinePages() => [.. Having("jsonl wrong")];

    [Fact]
    public void Every_page_has_an_example_that_is_run_or_a_reason()
    {
        string[] run = [.. Having("json schema-file wrong"), .. Having("json schema"), .. Having("jsonl wrong")];
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
        ToolResult result = Tool.Run(
            "validate", folder.Write("lines.jsonl", lines), "--schema", folder.Write("example.schema.json", schema), "--assert-formats", "--report", "json");
        Assert.Equal("", result.Error);
        using JsonDocument report = JsonDocument.Parse(result.Output);
        return [.. report.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()!)];
    }
}
