using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>Runs that end early.</summary>
public sealed class InterruptionTests : IDisposable
{
    private static readonly byte[] Lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"input_text\":\"a\",\"output_text\":\"b\"}\n", 1000)));

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Ctrl_C_prints_the_summary_of_what_was_read_and_gives_130()
    {
        ToolResult result = await Signalled("INT", "validate", "-", "--format", "vertex/text");
        Assert.Equal(130, result.ExitCode);
        Assert.Matches(@"\ninterrupted after [0-9,]+ lines: what follows them was not read\n", result.Output);
        Assert.Equal(Retired("vertex/text"), result.Error);
    }

    [Fact]
    public async Task Ctrl_C_ends_statistics_with_those_of_what_was_read()
    {
        ToolResult result = await Signalled("INT", "stats", "-", "--format", "vertex/text");
        Assert.Equal((130, ""), (result.ExitCode, result.Error));
        Assert.Matches(@"stdin: [0-9,]+ examples in [0-9,]+ lines", result.Output);
        Assert.Contains("/output_text", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"interrupted after [0-9,]+ lines", result.Output);
    }

    [Fact]
    public async Task Ctrl_C_leaves_reports_of_what_was_read_in_their_files()
    {
        ToolResult result = await Signalled("INT", "validate", "-", "--format", "vertex/text", "--report", $"json={New}");
        Assert.Equal((130, ""), (result.ExitCode, result.Output));
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(New));
        Assert.True(report.RootElement.GetProperty("interrupted").GetBoolean());
        Assert.False(report.RootElement.GetProperty("files")[0].GetProperty("complete").GetBoolean());
    }

    [Theory]
    [InlineData("fix - --all-safe --output", @"interrupted after [0-9,]+ lines: nothing was written")]
    [InlineData("fix - --all-safe --format openai/chat --output", @"interrupted after [0-9,]+ lines: nothing was written")]
    [InlineData("convert - --from vertex/text --to openai/chat --output", @"nothing was written to .*new")]
    public async Task Ctrl_C_leaves_no_half_of_what_is_rewritten(string arguments, string sentence)
    {
        ToolResult result = await Signalled("INT", [.. arguments.Split(' '), New]);
        Assert.Equal(130, result.ExitCode);
        Assert.Matches(sentence, result.Error);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Ctrl_C_says_how_far_a_conversion_came_and_what_it_lost_so_far()
    {
        ToolResult result = await Signalled("INT", "convert", "-", "--from", "vertex/text", "--to", "openai/chat", "--output", New);
        Assert.Matches(@"stdin: vertex/text to openai/chat: [0-9,]+ examples, [0-9,]+ lines written\ninterrupted: what follows was not read\n", result.Output);
    }

    [Fact]
    public async Task A_second_Ctrl_C_ends_a_run_that_waits_for_its_input()
    {
        using Process process = Tool.Start(["fix", "-", "--all-safe", "--output", New]);
        Stream input = process.StandardInput.BaseStream;
        for (int i = 0; i < 8_000_000 / Lines.Length; i++)
        {
            await input.WriteAsync(Lines);
        }

        // The input goes on without a line: no run can come to its end, and each signal is obeyed on its own.
        while (!process.HasExited)
        {
            using Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
            await kill.WaitForExitAsync();
        }

        Assert.Equal(130, process.ExitCode);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("validate - --format vertex/text", "MB/s", "interrupted after no lines")]
    [InlineData("stats -", "MB/s", "interrupted after no lines")]
    [InlineData("convert - --from vertex/text --to vertex/chat --output NEW", "is retired", "nothing was written to")]
    public void Ctrl_C_ends_the_wait_for_somebody_who_does_not_type(string arguments, string reads, string sentence)
    {
        using PseudoTerminal? terminal = PseudoTerminal.Start(arguments.Replace("NEW", New, StringComparison.Ordinal));
        if (terminal is null)
        {
            return;
        }

        Assert.Contains(reads, terminal.ReadUntil(reads), StringComparison.Ordinal);
        terminal.Type("\u0003");
        string rest = terminal.Screen.ReadToEnd();
        Assert.Equal(130, terminal.WaitForExit());
        Assert.Contains(sentence, rest, StringComparison.Ordinal);
        Assert.Empty(_folder.Files);
    }

    [Theory]
    [InlineData("validate - --format vertex/text --report")]
    [InlineData("fix - --all-safe --output")]
    public async Task What_ends_the_process_leaves_nothing_half_written(string arguments)
    {
        string file = arguments.EndsWith("--report", StringComparison.Ordinal) ? $"json={New}" : New;
        ToolResult result = await Signalled("TERM", [.. arguments.Split(' '), file]);
        Assert.Equal(143, result.ExitCode);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Nobody_reading_the_report_is_no_fault()
    {
        using Process process = Tool.Start(["validate", "samples/broken/chat.jsonl", "--format", "vertex/chat"]);
        process.StandardOutput.Close();
        process.StandardInput.Close();
        Assert.Equal(Retired("vertex/chat"), await process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal(1, process.ExitCode);
    }

    private string New => _folder.PathOf("new");

    public void Dispose() => _folder.Dispose();

    // Runs until the signal, among lines that go on.
    private static async Task<ToolResult> Signalled(string signal, params string[] arguments)
    {
        using Process process = Tool.Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        Stream input = process.StandardInput.BaseStream;

        // A pipe holds far less than 8 MB: once they are written, the tool is known to be reading.
        for (int i = 0; i < 8_000_000 / Lines.Length; i++)
        {
            await input.WriteAsync(Lines);
        }

        using (Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await WriteUntilRefused(input);
        await process.WaitForExitAsync();
        return new ToolResult(process.ExitCode, await output, await error);
    }

    private static string Retired(string format) => $"plumbline: {format} is retired: the bison models are retired; see gemini/sft\n";

    private static async Task WriteUntilRefused(Stream input)
    {
        try
        {
            // Bounded: where this process was started with SIGINT ignored, so is its child, and no interruption ever comes.
            for (long written = 0; written < 2_000_000_000; written += Lines.Length)
            {
                await input.WriteAsync(Lines);
            }

            input.Close();
        }
        catch (IOException)
        {
            // The tool has closed its end.
        }
    }
}
