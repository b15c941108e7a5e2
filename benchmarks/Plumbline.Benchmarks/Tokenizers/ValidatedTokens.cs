using System.Globalization;
using System.Text.Json;
using Plumbline.Schemas;
using Plumbline.Tokenizers;

namespace Plumbline.Benchmarks.Tokenizers;

/// <summary>
/// What validating a dataset with exact token statistics costs beside counting the same strings alone: unescaped before, one after the other. One thread, in
/// turns, the best processor time of each slice of the file.
/// </summary>
internal static class ValidatedTokens
{
    private const int SliceBytes = 8 << 20;
    private const int MostSlices = 6;
    private const int Turns = 5;

    public static int Run(string path, string encoding)
    {
        TokenCounter counter = TokenCounter.Load(encoding);
        JsonValidator validator = BundledFormats.Find("vertex/chat")!.Validator;
        var options = new DatasetOptions { Threads = 1, Lines = ValidationOptions.DatasetLines with { TokenCounter = counter } };
        var statistics = new DatasetRun(validator, options with { CountTokens = true });
        var limits = new DatasetRun(validator, options);
        byte[][] slices = [.. Slices(path)];
        byte[][][] strings = Array.ConvertAll(slices, Strings);
        double[] alone = new double[slices.Length], counted = new double[slices.Length], judged = new double[slices.Length];
        long tokens = 0, told = 0;
        for (int turn = 0; turn <= Turns; turn++)
        {
            // Pass after pass, not slice after slice: what one has just counted, the next would find in the counter's caches.
            tokens = told = 0;
            Pass(alone, turn, slice => tokens += strings[slice].Sum(text => counter.Count(text)));
            Pass(counted, turn, slice => told += Read(statistics, slices[slice]).Tokens.Sum(field => field.Total));
            Pass(judged, turn, slice => Read(limits, slices[slice]));
        }

        if (tokens != told)
        {
            throw new InvalidOperationException($"{tokens} tokens counted alone, {told} told by validation.");
        }

        double megabytes = strings.Sum(slice => slice.Sum(text => (long)text.Length)) / 1e6;
        Write($"| {encoding}, {megabytes:F0} MB of strings | MB/s | of the counter's speed |");
        Write($"|---|---|---|");
        Write($"| counter alone | {megabytes / alone.Sum():F0} | |");
        Write($"| validate, with exact statistics | {megabytes / counted.Sum():F0} | {alone.Sum() / counted.Sum():P0} |");
        Write($"| validate, with limits | {megabytes / judged.Sum():F0} | {alone.Sum() / judged.Sum():P0} |");
        return 0;
    }

    private static void Pass(double[] best, int turn, Action<int> action)
    {
        for (int slice = 0; slice < best.Length; slice++)
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            action(slice);
            double seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            best[slice] = turn <= 1 ? seconds : Math.Min(best[slice], seconds); // the first turn warms up
        }
    }

    private static DatasetSummary Read(DatasetRun run, byte[] lines) => run.Read(new MemoryStream(lines), new Ignoring());

    private static IEnumerable<byte[]> Slices(string path)
    {
        using FileStream file = File.OpenRead(path);
        byte[] buffer = new byte[SliceBytes];
        for (int slice = 0; slice < MostSlices; slice++)
        {
            int length = file.ReadAtLeast(buffer, SliceBytes, throwOnEndOfStream: false);
            int end = buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            if (end == 0)
            {
                yield break;
            }

            file.Position -= length - end;
            yield return buffer[..end];
        }
    }

    // Every string value of every line, as TokenTally finds them.
    private static byte[][] Strings(byte[] lines)
    {
        var strings = new List<byte[]>();
        var reader = new Utf8JsonReader(lines, new JsonReaderOptions { AllowMultipleValues = true });
        byte[] unescaped = new byte[lines.Length];
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                strings.Add(unescaped[..reader.CopyString(unescaped)]);
            }
        }

        return [.. strings];
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Ignoring : IFindingSink
    {
        public void Add(Finding finding)
        {
        }
    }
}
