using System.Diagnostics;
using System.Globalization;

namespace Plumbline.Benchmarks.SideBySide;

/// <summary>Whole processes by the clock, in turns: from the command to its end, start of the runtime and reading of the file included.</summary>
internal static class WholeProcess
{
    private const int Turns = 7;

    /// <summary>Runs them all.</summary>
    /// <param name="yardsticks">The peers, built.</param>
    /// <param name="tool">Our tool.</param>
    /// <param name="progress">Takes a line for each turn.</param>
    public static IReadOnlyList<ProcessTime> Run(Yardsticks yardsticks, Tool tool, TextWriter progress)
    {
        string[] all = ["validate", yardsticks.Corpus, "--schema", yardsticks.Schema];
        string[] bad = ["validate", yardsticks.BadCorpus, "--schema", yardsticks.Schema, "--report", "concise"];
        string head = yardsticks.Head(lines: 1000);
        Contestant[] contestants =
        [
            new("`plumbline validate --threads 1`", "the file", () => tool.Run([.. all, "--threads", "1"])),
            new("`plumbline validate --threads 2`", "the file", () => tool.Run([.. all, "--threads", "2"])),
            new("ajv (node)", "the file", () => yardsticks.Ajv(rounds: 1)),
            new("`plumbline validate --threads 1 --report concise`", "1 % of its lines bad, every finding told", () => tool.Run([.. bad, "--threads", "1"])),
            new("ajv (node)", "1 % of its lines bad, their numbers told", () => yardsticks.AjvOfBad(rounds: 1)),
            new("`plumbline validate`", "its first 1,000 lines", () => tool.Run(["validate", head, "--format", "vertex/chat"])),
            new("an empty .NET program", "nothing", () => yardsticks.RunEmptyProgram()),
        ];

        // The first run of a schema compiles it, and the first of the empty program builds it.
        contestants[0].Run();
        contestants[^1].Run();
        var times = contestants.Select(_ => new List<double>()).ToArray();
        int[] order = [.. Enumerable.Range(0, contestants.Length)];
        for (int turn = 0; turn < Turns; turn++)
        {
            // Another order each turn: who follows ajv finds caches and clock frequency as two seconds of it leave them.
            new Random(turn).Shuffle(order);
            foreach (int i in order)
            {
                long start = Stopwatch.GetTimestamp();
                contestants[i].Run();
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{contestants[i].Name}, {contestants[i].What}: {times[i][^1]:F0} ms"));
            }
        }

        return [.. contestants.Select((contestant, i) => new ProcessTime(contestant.Name, contestant.What, times[i].Order().ElementAt(Turns / 2)))];
    }

    private sealed record Contestant(string Name, string What, Action Run);
}

/// <summary>How long a process took.</summary>
/// <param name="Name">The contestant.</param>
/// <param name="What">What it read.</param>
/// <param name="Milliseconds">Median of the turns.</param>
internal sealed record ProcessTime(string Name, string What, double Milliseconds);
