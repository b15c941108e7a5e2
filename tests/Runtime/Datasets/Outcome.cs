using System.Globalization;
using System.IO.Pipelines;

namespace Plumbline.Runtime.Tests.Datasets;

/// <summary>Everything that a run says, in a form that can be compared and printed.</summary>
internal sealed record Outcome(string Findings, DatasetSummary Summary)
{
    /// <summary>Runs the marking judge over a stream.</summary>
    public static Outcome OfStream(Stream stream, DatasetOptions options, DatasetRules? rules = null)
    {
        var sink = new ListSink();
        return Of(new DatasetRun(() => new MarkingJudge(), rules, options).Read(stream, sink), sink);
    }

    /// <summary>Runs the marking judge over a file.</summary>
    public static Outcome OfFile(string path, DatasetOptions options, DatasetRules? rules = null)
    {
        var sink = new ListSink();
        return Of(new DatasetRun(() => new MarkingJudge(), rules, options).ReadFile(path, sink), sink);
    }

    /// <summary>Runs the marking judge over a pipe.</summary>
    public static async Task<Outcome> OfPipe(PipeReader reader, DatasetOptions options, DatasetRules? rules = null)
    {
        var sink = new ListSink();
        return Of(await new DatasetRun(() => new MarkingJudge(), rules, options).ReadAsync(reader, sink), sink);
    }

    /// <summary>What a run over some bytes has to say, by splitting them at once and without any buffer.</summary>
    public static Outcome Expected(ReadOnlySpan<byte> bytes, DatasetOptions options, DatasetRules? rules = null)
    {
        var sink = new ListSink();
        var summary = new DatasetSummary(rules?.Totals.Count ?? 0) { Bytes = bytes.Length };
        long[] counters = new long[1];
        Finding? crossing = null;
        int start = 0;
        bool Ignores(Rule rule) => options.IgnoredRules?.Contains(rule) == true;
        if (bytes.StartsWith("\uFEFF"u8))
        {
            if (Ignores(Rules.ByteOrderMark))
            {
                summary.Ignored++;
            }
            else
            {
                summary.Count(Rules.ByteOrderMark, Severity.Note, Effect.None);
            }

            if (options.MaxFindings > 0 && !Ignores(Rules.ByteOrderMark))
            {
                sink.Add(FindingBuilder.Build(new Fault(MalformedText.ByteOrderMark, 0), [], null, 1, 0) with { ByteLength = 3 });
            }

            start = 3;
        }

        for (int next; start < bytes.Length; start = next)
        {
            summary.Lines++;
            int length = bytes[start..].IndexOf((byte)'\n');
            next = length < 0 ? bytes.Length : start + length + 1;
            ReadOnlySpan<byte> line = length < 0 ? bytes[start..] : bytes.Slice(start, length);
            line = line.EndsWith("\r"u8) ? line[..^1] : line;
            if (line.Length == 0 && next == bytes.Length)
            {
                continue;
            }

            var faults = new FaultList();
            counters[0] = 0;
            if (line.Length == 0)
            {
                faults.Add(new Fault(MalformedText.EmptyLine, 0));
            }
            else if (line.Length > options.MaxLineBytes)
            {
                faults.Add(new Fault(MalformedText.LineTooLong(options.MaxLineBytes), 0, line.Length));
            }
            else
            {
                MarkingJudge.JudgeText(line, faults, counters);
                faults.Settle(line);
                bool isExample = faults.Count == 0 || !MalformedText.Includes(faults[0].Assertion.Rule);
                summary.Examples += isExample ? 1 : 0;
                if (isExample && rules is not null)
                {
                    long left = rules.Totals[0].Max - summary.Counters[0];
                    summary.CountValues(counters);
                    if (left >= 0 && counters[0] > left)
                    {
                        int offset = Nth(line, left);
                        crossing = FindingBuilder.Build(new Fault(rules.Totals[0].Assertion, offset), line, null, summary.Lines, start);
                    }
                }
            }

            bool isFaulty = false;
            bool stops = false;
            bool isTooLong = faults.Count == 1 && ReferenceEquals(faults[0].Assertion.Rule, Rules.LineTooLong);
            foreach (ref readonly Fault fault in faults.AsSpan())
            {
                Assertion assertion = fault.Assertion;
                if (Ignores(assertion.Rule))
                {
                    summary.Ignored++;
                    continue;
                }

                isFaulty |= assertion.Severity == Severity.Error;
                stops |= assertion.Severity <= options.StopAt;
                summary.Count(assertion.Rule, assertion.Severity, assertion.Advice?.Effect ?? Effect.None);
                if (sink.Findings.Count < options.MaxFindings)
                {
                    Finding finding = FindingBuilder.Build(fault, isTooLong ? [] : line, null, summary.Lines, start);
                    sink.Add(isTooLong ? finding with { ByteLength = line.Length } : finding);
                }
            }

            summary.FaultyLines += isFaulty ? 1 : 0;
            if (stops)
            {
                summary.Bytes = next;
                summary.IsComplete = false;
                break;
            }
        }

        if (crossing is not null)
        {
            summary.Count(Rules.TotalExceeded, Severity.Error, Effect.None);
            Finding whole = FindingBuilder.BuildForDataset(rules!.Totals[0].Assertion, summary.Counters[0], rules.Totals[0].Noun);
            sink.Add(crossing with
            {
                Message = $"{whole.Message}; here it first exceeds the limit",
                Found = whole.Found,
                SchemaLocation = whole.SchemaLocation,
            });
        }

        return Of(summary, sink);
    }

    private static int Nth(ReadOnlySpan<byte> line, long index)
    {
        foreach (int offset in MarkingJudge.Counted.In(line))
        {
            if (index-- == 0)
            {
                return offset;
            }
        }

        throw new InvalidOperationException("The line has fewer values.");
    }

    /// <summary>What a run said.</summary>
    public static Outcome Of(DatasetSummary summary, ListSink sink) => new(string.Join('\n', sink.Findings.Select(Describe)), summary);

    private static string Describe(Finding f) =>
        string.Create(CultureInfo.InvariantCulture, $"{f.Line}:{f.Column} @{f.ByteOffset}+{f.ByteLength} ")
        + $"{f.Rule} {f.Severity} {f.Effect} {f.Pointer}: {f.Message} [{f.Expected}|{f.Found}|{f.SchemaLocation}]";
}

/// <summary>Keeps findings.</summary>
internal sealed class ListSink : IFindingSink
{
    public List<Finding> Findings { get; } = [];

    public void Add(Finding finding) => Findings.Add(finding);
}
