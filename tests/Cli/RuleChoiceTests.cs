using System.Text.Json;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary><c>--select</c>, <c>--ignore</c> and <c>--fail-fast</c>: what counts, and where a run ends.</summary>
public class RuleChoiceTests
{
    private static readonly string[] Chat = ["validate", "samples/broken/chat.jsonl", "--format", "vertex/chat"];

    [Theory]
    [InlineData("PLB4010", "PLB4010 PLB4010")]
    [InlineData("required", "PLB4010 PLB4010")]
    [InlineData("plb50", "PLB5001 PLB5007 PLB5006 PLB5020")]
    [InlineData("enum,min-items", "PLB4002 PLB4020")]
    public void Selected_rules_alone_count(string rules, string found)
    {
        JsonReport report = JsonReport.Of(Tool.Run([.. Chat, "--select", rules, "--report", "json"]));
        Assert.Equal(found, string.Join(' ', report.Findings.Select(finding => finding.Rule)));
        Assert.Equal(12 - report.Findings.Count, report.Files[0].GetProperty("ignored").GetInt64());
        Assert.Equal(report.Findings.Count(finding => finding.Severity == "error"), report.Files[0].GetProperty("errors").GetInt64());
    }

    [Fact]
    public void Ignored_rules_are_part_of_nothing_but_their_own_count()
    {
        string[] ignore = ["--ignore", "PLB4", "--ignore", "malformed-json,empty-line,trailing-text,too-few-examples"];
        ToolResult text = Tool.Run([.. Chat, .. ignore]);
        Assert.Equal(0, text.ExitCode);
        Assert.Contains("\n  ignored: 12 findings of rules that do not count here (--select, --ignore)\nno errors\n", text.Output, StringComparison.Ordinal);

        JsonElement file = JsonReport.Of(Tool.Run([.. Chat, .. ignore, "--report", "json"])).Files[0];
        Assert.Equal((0, 0, 12), (file.GetProperty("errors").GetInt64(), file.GetProperty("faultyLines").GetInt64(), file.GetProperty("ignored").GetInt64()));
        Assert.Equal("{}", file.GetProperty("rules").GetRawText().Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_whose_errors_are_ignored_is_valid_in_every_report()
    {
        string[] units = Tool.Run([.. Chat, "--ignore", "PLB40", "--report", "flag"]).Lines;
        Assert.Equal("{\"file\":\"samples/broken/chat.jsonl\",\"line\":2,\"valid\":true}", units[1]);
    }

    [Fact]
    public void What_is_selected_and_ignored_is_ignored()
    {
        ToolResult result = Tool.Run([.. Chat, "--select", "PLB500", "--ignore", "malformed-json,trailing-text", "--report", "json"]);
        Assert.Equal(["PLB5007"], JsonReport.Of(result).Findings.Select(finding => finding.Rule));
        ToolResult nothing = Tool.Run([.. Chat, "--select", "PLB5008", "--ignore", "PLB5"]);
        Assert.Equal(2, nothing.ExitCode);
        Assert.StartsWith("plumbline: no rule is left: ", nothing.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--ignore requierd", "--ignore: unknown rule \"requierd\": did you mean \"required\"?")]
    [InlineData("--select PLB4019", "--select: unknown rule \"PLB4019\": did you mean \"PLB4010\"?")]
    [InlineData("--select PLB1001", "--select PLB1001 has no effect: PLB1001 schema-not-json is about schema files and code, not about data")]
    public void An_unknown_rule_is_answered_with_the_nearest(string option, string sentence)
    {
        ToolResult result = Tool.Run([.. Chat, .. option.Split(' ')]);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"plumbline: {sentence}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fail_fast_ends_after_the_first_line_with_an_error_whatever_the_number_of_threads()
    {
        // Errors in several of the pieces that threads judge side by side; a warning before them all.
        string[] lines = [.. Enumerable.Repeat("{\"input_text\":\"a\",\"output_text\":\"b\"}\n", 100_000)];
        lines[10] = "{\"input_text\":\"a\",\"output_text\":\"\"}\n";
        foreach (int at in (int[])[40_000, 40_001, 55_000, 70_000])
        {
            lines[at] = "{\"input_text\":1,\"output_text\":2}\n";
        }

        using var file = new TemporaryFile(string.Concat(lines));
        foreach (string threads in (string[])["1", "2", "4"])
        {
            string[] options = ["--format", "vertex/text", "--threads", threads, "--ignore", "PLB5", "--fail-fast", "--report", "json"];
            string[] arguments = ["validate", file.Path, "samples/text.jsonl", .. options];
            ToolResult result = Tool.Run(arguments);
            JsonReport report = JsonReport.Of(result);
            JsonElement summary = Assert.Single(report.Files);
            Assert.Equal(1, result.ExitCode);
            Assert.True(report.Root.GetProperty("stopped").GetBoolean());
            Assert.False(summary.GetProperty("complete").GetBoolean());
            Assert.Equal(["11 warning", "40001 error", "40001 error"], report.Findings.Select(finding => $"{finding.Line} {finding.Severity}"));
            Assert.Equal(40_001, summary.GetProperty("lines").GetInt64());
            Assert.Equal(lines.Take(40_001).Sum(line => line.Length), summary.GetProperty("bytes").GetInt64());
            Assert.Equal(11, JsonReport.Of(Tool.Run([.. arguments, "--strict"])).Files[0].GetProperty("lines").GetInt64());
        }
    }

    [Fact]
    public void Fail_fast_says_where_it_ended_and_a_clean_run_does_not()
    {
        ToolResult result = Tool.Run([.. Chat, "--fail-fast"]);
        Assert.Contains("\nstopped at the first line that fails (--fail-fast): what follows it was not read\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PLB5020", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "stopped", Tool.Run("validate", "samples/gemini/sft.jsonl", "--format", "gemini/sft", "--fail-fast").Output, StringComparison.Ordinal);
    }
}
