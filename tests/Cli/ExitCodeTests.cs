using System.IO.Compression;
using System.Text;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>What the tool tells the shell, and on which stream it tells people why.</summary>
public class ExitCodeTests
{
    private const string Retired = "plumbline: vertex/chat is retired: the bison models are retired; see gemini/sft\n";

    [Fact]
    public void A_clean_file_gives_0_and_says_nothing_on_standard_error()
    {
        ToolResult result = Tool.Run("validate", "samples/gemini/sft.jsonl", "--format", "gemini/sft");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public void Errors_give_1_and_stand_on_standard_output()
    {
        ToolResult result = Tool.Run("validate", "samples/broken/chat.jsonl", "--format", "vertex/chat");
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(Retired, result.Error);
        Assert.Contains("PLB4002 enum", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_fail_a_run_only_where_it_is_strict()
    {
        using var file = new TemporaryFile("{\"input_text\": \"2 + 2?\", \"output_text\": \"\"}\n");
        string[] arguments = ["validate", file.Path, "--schema", "schemas/vertex/text.schema.json", "--report", "concise"];
        string many = string.Concat(Enumerable.Repeat(File.ReadAllText(file.Path), 10));
        File.WriteAllText(file.Path, many);
        Assert.Equal(0, Tool.Run(arguments).ExitCode);
        Assert.Equal(1, Tool.Run([.. arguments, "--strict"]).ExitCode);
    }

    [Fact]
    public void Notes_fail_no_run() =>
        Assert.Equal(0, Tool.Run("validate", "samples/chat.jsonl", "--format", "vertex/chat", "--strict").ExitCode);

    [Theory]
    [InlineData("no command", "")]
    [InlineData("neither format nor schema", "validate samples/chat.jsonl")]
    [InlineData("both", "validate samples/chat.jsonl --format vertex/chat --schema samples/schemas/ticket.schema.json")]
    [InlineData("no file", "validate --format vertex/chat")]
    [InlineData("an unknown option", "validate samples/chat.jsonl --format vertex/chat --fast")]
    [InlineData("an unknown report", "validate samples/chat.jsonl --format vertex/chat --report xml")]
    [InlineData("a negative count", "validate samples/chat.jsonl --format vertex/chat --max-errors -1")]
    [InlineData("fewer findings than verdicts need", "validate samples/chat.jsonl --format vertex/chat --max-errors 5 --report flag")]
    [InlineData("no thread", "validate samples/chat.jsonl --format vertex/chat --threads 0")]
    [InlineData("an unknown tokenizer", "validate samples/chat.jsonl --format vertex/chat --tokenizer absent")]
    [InlineData("a file that is no tokenizer", "validate samples/chat.jsonl --format vertex/chat --tokenizer README.md")]
    [InlineData("statistics of no tokenizer", "validate samples/chat.jsonl --format vertex/chat --tokens")]
    [InlineData("an unknown model", "validate samples/chat.jsonl --format vertex/chat --model gpt")]
    [InlineData("standard input twice", "validate - - --format vertex/chat")]
    [InlineData("an absent schema", "validate samples/tickets.jsonl --schema absent.json")]
    [InlineData("a report that is an input", "validate samples/chat.jsonl --format vertex/chat --report text=samples/../samples/chat.jsonl")]
    [InlineData("a report in no folder", "validate samples/chat.jsonl --format vertex/chat --report text=absent/report.txt")]
    [InlineData("a report without its file", "validate samples/chat.jsonl --format vertex/chat --report json=")]
    [InlineData("two reports on standard output", "validate samples/chat.jsonl --format vertex/chat --report json --report text")]
    [InlineData("two reports in one file", "validate samples/chat.jsonl --format vertex/chat --report json=a.txt --report text=./a.txt")]
    [InlineData("a report that counts otherwise beside another", "validate samples/chat.jsonl --format vertex/chat --report basic --report text=a.txt")]
    public void What_cannot_be_done_gives_2_and_a_sentence_on_standard_error(string what, string arguments)
    {
        ToolResult result = Tool.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(result.ExitCode == 2, $"{what}: exit code {result.ExitCode}");
        Assert.Equal("", result.Output);
        Assert.StartsWith("plumbline: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreadable_file_gives_3_which_wins_over_the_findings_of_others()
    {
        ToolResult result = Tool.Run("validate", "samples/broken/chat.jsonl", "samples/absent.jsonl", "samples/chat.jsonl", "--format", "vertex/chat");
        Assert.Equal(3, result.ExitCode);
        Assert.Equal(Retired + "plumbline: cannot read samples/absent.jsonl: there is no such file\n", result.Error);
        Assert.Contains("samples/chat.jsonl: 12 examples", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_compressed_file_that_ends_too_early_gives_3_and_what_was_found_before()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i * i}\n"))));
        }

        using var file = new TemporaryFile(packed.ToArray()[..^20]);
        ToolResult result = Tool.Run("validate", file.Path, "--schema", "samples/schemas/ticket.schema.json", "--report", "concise", "--max-errors", "1");
        Assert.Equal(3, result.ExitCode);
        Assert.Matches($"^plumbline: cannot read {file.Path} beyond line [0-9]{{4}}: the gzip data is damaged or ends too early\n$", result.Error);
        Assert.Contains(":1:1: error PLB4001 type: ", result.Output, StringComparison.Ordinal);
        Assert.Matches("\n[0-9],[0-9]{3} errors\n$", result.Output);
    }

    [Fact]
    public void Help_and_version_give_0()
    {
        Assert.Equal(0, Tool.Run("--help").ExitCode);
        Assert.Equal(0, Tool.Run("validate", "--help").ExitCode);
        Assert.Equal(0, Tool.Run("--version").ExitCode);
    }
}
