using System.Text;
using Plumbline.Runtime.Tests.Streaming;

namespace Plumbline.Runtime.Tests.Datasets;

/// <summary>Memory is flat: nothing is allocated for a valid line, and nothing is kept of a failing one beyond the findings wanted.</summary>
public sealed class MemoryTests
{
    /// <summary>Bytes by which two runs may differ although no line allocates: a collection that another test causes closes this thread's
    /// allocation window of 8 KB, used up or not. One object for each of the 20,000 lines by which runs differ here would be 480,000.</summary>
    public const long Noise = 100_000;

    private static readonly byte[] TenMegabytes = Encoding.UTF8.GetBytes($"\"{new string('x', 10_000_000)}\"\n");

    [Fact]
    public void Ten_thousand_valid_lines_and_a_line_of_ten_megabytes_allocate_nothing_after_the_first()
    {
        string lines = string.Concat(Enumerable.Range(0, 10_000).Select(static i => $"{{\"n\":[{i},\"\\u00e9\\n\"],\"unknown\":{{}}}}\r\n"));
        byte[] bytes = [.. Encoding.UTF8.GetBytes(lines), .. TenMegabytes];

        Assert.InRange(AllocatedBy(bytes, times: 3) - AllocatedBy(bytes, times: 1), long.MinValue, Noise);
    }

    [Fact]
    public void Failing_lines_beyond_the_limit_are_counted_and_allocate_nothing()
    {
        byte[] lines = Encoding.UTF8.GetBytes("[\"bad\"]\n[\"odd\"]\n\n");
        var options = new DatasetOptions { MaxFindings = 50 };
        var sink = new ListSink();

        DatasetSummary summary = new DatasetRun(() => new MarkingJudge(), null, options).Read(new RepeatingStream(lines, 30_000), sink);

        Assert.Equal(50, sink.Findings.Count);
        Assert.Equal((60_000 - 1, 30_000), (summary.Errors, summary.Warnings)); // the last of the empty lines is allowed
        Assert.Equal(30_000, summary.CountOf(Rules.Enum));
        Assert.Equal(30_000, summary.CountOf(Effect.Truncated));
        Assert.InRange(AllocatedBy(lines, 60_000, options) - AllocatedBy(lines, 20_000, options), long.MinValue, Noise);
    }

    [Fact]
    public void A_line_beyond_the_length_limit_is_skipped_without_being_kept()
    {
        byte[] megabyte = new byte[1 << 20];
        Array.Fill(megabyte, (byte)'x');
        var options = new DatasetOptions { MaxLineBytes = 100_000, BufferBytes = 4096 };

        DatasetSummary summary = new DatasetRun(() => new MarkingJudge(), null, options).Read(new RepeatingStream(megabyte, 3000), new ListSink());

        Assert.Equal((1, 0, 3000L << 20), (summary.Lines, summary.Examples, summary.Bytes));
        Assert.Equal(1, summary.CountOf(Rules.LineTooLong));
        options = options with { MaxFindings = 0 }; // the length of the line is part of the text of its finding
        Assert.InRange(AllocatedBy(megabyte, 100, options) - AllocatedBy(megabyte, 1, options), long.MinValue, Noise);
    }

    [Fact]
    public void A_block_holds_few_faults_while_it_waits_for_its_turn()
    {
        // One block of 200,000 failing lines, all of whose findings are wanted: the sink sees them while the block is being judged.
        byte[] lines = Encoding.UTF8.GetBytes("[\"bad\"]\n");
        var watcher = new Watcher();
        var options = new DatasetOptions { BufferBytes = 2 << 20, Progress = new DatasetProgress() };

        new DatasetRun(() => watcher.Judge, null, options).Read(new RepeatingStream(lines, 200_000), watcher);

        Assert.Equal(200_000, watcher.Delivered);
        Assert.InRange(watcher.MostWaiting, 1, 2_000);
    }

    private static long AllocatedBy(byte[] bytes, long times, DatasetOptions? options = null)
    {
        var run = new DatasetRun(() => new MarkingJudge(), MarkingJudge.RulesWithTotal(long.MaxValue), options);
        run.Read(new RepeatingStream(bytes, times), new CountingSink());
        var stream = new RepeatingStream(bytes, times);
        var sink = new CountingSink();
        long before = GC.GetAllocatedBytesForCurrentThread();
        run.Read(stream, sink);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class CountingSink : IFindingSink
    {
        public long Count { get; private set; }

        public void Add(Finding finding) => Count++;
    }

    private sealed class Watcher : IFindingSink
    {
        public Watcher() => Judge = new WatchedJudge(this);

        public LineJudge Judge { get; }

        public long Judged { get; set; }

        public long Delivered { get; private set; }

        public long MostWaiting { get; private set; }

        public void Add(Finding finding)
        {
            MostWaiting = Math.Max(MostWaiting, Judged - Delivered);
            Delivered++;
        }

        private sealed class WatchedJudge(Watcher watcher) : LineTextJudge(0)
        {
            protected override void Judge(ReadOnlySpan<byte> line, FaultList faults, Span<long> counters)
            {
                watcher.Judged++;
                faults.Add(new Fault(MarkingJudge.Bad, 0));
            }
        }
    }
}
