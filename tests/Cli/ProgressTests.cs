using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Plumbline.Cli.Progress;
using Plumbline.Testing;
using Spectre.Console;

namespace Plumbline.Cli.Tests;

/// <summary>The line that shows how far a run has come: what it says, when it is there, and that nothing of it is left.</summary>
public class ProgressTests
{
    private const string Example = "{\"input_text\":\"a\",\"output_text\":\"b\"}\n";
    private const string Clear = "\u001b[2K";
    private const string ShowCursor = "\u001b[?25h";

    [Theory]
    [InlineData(0, null, 1, "0.0 MB/s · 0 lines · 0 findings")]
    [InlineData(100, null, 0, "3.7 MB/s · 100 lines · 0 findings")]
    [InlineData(100, 7200L, 1, "0.0 MB/s · 100 lines · 0 findings · 0:01 left")]
    [InlineData(2000, 74000L * 100, 2, "0.0 MB/s · 2,000 lines · 0 findings · 3:18 left")]
    [InlineData(2000, 74000L * 10_000, 2, "0.0 MB/s · 2,000 lines · 0 findings · 5:33:18 left")]
    [InlineData(2000, 74000L, 2, "0.0 MB/s · 2,000 lines · 0 findings · 0:00 left")]
    public void The_words_tell_speed_lines_findings_and_the_time_that_is_left(int lines, long? totalBytes, int seconds, string expected) =>
        Assert.Equal(expected, ProgressText.Of(After(lines).Counts, totalBytes, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void The_bytes_to_read_are_known_of_plain_files_only()
    {
        using var plain = new TemporaryFile(Example);
        using var compressed = new TemporaryFile([0x1F, 0x8B, 8, 0]);
        Assert.Equal(2 * Example.Length, InputLength.Of([plain.Path, plain.Path]));
        Assert.Null(InputLength.Of([plain.Path, compressed.Path]));
        Assert.Null(InputLength.Of([plain.Path, "-"]));
        Assert.Null(InputLength.Of([plain.Path + ".absent"]));
    }

    [Fact]
    public void The_line_is_drawn_and_cleared_and_the_cursor_comes_back()
    {
        using RunProgress progress = After(1234);
        using var stop = new ManualResetEventSlim(initialState: true);
        var written = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(written),
        });
        console.Profile.Width = 120;
        ProgressLine.Draw(console, progress, stop);
        string text = written.ToString();
        Assert.Contains("1,234 lines · 0 findings", text, StringComparison.Ordinal);
        Assert.EndsWith(ShowCursor, text, StringComparison.Ordinal);
        Assert.Contains(Clear, text[text.LastIndexOf("findings", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    public void On_a_terminal_it_shows_while_a_run_goes_on_and_the_report_is_clean(string noColor)
    {
        using var pipe = new NamedPipe();
        using var report = new TemporaryFile("");
        using PseudoTerminal? terminal = PseudoTerminal.Start(
            $"validate {pipe.Path} --format gemini/messages --report json > {report.Path}", ("NO_COLOR", noColor));
        if (terminal is null)
        {
            return;
        }

        string shown;
        using (FileStream input = pipe.Open())
        {
            input.Write(Encoding.UTF8.GetBytes(Example));
            input.Flush();

            // The input goes on until it has been seen.
            shown = terminal.ReadUntil("findings");
        }

        string rest = terminal.Screen.ReadToEnd();
        Assert.Equal(1, terminal.WaitForExit());
        Assert.Contains("MB/s", shown, StringComparison.Ordinal);
        Assert.Equal(noColor.Length == 0, Regex.IsMatch(shown, @"\e\[[0-9;]+m"));
        Assert.Contains(Clear, rest, StringComparison.Ordinal);
        Assert.EndsWith(ShowCursor, rest, StringComparison.Ordinal);
        string json = File.ReadAllText(report.Path);
        Assert.StartsWith("{", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', json);
    }

    [Fact]
    public void It_shows_for_a_range_too_with_the_bytes_of_the_range_as_what_there_is_to_read()
    {
        // A range is of a file, which cannot be made to wait: one whose texts are a single long word each, which no cache of a counter knows, takes seconds.
        string word = new(new Random(1).GetItems<char>("abcdefghijklmnopqrstuvwxyz", 45_000));
        string example = $"{{\"input_text\":\"{word}\",\"output_text\":\"b\"}}\n";
        using var lines = new TemporaryFile(string.Concat(Enumerable.Repeat(example, 800)));
        using var summary = new TemporaryFile("");
        using PseudoTerminal? terminal = PseudoTerminal.Start(
            $"validate {lines.Path} --format vertex/text --range 0:{example.Length * 799} --summary {summary.Path} --threads 1 --tokenizer o200k_base --tokens --report html");
        if (terminal is null)
        {
            return;
        }

        string shown = terminal.ReadUntil(" left");
        string rest = terminal.Screen.ReadToEnd();
        Assert.Equal(0, terminal.WaitForExit());
        Assert.Contains("MB/s", shown, StringComparison.Ordinal);
        Assert.Contains("799 lines", rest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", false)]
    [InlineData("--quiet", "", true)]
    [InlineData("", "true", true)]
    public void A_run_that_is_over_soon_or_that_nobody_watches_does_not_load_what_draws_it(string option, string ci, bool isLong)
    {
        using var loaded = new TemporaryFile("");
        using var pipe = new NamedPipe();
        using var lines = new TemporaryFile(string.Concat(Enumerable.Repeat(Example, 1000)));
        using PseudoTerminal? terminal = PseudoTerminal.Start(
            $"validate {(isLong ? pipe.Path : lines.Path)} {option} --format vertex/text > /dev/null",
            ("CI", ci),
            ("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location),
            (ObservedRun.Variable, loaded.Path));
        if (terminal is null)
        {
            return;
        }

        if (isLong)
        {
            // As much as takes a while; nothing is waited for.
            byte[] block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Example, 10_000)));
            using FileStream input = pipe.Open();
            var clock = Stopwatch.StartNew();
            while (clock.ElapsedMilliseconds < 1000)
            {
                input.Write(block);
            }
        }

        string shown = terminal.Screen.ReadToEnd();
        terminal.WaitForExit();
        Assert.DoesNotContain("MB/s", shown, StringComparison.Ordinal);
        string[] assemblies = File.ReadAllLines(loaded.Path);
        Assert.Contains("Plumbline.Runtime", assemblies);
        Assert.DoesNotContain("Spectre.Console", assemblies);
    }

    [Fact]
    public void Quiet_leaves_remarks_out_and_faults_in()
    {
        using var lines = new TemporaryFile(Example);
        ToolResult result = Tool.Run("validate", lines.Path, "absent.jsonl", "--format", "vertex/text", "--quiet", "--report", "json=/dev/null");
        Assert.Equal(3, result.ExitCode);
        Assert.Equal("plumbline: cannot read absent.jsonl: there is no such file\n", result.Error);
    }

    private static RunProgress After(int lines)
    {
        var progress = RunProgress.Of([], isQuiet: true, streamsOutput: false);
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Example, lines)));
        new DatasetRun(() => new NoFaults(), options: new DatasetOptions { Progress = progress.Counts }).Read(new MemoryStream(text), new NoSink());
        return progress;
    }

    private sealed class NoFaults : LineTextJudge
    {
        protected override void Judge(ReadOnlySpan<byte> line, FaultList faults, Span<long> counters)
        {
            // Everything is right.
        }
    }

    private sealed class NoSink : IFindingSink
    {
        public void Add(Finding finding)
        {
        }
    }

    private sealed class NamedPipe : IDisposable
    {
        public NamedPipe()
        {
            if (OperatingSystem.IsLinux())
            {
                using Process make = Process.Start("mkfifo", [Path]);
                make.WaitForExit();
            }
        }

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"plumbline-{Guid.NewGuid():N}.pipe");

        /// <summary>Opens it for writing; returns when the tool has opened it for reading.</summary>
        public FileStream Open() =>
            new(Path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0 });

        public void Dispose() => File.Delete(Path);
    }
}
