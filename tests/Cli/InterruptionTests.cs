using System.Diagnostics;
using System.Text;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>Runs that end early.</summary>
public class InterruptionTests
{
    private static readonly byte[] Lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"input_text\":\"a\",\"output_text\":\"b\"}\n", 1000)));

    [Fact]
    public async Task Ctrl_C_prints_the_summary_of_what_was_read_and_gives_130()
    {
        using Process process = Tool.Start(["validate", "-", "--format", "vertex/text"]);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        Stream input = process.StandardInput.BaseStream;

        // A pipe holds far less than 8 MB: once they are written, the tool is known to be reading.
        for (int i = 0; i < 8_000_000 / Lines.Length; i++)
        {
            await input.WriteAsync(Lines);
        }

        using (Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await WriteUntilRefused(input);
        await process.WaitForExitAsync();
        Assert.Equal(130, process.ExitCode);
        Assert.Matches(@"\ninterrupted after [0-9,]+ lines: what follows them was not read\n", await output);
        Assert.Equal(Retired("vertex/text"), await error);
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
