using System.Diagnostics;

namespace Plumbline.Package.Tests;

/// <summary>What a command left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed, on either stream.</param>
internal sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>Its output, after it succeeded.</summary>
    public string Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return Output;
    }
}

/// <summary>Commands run as a stranger's shell would run them.</summary>
internal static class CommandLine
{
    // What a build that runs these tests leaves in the environment would lead the builds inside them to its own SDK and packages.
    private static readonly string[] OfTheBuildAround = ["MSBuild", "MSBUILD", "NUGET_", "VSTEST", "COREHOST", "DOTNET_HOST", "DOTNET_CLI_CONTEXT", "CI"];

    public static CommandResult Run(string folder, string packages, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(arguments, start.ArgumentList.Add);
        string[] inherited = [.. start.Environment.Keys.Where(name => OfTheBuildAround.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))];
        foreach (string name in inherited)
        {
            start.Environment.Remove(name);
        }

        // Packages of this feed, whose version never changes, must not be taken from a folder that other runs have filled.
        start.Environment["NUGET_PACKAGES"] = packages;
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new CommandResult(process.ExitCode, output.Result + error.Result);
    }
}
