using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Plumbline.Benchmarks.SideBySide;

/// <summary>The peers that are programs of their own: their sources are copied to a working folder, built there and run from there.</summary>
/// <param name="sources">The folder <c>yardsticks</c>.</param>
/// <param name="work">The working folder; what it holds already is not built again.</param>
internal sealed partial class Yardsticks(string sources, string work)
{
    private const string EmptyProgram = "empty";

    /// <summary>The schema that all contestants judge by.</summary>
    public string Schema => Path.Combine(sources, "schemas", "chat.json");

    /// <summary>The corpus: 300 MB of <c>chat.jsonl</c>, made from texts of this machine where it is not there yet.</summary>
    public string Corpus { get; } = Path.Combine(work, "corpora", "chat.jsonl");

    /// <summary>The same with one line in a hundred that is wrong.</summary>
    public string BadCorpus { get; } = Path.Combine(work, "corpora", "chat-bad.jsonl");

    /// <summary>Where our tool keeps the schemas that it compiled.</summary>
    public string Cache { get; } = Path.Combine(work, "cache");

    /// <summary>Builds what is missing.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(work);
        foreach (string source in Directory.GetFiles(sources))
        {
            string copy = Path.Combine(work, Path.GetFileName(source));
            if (!File.Exists(copy))
            {
                File.Copy(source, copy);
            }
        }

        if (!Directory.Exists(Path.Combine(work, "node_modules")))
        {
            Run("npm", "install", "--no-audit", "--no-fund");
        }

        if (!File.Exists(Path.Combine(work, "simdjson-jsonl")))
        {
            Run("g++", "-O3", "-march=native", "-std=c++20", "simdjson-jsonl.cpp", "-lsimdjson", "-o", "simdjson-jsonl");
        }

        if (!File.Exists(Corpus))
        {
            Run("node", "make-corpora.mjs", "corpora", "300");
        }
    }

    /// <summary>The first lines of the corpus, as a file.</summary>
    public string Head(int lines)
    {
        string path = Path.Combine(work, string.Create(CultureInfo.InvariantCulture, $"head-{lines}.jsonl"));
        File.WriteAllText(path, string.Concat(File.ReadLines(Corpus).Take(lines).Select(line => line + "\n")));
        return path;
    }

    /// <summary>Runs a .NET program that does nothing.</summary>
    public void RunEmptyProgram()
    {
        string program = Path.Combine(work, EmptyProgram, "bin", "Release", "net10.0", OperatingSystem.IsWindows() ? $"{EmptyProgram}.exe" : EmptyProgram);
        if (!File.Exists(program))
        {
            string folder = Directory.CreateDirectory(Path.Combine(work, EmptyProgram)).FullName;
            File.WriteAllText(
                Path.Combine(folder, $"{EmptyProgram}.csproj"),
                """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <InvariantGlobalization>true</InvariantGlobalization>
                  </PropertyGroup>
                </Project>
                """);
            File.WriteAllText(Path.Combine(folder, "Program.cs"), "return 0;\n");
            Run("dotnet", "build", folder, "-c", "Release", "-v", "quiet", "-nologo");
        }

        Run(program);
    }

    /// <summary>One turn of simdjson On-Demand, in memory, one thread.</summary>
    public Turn Simdjson(int rounds)
    {
        string output = Run(Path.Combine(work, "simdjson-jsonl"), "chat", Corpus, rounds.ToString(CultureInfo.InvariantCulture));
        return Read(SimdjsonResult().Match(output));
    }

    /// <summary>One turn of ajv, one thread, from the file.</summary>
    public Turn Ajv(int rounds)
    {
        string output = Run("node", "ajv-jsonl.mjs", Schema, Corpus, rounds.ToString(CultureInfo.InvariantCulture));
        return Read(AjvResult().Match(output));
    }

    /// <summary>One turn of ajv over the file with bad lines.</summary>
    public Turn AjvOfBad(int rounds)
    {
        string output = Run("node", "ajv-jsonl.mjs", Schema, BadCorpus, rounds.ToString(CultureInfo.InvariantCulture));
        return Read(AjvResult().Match(output));
    }

    private static Turn Read(Match result)
    {
        long Number(int group) => long.Parse(result.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        return new Turn(Number(1) / 1000.0, Number(2), Number(3));
    }

    private string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = work, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    [GeneratedRegex(@"On-Demand: (\d+) MB/s, valid=(\d+) invalid=(\d+)")]
    private static partial Regex SimdjsonResult();

    [GeneratedRegex(@"ajv: (\d+) MB/s median of \d+, valid=(\d+) invalid=(\d+)")]
    private static partial Regex AjvResult();
}

/// <summary>What one turn of a contestant came to.</summary>
/// <param name="Speed">GB/s.</param>
/// <param name="Valid">Lines that it took for valid.</param>
/// <param name="Invalid">Lines that it did not.</param>
internal sealed record Turn(double Speed, long Valid, long Invalid);
