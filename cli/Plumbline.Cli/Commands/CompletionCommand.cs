using System.CommandLine;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline completion</c>: scripts by which shells ask the tool itself what may come next.</summary>
internal static class CompletionCommand
{
    /// <summary>What <c>--help</c> shows after the options.</summary>
    public const string Examples = """
        Examples:
          source <(plumbline completion bash)                                    in ~/.bashrc
          source <(plumbline completion zsh)                                     in ~/.zshrc, after compinit
          plumbline completion fish > ~/.config/fish/completions/plumbline.fish
          plumbline completion pwsh | Out-String | Invoke-Expression             in $PROFILE
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh.", HelpName = "SHELL" };
        shell.AcceptOnlyFromAmong([.. CompletionScripts.ByShell.Keys]);
        var command = new Command("completion", "Prints a script that completes commands, options and their values in a shell.") { shell };
        command.SetAction(parsed =>
        {
            using ReportFile output = ReportFile.Open(null);
            output.Writer.Write(CompletionScripts.ByShell[parsed.GetRequiredValue(shell)] + "\n");
            output.Complete();
            return ExitCode.Clean;
        });
        return command;
    }
}
