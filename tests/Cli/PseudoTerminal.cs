using System.Diagnostics;
using System.Text;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>The built tool with a terminal for its standard error, made by <c>script</c> of util-linux.</summary>
internal sealed class PseudoTerminal : IDisposable
{
    private readonly Process _process;

    private PseudoTerminal(Process process) => _process = process;

    /// <summary>What the terminal shows, as it comes.</summary>
    public StreamReader Screen => _process.StandardOutput;

    /// <summary>Starts the tool; null, with a word about it, where there is no <c>script</c>.</summary>
    /// <param name="arguments">The arguments, and redirections, as a shell reads them.</param>
    /// <param name="environment">Environment variables to set.</param>
    public static PseudoTerminal? Start(string arguments, params (string Name, string Value)[] environment)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/script"))
        {
            Console.Error.WriteLine("not tested: progress on a terminal, which takes Linux and script (package util-linux or bsdutils)");
            return null;
        }

        var start = new ProcessStartInfo(
            "/usr/bin/script", ["-qec", $"dotnet exec '{Path.Combine(AppContext.BaseDirectory, "plumbline.dll")}' {arguments}", "/dev/null"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach ((string name, string value) in ((string, string)[])[("TERM", "xterm"), ("CI", ""), ("TF_BUILD", ""), .. environment])
        {
            start.Environment[name] = value;
        }

        return new PseudoTerminal(Process.Start(start)!);
    }

    /// <summary>Reads what is shown until a text of it has come.</summary>
    /// <returns>Everything up to there, or to the end where the text never came.</returns>
    public string ReadUntil(string text)
    {
        var shown = new StringBuilder();
        while (!shown.ToString().Contains(text, StringComparison.Ordinal) && Screen.Read() is >= 0 and int next)
        {
            shown.Append((char)next);
        }

        return shown.ToString();
    }

    /// <summary>Types keys.</summary>
    public void Type(string keys)
    {
        _process.StandardInput.Write(keys);
        _process.StandardInput.Flush();
    }

    /// <summary>Waits for the end.</summary>
    public int WaitForExit()
    {
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
