using System.Text.RegularExpressions;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>What the reports look like. The golden texts stand in Golden/; run the tests with PLUMBLINE_ACCEPT=1 to write them anew, and read the
/// difference.</summary>
public partial class ReportTests
{
    [Theory]
    [InlineData("chat.text", "validate samples/broken/chat.jsonl --format vertex/chat")]
    [InlineData("chat.concise", "validate samples/broken/chat.jsonl --format vertex/chat --report concise")]
    [InlineData("chat.json", "validate samples/broken/chat.jsonl --format vertex/chat --report json")]
    [InlineData("chat.basic", "validate samples/broken/chat.jsonl --format vertex/chat --report basic")]
    [InlineData("tickets.basic", "validate samples/broken/tickets.jsonl samples/tickets.jsonl --schema samples/schemas/ticket.schema.json --report basic")]
    [InlineData("tickets.flag", "validate samples/broken/tickets.jsonl samples/tickets.jsonl --schema samples/schemas/ticket.schema.json --report flag")]
    [InlineData("text.text", "validate samples/broken/text.jsonl --format vertex/text")]
    [InlineData("text.concise", "validate samples/broken/text.jsonl --format vertex/text --report concise")]
    [InlineData("tickets.text", "validate samples/tickets.jsonl samples/broken/tickets.jsonl --schema samples/schemas/ticket.schema.json")]
    [InlineData("limited.concise", "validate samples/broken/chat.jsonl --format vertex/chat --report concise --max-errors 2")]
    [InlineData("tokens.text", "validate samples/chat.jsonl samples/broken/chat.jsonl --format vertex/chat --tokenizer o200k_base --tokens")]
    [InlineData("tokens.json", "validate samples/text.jsonl --format vertex/text --tokenizer o200k_base --tokens --report json")]
    [InlineData("chat.jsonl", "validate samples/broken/chat.jsonl samples/chat.jsonl --format vertex/chat --report jsonl")]
    [InlineData("chat.sarif", "validate samples/broken/chat.jsonl samples/chat.jsonl --format vertex/chat --report sarif")]
    [InlineData("chat.junit", "validate samples/broken/chat.jsonl samples/chat.jsonl --format vertex/chat --report junit")]
    [InlineData("chat.github", "validate samples/broken/chat.jsonl samples/chat.jsonl --format vertex/chat --report github")]
    [InlineData("chat.gitlab", "validate samples/broken/chat.jsonl samples/chat.jsonl --format vertex/chat --report gitlab")]
    [InlineData("formats", "formats")]
    [InlineData("help", "--help")]
    [InlineData("validate.help", "validate --help")]
    [InlineData("request.help", "request --help")]
    [InlineData("preflight.help", "preflight --help")]
    [InlineData("convert.help", "convert --help")]
    [InlineData("merge.help", "merge --help")]
    [InlineData("fix.help", "fix --help")]
    [InlineData("generate.help", "generate --help")]
    [InlineData("schema.help", "schema --help")]
    [InlineData("schema.text", "schema schemas/vertex/chat.schema.json samples/schemas/broken.schema.json")]
    [InlineData(
        "preflight.text", "preflight samples/requests/broken/1-colon.tune-code.json --train samples/broken/text.jsonl --evaluation samples/evaluation.jsonl")]
    [InlineData("request.text", "request samples/requests/broken/4-quoted-numbers.tune-code.json --kind vertex/tune-code")]
    public void A_report_reads_as_its_golden_text(string name, string arguments)
    {
        string output = WithoutTimes(Tool.Run(arguments.Split(' ')).Output);
        Assert.Equal(GoldenText.Beside(output, "tests", "Cli", "Golden", name + ".txt"), output);
    }

