using System.Diagnostics;
using System.Globalization;
using Plumbline.Benchmarks.Measuring;
using Plumbline.Schemas;
using Plumbline.Tokenizers;

namespace Plumbline.Benchmarks.Tokenizers;

/// <summary>
/// What validating a dataset with exact token statistics costs beside counting the same text alone: every string value of the file, unescaped before,
/// one behind the other in memory, counted one by one by one thread. Passes over slices of the file in turns; the best time of each slice counts.
/// </summary>
/// <remarks>Processor time is that of all threads, the one that reads ahead included. Pass after pass, not slice after slice: what one has just counted,
/// the next would find in the counter's caches.</remarks>
internal static class ValidatedTokens
{
    private const int SliceBytes = 8 << 20;
    private const int WarmUps = 2;
    private const int Turns = 10;

    /// <summary>Measures, and writes a table.</summary>
    /// <param name="path">The lines.</param>
    /// <param name="format">Their format.</param>
    /// <param name="encoding">What counts.</param>
    /// <param name="tool">The tool, to be measured as a process; null to leave it out.</param>
    public static int Run(string path, string format, string encoding, string? tool)
    {
        TokenCounter counter = TokenCounter.Load(encoding);
        JsonValidator validator = BundledFormats.Find(format)!.Validator;
        var options = new DatasetOptions { Threads = 1, Lines = ValidationOptions.DatasetLines with { TokenCounter = counter } };
        var statistics = new DatasetRun(validator, options with { CountTokens = true });
        var limits = new DatasetRun(validator, options);
        StringValues[] slices = [.. StringValues.Slices(path, SliceBytes)];
        long bytes = slices.Sum(slice => slice.Bytes);
        var counting = new Sink(onlyCounts: true);
        var building = new Sink(onlyCounts: false);
        TokenCounter fresh = counter;
        Contestant[] contestants =
        [
            new("the counter alone", slices.Length, slice => slices[slice].Count(counter)),
            new("a new counter alone, which has met no word", slices.Length, slice =>
            {
                fresh = slice == 0 ? TokenCounter.Load(encoding) : fresh;
                return slices[slice].Count(fresh);
            }),
            new("validation and statistics, findings counted", slices.Length, slice => Total(Read(statistics, slices[slice], counting))),
            new("validation and statistics, findings built", slices.Length, slice => Total(Read(statistics, slices[slice], building))),
            new("validation with limits alone, findings counted", slices.Length, slice => Read(limits, slices[slice], counting).Examples),
        ];
        string command = $"`plumbline validate --format {format} --tokenizer {encoding} --tokens --threads 1`, the process";
        var process = new Contestant(command, 1, _ => RunTool(tool!, path, format, encoding));
        for (int turn = 0; turn < WarmUps + Turns; turn++)
        {
            Array.ForEach(contestants, contestant => contestant.Pass(isWarmUp: turn < WarmUps));
            if (tool is not null)
            {
                process.Pass(isWarmUp: turn < WarmUps);
            }
        }

        Contestant alone = contestants[0];
        foreach (Contestant other in contestants.AsSpan(1, 3))
        {
            if (other.Result != alone.Result)
            {
                throw new InvalidOperationException($"{alone.Result} tokens counted alone, {other.Result} by {other.Name}.");
            }
        }

        Write($"{Machine.Name}, load {Machine.Load}; {format}, {bytes / 1e6:F0} MB of strings, {building.Findings / (WarmUps + Turns)} findings");
        Write($"");
        Write($"| {encoding} | processor time, MB/s | of the counter's speed | by the clock, MB/s | of the counter's speed |");
        Write($"|---|---|---|---|---|");
        foreach (Contestant contestant in (Contestant[])[.. contestants, .. tool is null ? (Contestant[])[] : [process]])
        {
            double processor = contestant.Processor.Sum(), clock = contestant.Clock.Sum();
            string told = Figures(bytes / processor, alone.Processor.Sum() / processor) + Figures(bytes / clock, alone.Clock.Sum() / clock);
            Write($"| {contestant.Name} |{told}");
        }

        return 0;
    }

    private static string Figures(double bytesASecond, double ratio) => string.Create(CultureInfo.InvariantCulture, $" {bytesASecond / 1e6:F0} | {ratio:P0} |");

    private static DatasetSummary Read(DatasetRun run, StringValues slice, Sink sink) => run.Read(new MemoryStream(slice.Lines), sink);

    private static long Total(DatasetSummary summary) => summary.Tokens.Sum(field => field.Total);

    private static long RunTool(string tool, string path, string format, string encoding)
    {
        string[] arguments = ["validate", path, "--format", format, "--tokenizer", encoding, "--tokens", "--threads", "1", "--quiet"];
        using Process process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true })!;
        string report = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return report.Length > 0 ? report.Length : throw new InvalidOperationException($"{tool} told nothing.");
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Contestant(string name, int slices, Func<int, long> work)
    {
        public string Name => name;

        // Seconds a slice.
        public double[] Processor { get; } = [.. Enumerable.Repeat(double.PositiveInfinity, slices)];

        public double[] Clock { get; } = [.. Enumerable.Repeat(double.PositiveInfinity, slices)];

        public long Result { get; private set; }

        public void Pass(bool isWarmUp)
        {
            Result = 0;
            for (int slice = 0; slice < slices; slice++)
            {
                double processor = ProcessClock.Now;
                long start = Stopwatch.GetTimestamp();
                Result += work(slice);
                if (!isWarmUp)
                {
                    Clock[slice] = Math.Min(Clock[slice], Stopwatch.GetElapsedTime(start).TotalSeconds);
                    Processor[slice] = Math.Min(Processor[slice], ProcessClock.Now - processor);
                }
            }
        }
    }

    private sealed class Sink(bool onlyCounts) : IFindingSink
    {
        public long Findings { get; private set; }

        public void Add(Finding finding) => Findings++;

        public bool OnlyCounts(Assertion assertion) => onlyCounts;
    }
}
