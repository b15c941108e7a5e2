using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>What a command line may name, in which order it is read, and inputs that fail.</summary>
public class InputTests
{
    private const string Good = "{\"input_text\":\"a\",\"output_text\":\"b\"}\n";
    private const string Bad = "{\"input_text\":\"a\"}\n";

    [Theory]
    [InlineData("a folder: JSON Lines in it and below, in the order of their names", ".", "a.jsonl a/z.ndjson b/c/d.jsonl.gz b/e.JSONL")]
    [InlineData("a folder below", "b", "b/c/d.jsonl.gz b/e.JSONL")]
    [InlineData("letters of one name", "?.jsonl", "a.jsonl")]
    [InlineData("any folder of one level", "*/*.*", "a/notes.json a/z.ndjson b/e.JSONL")]
    [InlineData("folders at any depth, none included", "**/*.jsonl*", "a.jsonl b/c/d.jsonl.gz")]
    [InlineData("everything below", "b/**", "b/c/d.jsonl.gz b/e.JSONL")]
    [InlineData("hidden files where they are asked for", "**/.*.jsonl", ".hidden.jsonl")]
    [InlineData("a file whose name is a pattern", "w*?.txt", "w*?.txt")]
    [InlineData("what is named twice, once", "a.jsonl ?.jsonl ./a.jsonl", "a.jsonl")]
    [InlineData("the order of the command line", "b/e.JSONL a.jsonl", "b/e.JSONL a.jsonl")]
    public void Names_lead_to_files_in_an_order_that_is_always_the_same(string what, string operands, string files)
    {
        using var folder = new TemporaryFolder();
        string[] names = ["b/e.JSONL", "a.jsonl", "a/z.ndjson", "a/notes.json", "w*?.txt", "wax.txt", ".hidden.jsonl", ".git/x.jsonl", "b/c/d.jsonl.gz"];
        foreach (string name in names)
        {
            folder.Write(name, Good);
        }

        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "b", "up"), folder.Path);
        string[] paths = [.. operands.Split(' ').Select(operand => operand == "." ? folder.Path : Path.Combine(folder.Path, operand))];
        JsonReport report = JsonReport.Of(Tool.Run(["validate", .. paths, "--schema", "samples/schemas/ticket.schema.json", "--report", "json"]));
        string[] found = [.. report.Files.Select(file => Path.GetRelativePath(folder.Path, file.GetProperty("path").GetString()!))];
        Assert.True(files == string.Join(' ', found), $"{what}: {string.Join(' ', found)}");
    }

    [Fact]
    public void What_leads_to_no_file_gives_3_and_a_sentence()
    {
        using var folder = new TemporaryFolder();
        folder.Write("notes.txt", "");
        string[] operands = [folder.Path, $"{folder.Path}/**/*.jsonl", "samples/gemini/sft.jsonl"];
        ToolResult result = Tool.Run(["validate", .. operands, "--format", "gemini/sft", "--report", "concise"]);
        Assert.Equal(3, result.ExitCode);
        Assert.Equal(
            $"plumbline: cannot read {folder.Path}: it is a folder without a file named *.jsonl, *.ndjson, *.jsonl.gz, *.ndjson.gz\n"
            + $"plumbline: cannot read {folder.Path}/**/*.jsonl: no file matches the pattern\n",
            result.Error);
        Assert.Contains("samples/gemini/sft.jsonl: 12 examples", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_files_are_read_in_order_and_the_highest_exit_code_wins()
    {
        using var folder = new TemporaryFolder();
        for (int i = 0; i < 100; i++)
        {
            folder.Write($"{i:D3}.jsonl", string.Concat(Enumerable.Repeat(i % 10 == 3 ? Bad : Good, 20)));
        }

        string[] arguments = ["validate", $"{folder.Path}/*.jsonl", "--format", "vertex/text", "--report", "json"];
        JsonReport report = JsonReport.Of(Tool.Run(arguments));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{folder.Path}/{i:D3}.jsonl"), report.Files.Select(file => file.GetProperty("path").GetString()));
        Assert.Equal(10, report.Files.Count(file => file.GetProperty("errors").GetInt64() == 20));
        Assert.Equal(1, report.Root.GetProperty("exitCode").GetInt32());
        File.Delete($"{folder.Path}/050.jsonl");
        Assert.Equal(3, Tool.Run([.. arguments, $"{folder.Path}/050.jsonl"]).ExitCode);
    }

    [Fact]
    public void Auto_tells_the_format_of_each_file()
    {
        string[] files = ["samples/gemini/sft.jsonl", "samples/openai/chat.jsonl", "samples/absent.jsonl"];
        ToolResult result = Tool.Run(["validate", .. files, "--format", "auto", "--report", "json"]);
        JsonReport report = JsonReport.Of(result);
        Assert.Equal(3, result.ExitCode);
        Assert.Equal(["gemini/sft", "openai/chat"], report.Files.Select(file => file.GetProperty("format").GetString()));
        Assert.Equal("there is no such file", report.Root.GetProperty("unread")[0].GetProperty("reason").GetString());
        Assert.Contains("samples/gemini/sft.jsonl is read as gemini/sft: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("samples/openai/chat.jsonl is read as openai/chat: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Auto_looks_into_compressed_files()
    {
        using var folder = new TemporaryFolder();
        string path = Zip(folder, "sft.jsonl.gz", File.ReadAllText(Repository.PathOf("samples", "gemini", "sft.jsonl")));
        ToolResult result = Tool.Run("validate", path, "--format", "auto");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("is read as gemini/sft", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Excerpts_are_not_cut_from_compressed_bytes()
    {
        using var folder = new TemporaryFolder();
        IEnumerable<string> lines = Enumerable.Range(0, 200).Select(i => $"{{\"input_text\":{i * 7919},\"output_text\":\"b\"}}\n");
        string path = Zip(folder, "text.jsonl.gz", string.Concat(lines));
        ToolResult result = Tool.Run("validate", path, "--format", "vertex/text");
        Assert.Contains($"{path}:3:15", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("    | ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_with_a_name_is_read_once_and_whole()
    {
        string file = Repository.PathOf("samples", "broken", "text.jsonl");
        ToolResult named = Tool.Run("validate", file, "--format", "vertex/text", "--report", "json");
        ToolResult piped = Shell.Run("exec \"$@\" <(cat \"$FILE\")", ["--format", "vertex/text", "--report", "json"], ("FILE", file));
        Assert.Equal(
            JsonReport.Of(named).Findings.Select(finding => (finding.Rule, finding.Line, finding.Column)),
            JsonReport.Of(piped).Findings.Select(finding => (finding.Rule, finding.Line, finding.Column)));
    }

    [Fact]
    public void Whoever_reads_only_the_first_line_of_a_report_is_not_told_of_a_fault()
    {
        using var file = new TemporaryFile(string.Concat(Enumerable.Repeat(Bad, 20_000)));
        ToolResult result = Shell.Run("\"$@\" | head -n 1; exit ${PIPESTATUS[0]}", ["--format", "vertex/text", "--report", "concise", file.Path]);
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"{file.Path}:1:1: error PLB4010 required: ", Assert.Single(result.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("cannot write", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_said_to_be_one()
    {
        // Opens, for any user, and cannot be read at its beginning.
        const string Path = "/proc/self/mem";
        if (!File.Exists(Path))
        {
            Console.WriteLine($"missing: {Path}, which only Linux has; the test that reads it did not run");
            return;
        }

        ToolResult result = Tool.Run("validate", Path, "samples/broken/text.jsonl", "--format", "vertex/text");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains($"plumbline: cannot read {Path}: Input/output error", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_not_utf8_is_said_to_be_one()
    {
        using var folder = new TemporaryFolder();
        const string Line = """cd "$FOLDER"; n=$'caf\xe9.jsonl'; printf '{}\n' > "$n"; "$@" "$n" .; code=$?; rm "$n"; exit $code""";
        ToolResult result = Shell.Run(Line, ["--format", "vertex/text"], ("FOLDER", folder.Path));
        Assert.Equal(3, result.ExitCode);
        string sentence = "caf\uFFFD.jsonl: its name is not UTF-8, as names have to be; rename it\n";
        Assert.Contains($"plumbline: cannot read {sentence}", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    public async Task A_file_that_shrinks_while_it_is_read_is_not_taken_for_a_shorter_one(string threads)
    {
        using var file = new TemporaryFile(string.Concat(Enumerable.Repeat(Bad, 1_000_000)));
        using Process process = Tool.Start(["validate", file.Path, "--format", "vertex/text", "--report", "jsonl", "--threads", threads]);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();

        // Findings are there, and nobody takes more of them than a pipe holds: the tool waits in the first part of the file.
        Assert.Equal('{', process.StandardOutput.Read());
        using (Process truncate = Process.Start("truncate", ["-s", "10000000", file.Path]))
        {
            await truncate.WaitForExitAsync();
        }

        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(3, process.ExitCode);
        Assert.Matches($"cannot read {file.Path} beyond line [0-9]+: the file became shorter while it was read\n", await error);
        Assert.Contains("\"reason\":\"the file became shorter while it was read beyond line ", output, StringComparison.Ordinal);
    }

    private static string Zip(TemporaryFolder folder, string name, string text)
    {
        string path = Path.Combine(folder.Path, name);
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(text));
        return path;
    }
}