    [Fact]
    public void Max_errors_stops_printing_and_not_counting()
    {
        ToolResult result = Tool.Run("validate", "samples/broken/chat.jsonl", "--format", "vertex/chat", "--report", "json", "--max-errors", "3");
        JsonReport all = JsonReport.Of(Tool.Run("validate", "samples/broken/chat.jsonl", "--format", "vertex/chat", "--report", "json"));
        JsonReport three = JsonReport.Of(result);
        Assert.Equal(all.Findings.Take(3), three.Findings);
        Assert.Equal(all.Findings.Count - 3, three.Root.GetProperty("findingsLeftOut").GetInt64());
        Assert.Equal(all.Files[0].GetProperty("errors").GetInt64(), three.Files[0].GetProperty("errors").GetInt64());
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public void Standard_input_is_read_where_the_file_is_a_dash()
    {
        byte[] text = File.ReadAllBytes(Repository.PathOf("samples", "broken", "chat.jsonl"));
        ToolResult piped = Tool.Run(["validate", "-", "--format", "vertex/chat", "--report", "concise"], text);
        ToolResult named = Tool.Run("validate", "samples/broken/chat.jsonl", "--format", "vertex/chat", "--report", "concise");
        Assert.Equal(WithoutTimes(named.Output).Replace("samples/broken/chat.jsonl", "stdin", StringComparison.Ordinal), WithoutTimes(piped.Output));
        Assert.Equal(1, piped.ExitCode);
    }

    [Fact]
    public void A_report_file_is_written_whole_and_standard_output_stays_empty()
    {
        using var file = new TemporaryFile("what was there before");
        ToolResult result = Tool.Run("validate", "samples/broken/chat.jsonl", "--format", "vertex/chat", "--report", $"concise={file.Path}");
        ToolResult printed = Tool.Run("validate", "samples/broken/chat.jsonl", "--format", "vertex/chat", "--report", "concise");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.EndsWith($"plumbline: concise report written to {file.Path}\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(WithoutTimes(printed.Output), WithoutTimes(File.ReadAllText(file.Path)));
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.GetDirectoryName(file.Path)!), path => path.StartsWith(file.Path + ".", StringComparison.Ordinal));
    }

    [Fact]
    public void Colour_is_for_terminals_only() =>
        Assert.DoesNotContain(
            '\u001b', Tool.Run(["validate", "samples/broken/chat.jsonl", "--format", "vertex/chat"], null, ("TERM", "xterm-256color")).Output);

    [Fact]
    public void Text_of_a_file_cannot_move_the_cursor_of_a_terminal()
    {
        using var file = new TemporaryFile("{\"input_text\":\"a\",\"output_text\":\"b\",\"\\u001b[2J\\u202e\\u2028\":\"\\u001b[2J\"}\n{\"input_text\":\"\u009b2J\u202e\",\"output_text\":7}\n");
        foreach (string report in (string[])["text", "concise"])
        {
            string output = Tool.Run("validate", file.Path, "--format", "vertex/text", "--report", report).Output;
            Assert.DoesNotContain(output, c => (char.IsControl(c) && c != '\n') || c is '\u202e' or '\u2028');
        }
    }

    [Fact]
    public void Ten_thousand_faulty_lines_are_counted_and_three_of_a_kind_are_shown()
    {
        using var file = new TemporaryFile(string.Concat(Enumerable.Repeat("{\"input_text\":\"a\"}\n", 10_000)));
        ToolResult result = Tool.Run("validate", file.Path, "--format", "vertex/text");
        Assert.Contains("error PLB4010 required: A required member is missing (10,000)\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("… and 9,997 more like these\n", result.Output, StringComparison.Ordinal);
        Assert.True(result.Lines.Length < 30, result.Output);
    }

    // Times and speeds are those of the machine; the pages of rules are read where they stand.
    internal static string WithoutTimes(string output) =>
        Pages().Replace(SuiteTimes().Replace(Seconds().Replace(Times().Replace(output, "in TIME (SPEED)"), "$1 0"), "time=\"0\""), "$1: \"PAGE\"");

    [GeneratedRegex("""in [0-9.]+ m?s \([0-9.]+ MB/s\)""")]
    private static partial Regex Times();

    [GeneratedRegex("""("seconds":) ?[0-9.E-]+""")]
    private static partial Regex Seconds();

    [GeneratedRegex("time=\"[0-9.]+\"")]
    private static partial Regex SuiteTimes();

    [GeneratedRegex("""("text"|"markdown"): "# PLB.*"(?=,?$)""", RegexOptions.Multiline)]
    private static partial Regex Pages();
}
