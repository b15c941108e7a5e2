using System.Diagnostics;
using System.Globalization;
using System.Text;
using Plumbline.Tokenizers;
using Plumbline.Tokenizers.Tools;
using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Benchmarks.Tokenizers;

/// <summary>
/// Counting tokens beside npm tiktoken, on the same texts, in turns in the same run. Cold: a counter that has seen nothing; warm: the same texts once more.
/// Writes the table of docs/tokenizers.md.
/// </summary>
internal static class TokenSideBySide
{
    // Passes of ours are short, so there are more of them; npm tiktoken keeps no state between texts that would make it faster.
    private const int Turns = 3;
    private const int PassesEachTurn = 4;

    // A tenth of a megabyte or less: half a millisecond. The peer is timed text by text, which takes it as long.
    private const int Slices = 80;

    /// <summary>Writes a table for each encoding.</summary>
    /// <param name="arguments">The folder tools/tiktoken-oracle, an encoding and the name of a corpus; each may be left away from the end, or be "-".</param>
    public static int Run(string[] arguments)
    {
        string? Given(int index) => index < arguments.Length && arguments[index] != "-" ? arguments[index] : null;
        string? oracle = Given(0), onlyEncoding = Given(1), onlyTexts = Given(2);
        foreach (string encoding in TokenCounter.BundledNames.Where(name => onlyEncoding is null || name == onlyEncoding))
        {
            double first = Load(encoding), best = Enumerable.Range(0, 20).Min(_ => Load(encoding));
            Compile(encoding);
            best = Math.Min(best, Enumerable.Range(0, 20).Min(_ => Load(encoding)));
            Write($"{encoding}: loaded in {first:F0} ms as the first of a process, in {best:F1} ms at best\n");
            Write($"| {encoding} | MB | cold MB/s | warm MB/s | cold, 2 threads | warm, 2 threads | npm tiktoken MB/s | cold ratio | warm ratio | allocated |");
            Write($"|---|---|---|---|---|---|---|---|---|---|");
            foreach ((string name, byte[][] texts) in MachineTexts.All().Concat(MachineTexts.Adversarial()))
            {
                if (onlyTexts is null || name == onlyTexts)
                {
                    Row(encoding, oracle, name, texts);
                }
            }

            Write($"");
        }

        return 0;
    }

    private static void Row(string encoding, string? oracle, string name, byte[][] texts)
    {
        BestOfSlices cold = new(texts, Slices), warm = new(texts, Slices), peer = new(texts, texts.Length);
        byte[][] even = [.. texts.Where((_, i) => i % 2 == 0)], odd = [.. texts.Where((_, i) => i % 2 == 1)];
        BestOfSlices coldEven = new(even, Slices), coldOdd = new(odd, Slices), warmEven = new(even, Slices), warmOdd = new(odd, Slices);
        long allocated = long.MaxValue;
        for (int turn = 0; turn < Turns; turn++)
        {
            for (int pass = 0; pass < PassesEachTurn; pass++)
            {
                TokenCounter counter = TokenCounter.Load(encoding);
                cold.Pass(text => counter.Count(text));
                long before = GC.GetAllocatedBytesForCurrentThread();
                long tokens = 0;
                foreach (byte[] text in texts)
                {
                    tokens += counter.Count(text);
                }

                allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
                warm.Pass(text => counter.Count(text));
                if (odd.Length > 0)
                {
                    InTwoThreads(TokenCounter.Load(encoding), (coldEven, warmEven), (coldOdd, warmOdd));
                }
            }

            if (oracle is not null && texts.Length > 1)
            {
                peer.Offer(Oracle.Seconds(oracle, encoding, texts, peer.Count));
            }
        }

        double bytes = texts.Sum(text => (long)text.Length);
        string one = $"{Rate(cold.Sum)} | {Rate(warm.Sum)}";
        string two = $"{Rate(Math.Max(coldEven.Sum, coldOdd.Sum))} | {Rate(Math.Max(warmEven.Sum, warmOdd.Sum))}";
        Write($"| {name} | {bytes / 1e6:F1} | {one} | {two} | {Rate(peer.Sum, "F1")} | {Ratio(cold)} | {Ratio(warm)} | {allocated} B |");

        string Rate(double seconds, string format = "F0") =>
            seconds is > 0 and < double.PositiveInfinity ? (bytes / seconds / 1e6).ToString(format, CultureInfo.InvariantCulture) : "";
        string Ratio(BestOfSlices ours) =>
            double.IsFinite(peer.Sum) ? (peer.Sum / ours.Sum).ToString("F1", CultureInfo.InvariantCulture) : "";
    }

    // Both threads are new to the counter, so the first pass of each is cold.
    private static void InTwoThreads(TokenCounter counter, (BestOfSlices Cold, BestOfSlices Warm) one, (BestOfSlices Cold, BestOfSlices Warm) two)
    {
        using var together = new Barrier(2);
        var threads = Array.ConvertAll([one, two], times => new Thread(() =>
        {
            counter.Count("a"u8);
            together.SignalAndWait();
            times.Cold.Pass(text => counter.Count(text));
            together.SignalAndWait();
            times.Warm.Pass(text => counter.Count(text));
        }));
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
    }

    private static double Load(string encoding)
    {
        long start = Stopwatch.GetTimestamp();
        _ = TokenCounter.Load(encoding);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    // The JIT's work is done before anything is timed.
    private static void Compile(string encoding)
    {
        TokenCounter counter = TokenCounter.Load(encoding);
        foreach ((string _, byte[][] texts) in MachineTexts.Adversarial())
        {
            Array.ForEach(texts, text => counter.Count(text));
        }

        byte[][] words = [.. Enumerable.Range(0, 3000).Select(number => Encoding.UTF8.GetBytes(FuzzTexts.Make(1, number)))];
        for (int round = 0; round < 30; round++)
        {
            Array.ForEach(words, text => counter.Count(text));
            Thread.Yield();
        }
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
