using System.Diagnostics;
using System.Globalization;
using Plumbline.Tokenizers;
using Plumbline.Tokenizers.Tools;

namespace Plumbline.Benchmarks.Tokenizers;

/// <summary>
/// Counting tokens beside npm tiktoken, on the same texts in the same run. Times are processor times, so that a busy machine slows both and not one. Cold: a
/// counter that has seen nothing; warm: the same texts once more.
/// </summary>
internal static class TokenSideBySide
{
    public static int Run(string[] arguments)
    {
        string encoding = arguments.Length > 0 ? arguments[0] : "o200k_base";
        string? oracle = arguments.Length > 1 ? arguments[1] : null;
        double first = Load(encoding);
        Compile(encoding);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{encoding}: loaded in {first:F1} ms when the process starts, {Load(encoding):F1} ms later (processor time)"));
        Console.WriteLine("| texts | MB | cold MB/s | warm MB/s | 2 threads | bytes a token | npm tiktoken | cold ratio | warm ratio | allocated |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        string? only = arguments.Length > 2 ? arguments[2] : null;
        foreach ((string name, byte[][] texts) in MachineTexts.All().Concat(MachineTexts.Adversarial()))
        {
            if (only is null || name == only)
            {
                Row(encoding, oracle, name, texts);
            }
        }

        return 0;
    }

    private static void Row(string encoding, string? oracle, string name, byte[][] texts)
    {
        double bytes = texts.Sum(text => (long)text.Length);
        double cold = double.MaxValue, warm = double.MaxValue, two = double.MaxValue;
        long tokens = 0, allocated = 0;
        for (int round = 0; round < 5; round++)
        {
            TokenCounter counter = TokenCounter.Load(encoding);
            cold = Math.Min(cold, Seconds(() => tokens = Count(counter, texts)));
            long before = GC.GetAllocatedBytesForCurrentThread();
            Count(counter, texts);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            warm = Math.Min(warm, Seconds(() => Count(counter, texts)));
            two = Math.Min(two, InTwoThreads(counter, texts));
        }

        double peer = oracle is null || name.StartsWith("1 MB", StringComparison.Ordinal) ? double.NaN : Oracle.Seconds(oracle, encoding, texts);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {bytes / 1e6:F1} | {bytes / cold / 1e6:F0} | {bytes / warm / 1e6:F0} | {bytes / two / 1e6:F0} | {bytes / tokens:F2} | {bytes / peer / 1e6:F1} | {peer / cold:F1} | {peer / warm:F1} | {allocated} B |"));
    }

    private static double Load(string encoding)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        _ = TokenCounter.Load(encoding);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static long Count(TokenCounter counter, byte[][] texts)
    {
        long tokens = 0;
        foreach (byte[] text in texts)
        {
            tokens += counter.Count(text);
        }

        return tokens;
    }

    // The JIT's work is done before anything is timed.
    private static void Compile(string encoding)
    {
        TokenCounter counter = TokenCounter.Load(encoding);
        foreach ((string _, byte[][] texts) in MachineTexts.Adversarial())
        {
            Count(counter, texts);
        }

        byte[][] words = [.. Enumerable.Range(0, 3000).Select(number => System.Text.Encoding.UTF8.GetBytes(Plumbline.Tokenizers.Tools.Texts.FuzzTexts.Make(1, number)))];
        for (int round = 0; round < 30; round++)
        {
            Count(counter, words);
            Thread.Yield();
        }
    }

    private static double Seconds(Action action)
    {
        TimeSpan before = Environment.CpuUsage.UserTime;
        action();
        return (Environment.CpuUsage.UserTime - before).TotalSeconds;
    }

    private static double InTwoThreads(TokenCounter counter, byte[][] texts)
    {
        byte[][] first = [.. texts.Where((_, i) => i % 2 == 0)], second = [.. texts.Where((_, i) => i % 2 == 1)];
        var watch = Stopwatch.StartNew();
        var other = new Thread(() => Count(counter, second));
        other.Start();
        Count(counter, first);
        other.Join();
        return watch.Elapsed.TotalSeconds;
    }
}
