using System.Diagnostics;
using System.Text;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>The tool among pipes and redirections, as a shell starts it.</summary>
internal static class Shell
{
    /// <summary>Runs a line of bash from the root of the checkout.</summary>
    /// <param name="line">The line; <c>"$@"</c> is <c>plumbline validate</c> with the arguments.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="environment">Environment variables to set.</param>
    public static ToolResult Run(string line, string[] arguments, params (string Name, string Value)[] environment) =>
        RunCommand(line, ["validate", .. arguments], environment);

    /// <summary>Runs a line of bash in which <c>"$@"</c> is <c>plumbline</c> with the arguments, of which the first is the command.</summary>
    public static ToolResult RunCommand(string line, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        string[] tool = ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "plumbline.dll")];
        foreach (string argument in (string[])["-c", line, "bash", .. tool, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return new ToolResult(process.ExitCode, output.Result, error);
    }
}
