using System.Text.Json;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>Real datasets, with the numbers that the facts lead one to expect.</summary>
public class DatasetTests
{
    [Fact]
    public void Code_alpaca_has_2017_examples_no_error_and_two_empty_answers() => WithReport("code-alpaca.vertex-code.jsonl", "vertex/code", (report, file) =>
    {
        Assert.Equal(2017, file.GetProperty("examples").GetInt64());
        Assert.Equal(0, file.GetProperty("errors").GetInt64());
        Assert.Equal(2, file.GetProperty("warnings").GetInt64());
        Assert.All(report.Findings, finding => Assert.Equal(("PLB4030", "/output_text"), (finding.Rule, finding.Pointer)));
    });

    [Fact]
    public void Alpaca_demo_has_999_examples_and_no_error() => WithReport("alpaca-demo.vertex-text.jsonl", "vertex/text", (_, file) =>
    {
        Assert.Equal(999, file.GetProperty("examples").GetInt64());
        Assert.Equal(0, file.GetProperty("errors").GetInt64());
    });

    [Fact]
    public void Dpo_demo_begins_80_times_with_the_assistant_and_has_162_odd_lengths() =>
        WithReport("dpo-demo.vertex-chat.jsonl", "vertex/chat", (report, file) =>
    {
        Assert.Equal(300, file.GetProperty("examples").GetInt64());
        Assert.Equal(1206, file.GetProperty("totals").GetProperty("/messages/*/author").GetInt64());
        Assert.Equal(80, file.GetProperty("errors").GetInt64());
        Assert.Equal(162, file.GetProperty("warnings").GetInt64());
        Assert.All(report.Findings.Where(finding => finding.Severity == "error"), finding => Assert.Equal("/messages/0/author", finding.Pointer));
        Assert.Equal(114, report.Findings.Count(finding => finding.Rule == "PLB4020"));
        Assert.Equal(48, report.Findings.Count(finding => finding.Rule == "PLB4021"));
        Assert.All(report.Findings.Where(finding => finding.Severity == "warning"), finding => Assert.Equal("/messages", finding.Pointer));
    });

    [Fact]
    public void Glaive_demo_is_valid() => WithReport("glaive-demo.llama-chat.jsonl", "vertex/llama-chat", (report, file) =>
    {
        Assert.Equal(300, file.GetProperty("examples").GetInt64());
        Assert.Empty(report.Findings);
    });

    [Fact]
    public void Lists_of_content_parts_are_refused_on_every_line_with_the_type_that_was_expected() =>
        WithReport("llamafactory-v1-sft-demo.jsonl", "vertex/llama-chat", (report, file) =>
        {
            long lines = file.GetProperty("lines").GetInt64();
            JsonFinding[] first = [.. report.Findings.Where(finding => finding.Pointer == "/messages/0/content")];
            Assert.Equal(lines, first.LongLength);
            Assert.Equal(Enumerable.Range(1, first.Length).Select(line => (long)line), first.Select(finding => finding.Line));
            Assert.All(first, finding => Assert.Equal(("PLB4001", "a string"), (finding.Rule, finding.Expected)));
        });

    private static void WithReport(string name, string format, Action<JsonReport, JsonElement> check)
    {
        if (SharedData.PathOf("datasets", name) is { } path)
        {
            JsonReport report = JsonReport.Of(Tool.Run("validate", path, "--format", format, "--report", "json"));
            check(report, Assert.Single(report.Files));
        }
    }
}
