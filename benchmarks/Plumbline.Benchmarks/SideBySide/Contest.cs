using System.Diagnostics;
using Plumbline.Benchmarks.Measuring;

namespace Plumbline.Benchmarks.SideBySide;

/// <summary>All contestants over one file, in turns, in one run: whatever else the machine does slows all of them.</summary>
internal static class Contest
{
    private const int Turns = 5;
    private const int RoundsATurn = 3;

    /// <summary>Names of the contestants in the order of the table.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "Plumbline, 2 threads", "Plumbline, 1 thread", "simdjson On-Demand (C++)", "Utf8JsonReader, checks by hand", "ajv (node)",
    ];

    /// <summary>Runs them all.</summary>
    /// <param name="yardsticks">The peers, built.</param>
    /// <param name="progress">Takes a line for each turn.</param>
    /// <returns>The median of the turns of each contestant, in the order of <see cref="Names"/>.</returns>
    public static IReadOnlyList<Turn> Run(Yardsticks yardsticks, TextWriter progress)
    {
        Corpus corpus = Corpus.Read(yardsticks.Corpus);
        JsonValidator validator = SchemaCompilation.Compile(yardsticks.Schema);
        var readers = (new Validation(ValidationOptions.DatasetLines), new Validation(ValidationOptions.DatasetLines));
        WarmUp(corpus, validator, readers);
        Func<Turn>[] contestants =
        [
            () => Timed(corpus, () => InTwoThreads(corpus, validator, readers)),
            () => Timed(corpus, () => corpus.Judge(validator, readers.Item1)),
            () => yardsticks.Simdjson(RoundsATurn),
            () => Timed(corpus, () => HandWritten.Judge(corpus.Lines.Text)),
            () => yardsticks.Ajv(rounds: 1),
        ];
        var turns = Names.Select(_ => new List<Turn>()).ToArray();
        for (int turn = 0; turn < Turns; turn++)
        {
            for (int i = 0; i < contestants.Length; i++)
            {
                turns[i].Add(contestants[i]());
                progress.WriteLine($"{Names[i]}: {turns[i][^1]}");
            }
        }

        return [.. turns.Select(Median)];
    }

    private static Turn Median(List<Turn> turns) => turns.OrderBy(turn => turn.Speed).ElementAt(turns.Count / 2);

    // Until the JIT has its optimized code of everything.
    private static void WarmUp(Corpus corpus, JsonValidator validator, (Validation, Validation) readers)
    {
        for (int i = 0; i < 3; i++)
        {
            InTwoThreads(corpus, validator, readers);
            HandWritten.Judge(corpus.Lines.Text[..(int)Math.Min(corpus.Bytes, 50_000_000)]);
            Thread.Sleep(300);
        }
    }

    private static Turn Timed(Corpus corpus, Func<(long Valid, long Invalid)> judge)
    {
        var rounds = new List<Turn>();
        for (int i = 0; i < RoundsATurn; i++)
        {
            long start = Stopwatch.GetTimestamp();
            (long valid, long invalid) = judge();
            rounds.Add(new Turn(corpus.Bytes / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e9, valid, invalid));
        }

        return Median(rounds);
    }

    private static (long Valid, long Invalid) InTwoThreads(Corpus corpus, JsonValidator validator, (Validation First, Validation Second) readers)
    {
        nint middle = corpus.Lines.FindLineFeed(corpus.Lines.Length / 2) + 1;
        (long Valid, long Invalid) second = default;
        var thread = new Thread(() => second = corpus.Judge(validator, readers.Second, middle, corpus.Lines.Length));
        thread.Start();
        (long Valid, long Invalid) first = corpus.Judge(validator, readers.First, 0, middle);
        thread.Join();
        return (first.Valid + second.Valid, first.Invalid + second.Invalid);
    }
}
