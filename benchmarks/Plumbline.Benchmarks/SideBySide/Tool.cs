using System.Diagnostics;

namespace Plumbline.Benchmarks.SideBySide;

/// <summary>Our tool as a process: its Release build, brought up to date.</summary>
internal sealed class Tool
{
    private readonly string _path;
    private readonly string _cache;

    private Tool(string path, string cache)
    {
        _path = path;
        _cache = cache;
    }

    /// <summary>Builds the tool.</summary>
    /// <param name="repository">The folder of the solution.</param>
    /// <param name="cache">Where compiled schemas are kept.</param>
    public static Tool Build(string repository, string cache)
    {
        string project = Path.Combine(repository, "cli", "Plumbline.Cli");
        using (Process build = Process.Start(new ProcessStartInfo("dotnet", ["build", project, "-c", "Release", "-v", "quiet", "-nologo"]))!)
        {
            build.WaitForExit();
            if (build.ExitCode != 0)
            {
                throw new InvalidOperationException($"{project} cannot be built.");
            }
        }

        return new Tool(Path.Combine(project, "bin", "Release", "net10.0", OperatingSystem.IsWindows() ? "plumbline.exe" : "plumbline"), cache);
    }

    /// <summary>Runs it to its end; what it prints is taken and dropped.</summary>
    /// <exception cref="InvalidOperationException">It could not do what was asked: findings are no failure.</exception>
    public void Run(string[] arguments)
    {
        var start = new ProcessStartInfo(_path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PLUMBLINE_CACHE"] = _cache;
        using Process process = Process.Start(start)!;
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.StandardError.BaseStream.CopyTo(Stream.Null); // a remark or two, which wait in the pipe meanwhile
        process.WaitForExit();
        if (process.ExitCode > 1)
        {
            throw new InvalidOperationException($"plumbline {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
