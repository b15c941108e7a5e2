using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;
using Plumbline.Runtime.Tests.Streaming;

namespace Plumbline.Runtime.Tests.Datasets;

/// <summary>How a run begins, goes on and ends.</summary>
public sealed class RunTests
{
    private static readonly byte[] FailingLine = Encoding.UTF8.GetBytes("[\"bad\"]\n");

    [Fact]
    public void Findings_name_the_file_as_it_was_named()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bad.jsonl", FailingLine);
        var sink = new ListSink();

        new DatasetRun(() => new MarkingJudge()).ReadFile(path, sink);

        Assert.Equal(path, Assert.Single(sink.Findings).Path);
    }

    [Fact]
    public void A_file_compressed_by_gzip_is_judged_as_its_text_would_be()
    {
        using var folder = new TemporaryFolder();
        foreach (byte[] file in NastyFile.All())
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            {
                gzip.Write(file);
            }

            var options = new DatasetOptions { MaxLineBytes = NastyFile.MaxLineBytes, BufferBytes = 100, Threads = 2 };
            Assert.Equal(Outcome.Expected(file, options), Outcome.OfFile(folder.Write("nasty.jsonl.gz", packed.ToArray()), options));
        }
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(1, 1000)]
    [InlineData(3, 100)]
    [InlineData(4, 1000)]
    public async Task A_run_ends_at_the_first_line_that_is_to_end_it_and_leaves_rules_aside_however_it_reads(int threads, int bufferBytes)
    {
        using var folder = new TemporaryFolder();
        var common = new DatasetOptions { MaxLineBytes = NastyFile.MaxLineBytes, Threads = threads, BufferBytes = bufferBytes };
        DatasetOptions[] choices =
        [
            common with { StopAt = Severity.Error },
            common with { StopAt = Severity.Warning },
            common with { IgnoredRules = new HashSet<Rule> { Rules.Enum, Rules.LineTooLong } },
            common with
            {
                IgnoredRules = new HashSet<Rule> { Rules.EmptyLine, Rules.ByteOrderMark, Rules.MalformedJson, Rules.MaxLength },
                StopAt = Severity.Warning,
            },
        ];
        foreach (byte[] file in NastyFile.All())
        {
            string path = folder.Write("nasty.jsonl", file);
            foreach (DatasetOptions options in choices)
            {
                Outcome expected = Outcome.Expected(file, options, MarkingJudge.RulesWithTotal(3));
                Assert.Equal(expected, Outcome.OfFile(path, options, MarkingJudge.RulesWithTotal(3)));
                Assert.Equal(expected, Outcome.OfStream(new MemoryStream(file), options, MarkingJudge.RulesWithTotal(3)));
                Assert.Equal(expected, await Outcome.OfPipe(PipeReader.Create(new MemoryStream(file)), options, MarkingJudge.RulesWithTotal(3)));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Gzip_is_known_by_its_first_bytes_whatever_it_comes_from_and_however_many_members_it_has(int threads)
    {
        using var folder = new TemporaryFolder();
        byte[] packed = [.. Gzip(FailingLine), .. Gzip([.. FailingLine, .. FailingLine])];
        var options = new DatasetOptions { Threads = threads };
        Outcome expected = Outcome.Expected([.. FailingLine, .. FailingLine, .. FailingLine], options);

        Assert.Equal(expected, Outcome.OfStream(new TricklingStream(packed, 1), options));
        Assert.Equal(expected, Outcome.OfFile(folder.Write("not-named-so.jsonl", packed), options));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Damaged_gzip_is_judged_up_to_the_damage(int threads)
    {
        using var folder = new TemporaryFolder();
        byte[] lines = [.. Enumerable.Range(0, 20_000).SelectMany(static i => Encoding.UTF8.GetBytes($"[{i},{i * i},\"odd\"]\n"))];
        byte[] whole = Gzip(lines);
        byte[] wrongSum = [.. whole];
        wrongSum[^6] ^= 1;
        var run = new DatasetRun(() => new MarkingJudge(), null, new DatasetOptions { Threads = threads, BufferBytes = 1000 });
        foreach (byte[] packed in (byte[][])[whole[..(whole.Length / 2)], whole[..^1], wrongSum])
        {
            var sink = new ListSink();
            var failure = Assert.Throws<DatasetReadException>(() => run.ReadFile(folder.Write("damaged.gz", packed), sink));
            Assert.IsType<InvalidDataException>(failure.InnerException);
            Assert.InRange(failure.Summary.Lines, 9_000, 20_000);
            Assert.Equal(failure.Summary.Lines, sink.Findings.Count);
        }
    }

    [Fact]
    public void A_missing_file_is_the_callers_to_handle()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<FileNotFoundException>(() => new DatasetRun(() => new MarkingJudge()).ReadFile(folder.PathOf("missing.jsonl"), new ListSink()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_stream_that_fails_delivers_the_findings_before_and_hands_over_their_summary(int threads)
    {
        var sink = new ListSink();
        byte[] bytes = [.. Enumerable.Repeat(FailingLine, 100).SelectMany(static line => line)];
        var run = new DatasetRun(() => new MarkingJudge(), null, new DatasetOptions { BufferBytes = 16, Threads = threads });

        var failure = Assert.Throws<DatasetReadException>(() => run.Read(new FailingStream(bytes), sink));

        Assert.Equal("the disk is gone", failure.Message);
        Assert.IsType<IOException>(failure.InnerException);
        Assert.Equal((100, 100, false), (failure.Summary.Lines, failure.Summary.Errors, failure.Summary.IsComplete));
        Assert.Equal(Enumerable.Range(1, 100).Select(static line => (long)line), sink.Findings.Select(static finding => finding.Line));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_sink_that_throws_ends_the_run_with_its_exception(int threads)
    {
        var run = new DatasetRun(() => new MarkingJudge(), null, new DatasetOptions { BufferBytes = 64, Threads = threads });
        var sink = new HookedSink(static finding =>
        {
            if (finding.Line == 50)
            {
                throw new InvalidOperationException("full");
            }
        });

        var failure = Assert.Throws<InvalidOperationException>(() => run.Read(new RepeatingStream(FailingLine, 1_000_000), sink));

        Assert.Equal("full", failure.Message);
        Assert.Equal(50, sink.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Cancelling_stops_between_blocks_and_summarizes_the_lines_before(int threads)
    {
        using var stop = new CancellationTokenSource();
        var sink = new HookedSink(finding =>
        {
            if (finding.Line == 1000)
            {
                stop.Cancel();
            }
        });
        var options = new DatasetOptions { BufferBytes = 1024, Threads = threads };
        var rules = new DatasetRules("/x-dataset", minExamples: 1_000_000_000, maxExamples: 10);
        var run = new DatasetRun(() => new MarkingJudge(), rules, options);

        DatasetSummary summary = run.Read(new RepeatingStream(FailingLine, long.MaxValue / 100), sink, cancellation: stop.Token);

        Assert.False(summary.IsComplete);
        Assert.InRange(summary.Lines, 1000, 10_000);
        Assert.Equal(summary.Lines * FailingLine.Length, summary.Bytes);
        Assert.Equal(summary.Lines, summary.CountOf(Rules.Enum));
        // More lines could have mended a dataset that is too small, and none could one that is too large.
        Assert.Equal((0, 1), (summary.CountOf(Rules.TooFewExamples), summary.CountOf(Rules.TooManyExamples)));
    }

    [Fact]
    public void Cancelling_stops_inside_a_line_that_is_being_skipped()
    {
        using var stop = new CancellationTokenSource();
        int reads = 0;
        var stream = new RepeatingStream([(byte)'x'], long.MaxValue)
        {
            BeforeRead = () =>
            {
                if (++reads == 100)
                {
                    stop.Cancel();
                }
            },
        };
        var run = new DatasetRun(() => new MarkingJudge(), null, new DatasetOptions { BufferBytes = 16, MaxLineBytes = 100 });

        DatasetSummary summary = run.Read(stream, new ListSink(), cancellation: stop.Token);

        Assert.Equal((0, 0, false), (summary.Lines, summary.Bytes, summary.IsComplete));
        Assert.Equal(100, reads);
    }

    [Fact]
    public async Task A_pipe_is_judged_as_its_lines_arrive_and_can_be_cancelled_while_it_waits()
    {
        using var stop = new CancellationTokenSource();
        var pipe = new Pipe();
        var seen = new TaskCompletionSource();
        var sink = new HookedSink(_ => seen.SetResult());
        Task<DatasetSummary> run = new DatasetRun(() => new MarkingJudge()).ReadAsync(pipe.Reader, sink, cancellation: stop.Token);

        await pipe.Writer.WriteAsync(FailingLine);
        await Task.WhenAny(seen.Task, run);
        Assert.False(run.IsCompleted);
        await stop.CancelAsync();

        DatasetSummary summary = await run;
        Assert.Equal((1, false), (summary.Lines, summary.IsComplete));
    }

    [Fact]
    public async Task A_pending_read_that_is_cancelled_ends_the_run()
    {
        var pipe = new Pipe();
        Task<DatasetSummary> run = new DatasetRun(() => new MarkingJudge()).ReadAsync(pipe.Reader, new ListSink());
        pipe.Reader.CancelPendingRead();

        Assert.False((await run).IsComplete);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Progress_ends_where_the_summary_does(int threads)
    {
        var progress = new DatasetProgress();
        var options = new DatasetOptions { BufferBytes = 100, Threads = threads, MaxFindings = 3, Progress = progress };

        DatasetSummary summary = Outcome.OfStream(new RepeatingStream(FailingLine, 1000), options).Summary;

        Assert.Equal((8000, 1000, 1000), (progress.Bytes, progress.Lines, progress.Findings));
        Assert.Equal((progress.Bytes, progress.Lines, progress.Findings), (summary.Bytes, summary.Lines, summary.Findings));
    }

    [Fact]
    public void A_pipe_with_a_name_is_read_like_a_file_whatever_the_number_of_threads()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.WriteLine("missing: named pipes in the file system (needs a Unix); the test that reads one did not run");
            return;
        }

        using var folder = new TemporaryFolder();
        string path = folder.PathOf("pipe");
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [path]))
        {
            mkfifo.WaitForExit();
        }

        var writer = new Thread(() => File.WriteAllBytes(path, FailingLine));
        writer.Start();
        DatasetSummary summary = Outcome.OfFile(path, new DatasetOptions { Threads = 4 }).Summary;
        writer.Join();

        Assert.Equal((1, 1), (summary.Lines, summary.Errors));
    }

    private sealed class HookedSink(Action<Finding> onFinding) : IFindingSink
    {
        public long Count { get; private set; }

        public void Add(Finding finding)
        {
            Count++;
            onFinding(finding);
        }
    }

    private static byte[] Gzip(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        return packed.ToArray();
    }
}
