using System.Diagnostics;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>The scripts of <c>plumbline completion</c> in their shells, where these are installed.</summary>
public class CompletionShellTests
{
    private static string Tool => $"dotnet exec '{Path.Combine(AppContext.BaseDirectory, "plumbline.dll")}'";

    [Theory]
    [InlineData("plumbline va", "validate")]
    [InlineData("plumbline validate --ev", "--evaluation")]
    [InlineData("plumbline validate --format vertex/cod", "vertex/code vertex/codechat")]
    [InlineData("plumbline validate --model codechat-bison@", "codechat-bison@002")]
    [InlineData("plumbline validate samples/tick", "samples/tickets.jsonl")]
    [InlineData("plumbline validate --tokenizer o2", "o200k_base")]
    [InlineData("plumbline validate --tokenizer sampl", "samples/")]
    [InlineData("plumbline fix --speaker ", "author role")]
    public void Fish_completes_words_of_the_tool_and_files(string line, string words)
    {
        string script = $"function plumbline; {Tool} $argv; end; plumbline completion fish | source; complete -C '{line}'";
        if (Run("fish", ["--no-config", "-c", script]) is { } output)
        {
            Assert.Equal(words, string.Join(' ', output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        }
    }

    [Theory]
    [InlineData("plumbline va", "plumbline validate ")]
    [InlineData("plumbline validate --ev", "plumbline validate --evaluation ")]
    [InlineData("plumbline validate --format vertex/cod", "plumbline validate --format vertex/code")]
    [InlineData("plumbline validate --model codechat-bison@", "plumbline validate --model codechat-bison@002 ")]
    [InlineData("plumbline validate samples/tick", "plumbline validate samples/tickets.jsonl ")]
    [InlineData("plumbline validate --tokenizer o2", "plumbline validate --tokenizer o200k_base ")]
    [InlineData("plumbline validate --tokenizer sampl", "plumbline validate --tokenizer samples/")]
    public void Zsh_completes_words_of_the_tool_and_files(string line, string completed)
    {
        using var folder = new TemporaryFolder();
        string setup = folder.Write("setup.zsh", $$"""
            PS1= RPS1=
            plumbline() { {{Tool}} "$@" }
            autoload -U compinit && compinit -u -D
            source <(plumbline completion zsh)
            bindkey '^I' complete-word
            tell() { print -r -- "LINE<$BUFFER>" > '{{folder.PathOf("line")}}'; print -r -- TOLD }
            zle -N tell
            bindkey '^X' tell
            print READY
            """);

        // Keys are obeyed in their order: what tells of the line is pressed when the completion is done.
        string script = $$"""
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "source '{{setup}}'"
            zpty -r shell shown '*READY*'
            zpty -n -w shell '{{line}}'$'\t\x18'
            zpty -r shell shown '*TOLD*'
            zpty -d shell
            """;
        if (Run("zsh", ["-f", "-c", script]) is not null)
        {
            Assert.Equal($"LINE<{completed}>\n", folder.Read("line"));
        }
    }

    // Null, with a word about it, where there is no such shell.
    private static string? Run(string shell, string[] arguments)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists($"/usr/bin/{shell}"))
        {
            Console.Error.WriteLine($"not tested: completion in {shell}, which takes Linux and the package {shell}");
            return null;
        }

        var start = new ProcessStartInfo($"/usr/bin/{shell}", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["TERM"] = "xterm";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
