using System.Diagnostics;
using System.Text;

namespace Plumbline.Testing;

/// <summary>What a run of the tool left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output, as UTF-8.</param>
/// <param name="Error">Standard error, as UTF-8.</param>
public sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of standard output, without the empty one after the last line feed.</summary>
    public string[] Lines => Output.TrimEnd('\n').Split('\n');
}

/// <summary>The built <c>plumbline</c>, run as a process: for projects that refer to Plumbline.Cli.</summary>
public static class Tool
{
    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "plumbline.dll");

    /// <summary>Runs the tool from the root of the checkout.</summary>
    public static ToolResult Run(params string[] arguments) => Run(arguments, input: null);

    /// <summary>Runs the tool from the root of the checkout.</summary>
    /// <param name="arguments">The arguments, each as the tool will see it.</param>
    /// <param name="input">Bytes for standard input; null closes it at once.</param>
    /// <param name="environment">Environment variables to set.</param>
    public static ToolResult Run(string[] arguments, byte[]? input, params (string Name, string Value)[] environment)
    {
        using Process process = Start(arguments, environment);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input ?? []);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The tool may end, on a usage error say, without having read its input.
        }

        process.WaitForExit();
        return new ToolResult(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts the tool with all three streams redirected.</summary>
    public static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }
}
