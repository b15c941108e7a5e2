using System.Diagnostics;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>What shells are told may come next, and the scripts by which they ask.</summary>
public class CompletionTests
{
    [Theory]
    [InlineData("plumbline va", "validate")]
    [InlineData("plumbline validate --rep", "--report")]
    [InlineData("plumbline validate x.jsonl --format vertex/co", "vertex/code vertex/codechat")]
    [InlineData("plumbline validate x.jsonl -f au", "auto")]
    [InlineData("plumbline validate x.jsonl --report con", "concise")]
    [InlineData("plumbline merge a.range --report jso", "json jsonl")]
    [InlineData("plumbline schema a.json --report con", "concise")]
    [InlineData("plumbline validate x.jsonl --tokenizer o2", "o200k_base")]
    [InlineData("plumbline validate x.jsonl --format vertex/chat --model ", "chat-bison-32k@002 chat-bison@002")]
    [InlineData("plumbline validate x.jsonl --model codechat-bison@", "codechat-bison@002")]
    [InlineData("plumbline request job.json --kind vertex/tune-co", "vertex/tune-code vertex/tune-codechat")]
    [InlineData("plumbline convert a.jsonl --to openai/ch", "openai/chat")]
    [InlineData("plumbline completion z", "zsh")]
    [InlineData("plumbline validate x.jsonl --schema ", "")]
    public void The_tool_says_what_may_come_next(string line, string words)
    {
        ToolResult result = Tool.Run($"[suggest:{line.Length}]", line);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        string start = line[(line.LastIndexOf(' ') + 1)..];
        Assert.Equal(words, string.Join(' ', result.Lines.Where(word => word.StartsWith(start, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void Each_shell_has_a_script_that_asks_the_tool(string shell)
    {
        ToolResult result = Tool.Run("completion", shell);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("plumbline \"[suggest:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_may_be_called_as_help_is_on_Windows()
    {
        ToolResult result = Tool.Run("validate", "/h", "--format", "gemini/sft");
        Assert.Equal((3, "plumbline: cannot read /h: there is no such file\n"), (result.ExitCode, result.Error));
        Assert.DoesNotContain("/h", Tool.Run("[suggest:10]", "plumbline ").Lines);
    }

    [Fact]
    public void Another_shell_is_a_usage_error() => Assert.Equal(2, Tool.Run("completion", "tcsh").ExitCode);

    [Theory]
    [InlineData("plumbline val", "val", "validate")]
    [InlineData("plumbline validate --ev", "--ev", "--evaluation")]
    [InlineData("plumbline validate --format vertex/cod", "vertex/cod", "vertex/code vertex/codechat")]
    [InlineData("plumbline validate --model codechat-bison@00", "00", "002")]
    [InlineData("plumbline validate --model codechat-bison@", "@", "002")]
    [InlineData("plumbline fix --speaker ", "", "author role")]
    [InlineData("plumbline validate samples/tick", "samples/tick", "samples/tickets.jsonl")]
    [InlineData("plumbline schema samples/schemas/tic", "samples/schemas/tic", "samples/schemas/ticket.schema.json")]
    public void Bash_completes_words_of_the_tool_and_files(string line, string word, string words)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        string script = $$"""
            plumbline() { dotnet exec '{{Path.Combine(AppContext.BaseDirectory, "plumbline.dll")}}' "$@"; }
            source <(plumbline completion bash)
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=('{{word}}') COMP_CWORD=0
            _plumbline
            echo "${COMPREPLY[*]}"
            complete -p plumbline >/dev/null
            """;
        var start = new ProcessStartInfo("bash", ["--norc", "-c", script]) { RedirectStandardOutput = true, WorkingDirectory = Repository.Root };
        using Process bash = Process.Start(start)!;
        string output = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        Assert.Equal((0, words), (bash.ExitCode, output.TrimEnd('\n')));
    }
}
