using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>Several reports of one run: each as if it were the only one.</summary>
public class SeveralReportsTests
{
    private static readonly string[] Kinds = ["text", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "flag"];

    [Theory]
    [InlineData()]
    [InlineData("--max-errors", "5")]
    public void Each_is_the_report_that_it_would_be_alone(params string[] options)
    {
        // Long enough for reports that only count to do so, while others want every finding; two faults in a line, one of them counted.
        using var file = new TemporaryFile(string.Concat(Enumerable.Repeat("{\"input_text\":\"a\"}\n{\"input_text\":7,\"output_text\":[]}\n", 3000)));
        string[] kinds = options.Length == 0 ? Kinds : [.. Kinds.Where(kind => kind != "flag")];
        string[] arguments = ["validate", file.Path, "samples/broken/text.jsonl", "--format", "vertex/text", "--threads", "3", .. options];
        using var folder = new TemporaryFolder();
        ToolResult together = Tool.Run([.. arguments, .. kinds.SelectMany(kind => (string[])["--report", $"{kind}={folder.PathOf(kind)}"])]);
        Assert.Equal(1, together.ExitCode);
        Assert.Equal("", together.Output);
        Assert.Equal(kinds.Order(StringComparer.Ordinal), folder.Files);
        foreach (string kind in kinds)
        {
            string alone = Tool.Run([.. arguments, "--report", kind]).Output;
            Assert.Equal(ReportTests.WithoutTimes(alone), ReportTests.WithoutTimes(folder.Read(kind)));
        }
    }

    [Fact]
    public void One_may_stand_on_standard_output()
    {
        using var file = new TemporaryFile("");
        ToolResult result = Tool.Run("validate", "samples/broken/chat.jsonl", "--format", "vertex/chat", "--report", $"json={file.Path}", "-r", "concise");
        Assert.StartsWith("samples/broken/chat.jsonl:2:66: error PLB4002 enum: ", result.Output, StringComparison.Ordinal);
        Assert.EndsWith($"plumbline: json report written to {file.Path}\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_told_of_the_report_and_leaves_nothing_half_written()
    {
        if (!File.Exists("/dev/full"))
        {
            Console.WriteLine("missing: /dev/full, which only Linux has; the test that writes to it did not run");
            return;
        }

        using var lines = new TemporaryFile(string.Concat(Enumerable.Repeat("{\"input_text\":\"a\"}\n", 2000)));
        using var folder = new TemporaryFolder();
        foreach (string kind in Kinds)
        {
            string[] reports = ["--report", $"{kind}=/dev/full", "--report", $"jsonl={folder.PathOf("report")}"];
            ToolResult result = Tool.Run(["validate", lines.Path, "--format", "vertex/text", .. reports]);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains("plumbline: cannot write /dev/full: No space left on device", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("cannot read", result.Error, StringComparison.Ordinal);
            Assert.Empty(folder.Files);
        }
    }

    [Fact]
    public void Standard_output_that_cannot_be_written_is_told_of_the_report_too()
    {
        if (!File.Exists("/dev/full"))
        {
            Console.WriteLine("missing: /dev/full, which only Linux has; the test that writes to it did not run");
            return;
        }

        foreach (string kind in Kinds)
        {
            ToolResult result = Shell.Run("exec \"$@\" > /dev/full", ["samples/broken/chat.jsonl", "--format", "vertex/chat", "--report", kind]);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains("plumbline: cannot write standard output: No space left on device", result.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("jsno", "did you mean \"json\"?")]
    [InlineData("xml", "there are text, concise, json, jsonl, sarif, junit, github, gitlab, html, basic, flag")]
    public void An_unknown_kind_is_answered_with_those_that_there_are(string kind, string words)
    {
        ToolResult result = Tool.Run("validate", "samples/chat.jsonl", "--format", "vertex/chat", "--report", $"{kind}=a.txt");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }
}
