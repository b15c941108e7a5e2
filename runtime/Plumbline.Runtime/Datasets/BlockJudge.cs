using System.Runtime.InteropServices;
using Plumbline.Streaming;

namespace Plumbline.Datasets;

/// <summary>
/// Judges blocks, one after the other: the work of one thread of a run. What a block adds to the summary is tallied apart, and joins
/// the <see cref="DatasetFold"/> when it is the block's turn.
/// </summary>
/// <remarks>Methods that return false say that the run was stopped before the block's turn: then nothing of the block counts. A block whose own finding ends
/// the run counts up to there, and is the last.</remarks>
internal sealed class BlockJudge
{
    private readonly LineJudge _judge;
    private readonly DatasetFold _fold;
    private readonly int _maxLineBytes;
    private readonly Assertion _noLonger;
    private readonly DatasetSummary _tally;
    private readonly int _totals;
    private readonly TokenTally? _tokens;
    private readonly UniformTally? _uniform;
    private readonly ExampleTally? _examples;
    private readonly PendingFaults _pending = new();
    private readonly IReadOnlySet<Rule>? _ignored;
    private List<Fault>? _selected;
    private readonly Severity? _stopAt;
    private bool _stops;

    /// <summary>Creates the judge of a thread.</summary>
    public BlockJudge(LineJudge judge, DatasetFold fold, DatasetOptions options)
    {
        _judge = judge;
        _fold = fold;
        _maxLineBytes = options.MaxLineBytes;
        _noLonger = MalformedText.LineTooLong(_maxLineBytes);
        _tokens = options is { CountTokens: true, Lines.TokenCounter: { } counter } ? new TokenTally(counter) : null;
        _totals = fold.Summary.Counters.Count; // a validator may count more than its dataset's rules ask for
        _tally = new DatasetSummary(_totals);
        _uniform = fold.NewUniformTally();
        _ignored = options.IgnoredRules is { Count: > 0 } ignored ? ignored : null;
        _stopAt = options.StopAt;
        _examples = options.Examples?.Invoke();
    }

    /// <summary>Judges the lines of a block, waits for its turn and reports.</summary>
    /// <returns>False when the run is over.</returns>
    public bool Run(LineBlock block)
    {
        _tally.Clear();
        _tokens?.Clear();
        _uniform?.Clear();
        _examples?.Clear();
        _pending.Clear();
        _tally.Bytes = block.ByteCount;
        if (!JudgeMark(block) || !JudgeLines(block) || !JudgeSkipped(block) || !Deliver(block))
        {
            return false;
        }

        _examples?.Deliver(_fold.Summary.Lines);
        _fold.Merge(block, _judge, _tally, _tokens?.Fields, _uniform);
        if (_stops)
        {
            _fold.Close();
            return false;
        }

        _fold.Leave();
        return true;
    }

    private bool JudgeMark(LineBlock block) => !block.HasMark || Report(block, block.Start, block.Start, LineFaults.Mark);

    private bool JudgeLines(LineBlock block)
    {
        PaddedBuffer lines = block.Lines;
        nint end = block.End;
        nint feed;
        nint at = block.TextStart;
        for (; at < end && !_stops; at = feed + 1, _tally.Lines++)
        {
            feed = block.EndOfEmptyLine(at);
            if (feed >= 0)
            {
                bool isLast = block.EndsInput && block.SkippedLength == 0 && feed + 1 >= end;
                if (!isLast && !ReportLine(block, at, feed, LineFaults.Empty))
                {
                    return false;
                }

                continue;
            }

            feed = _judge.JudgeAt(lines, at);
            if (feed - at > _maxLineBytes && LineBlock.TextOf(lines, at, feed).Length is int length && length > _maxLineBytes)
            {
                if (!ReportLine(block, at, at, new Fault(_noLonger, 0, length)))
                {
                    return false;
                }
            }
            else if (_judge.Faults.Count == 0)
            {
                CountExample(block, at, feed);
            }
            else if (!ReportFaults(block, at, feed))
            {
                return false;
            }
        }

        if (_stops)
        {
            _tally.Bytes = Math.Min(at, end) - block.Start;
        }

        return true;
    }

    private bool JudgeSkipped(LineBlock block)
    {
        if (block.SkippedLength == 0 || _stops)
        {
            return true;
        }

        bool goesOn = ReportLine(block, block.SkippedStart, block.SkippedStart, new Fault(_noLonger, 0, block.SkippedLength));
        _tally.Lines++;
        return goesOn;
    }

    private bool ReportFaults(LineBlock block, nint at, nint feed)
    {
        if (!_judge.IsMalformed)
        {
            CountExample(block, at, feed);
        }

        ReadOnlySpan<Fault> faults = Selected(_judge.Faults.AsSpan());
        bool hasErrors = false;
        foreach (ref readonly Fault fault in faults)
        {
            Count(fault.Assertion);
            hasErrors |= fault.Assertion.Severity == Severity.Error;
        }

        _tally.FaultyLines += hasErrors ? 1 : 0;
        int kept = (int)Math.Min(faults.Length, _fold.Budget - _pending.Count);
        if (kept > PendingFaults.Limit)
        {
            // Too many to copy: they are told from where they are.
            if (!Deliver(block))
            {
                return false;
            }

            _fold.Deliver(block, _tally.Lines, at, feed, faults);
        }
        else if (kept > 0)
        {
            _pending.Add(_tally.Lines, at, feed, faults, kept);
        }

        return _pending.Count < PendingFaults.Limit || Deliver(block);
    }

    // A fault of a line as a whole, which therefore holds no example.
    private bool ReportLine(LineBlock block, nint at, nint feed, in Fault fault)
    {
        _tally.FaultyLines += IsIgnored(fault.Assertion) ? 0 : 1;
        return Report(block, at, feed, fault);
    }

    private bool Report(LineBlock block, nint at, nint feed, in Fault fault)
    {
        if (IsIgnored(fault.Assertion))
        {
            _tally.Ignored++;
            return true;
        }

        Count(fault.Assertion);
        if (_pending.Count < _fold.Budget)
        {
            _pending.Add(_tally.Lines, at, feed, fault);
        }

        return _pending.Count < PendingFaults.Limit || Deliver(block);
    }

    private void CountExample(LineBlock block, nint at, nint feed)
    {
        _tally.Examples++;
        _uniform?.Note(block, _tally.Lines, at, feed);
        _tokens?.Read(LineBlock.TextOf(block.Lines, at, feed), _judge.CountedStrings);
        _examples?.Add(LineBlock.TextOf(block.Lines, at, feed), _tally.Lines);
        if (_totals > 0)
        {
            _tally.CountValues(_judge.Counters[.._totals]);
        }
    }

    private void Count(Assertion assertion)
    {
        _tally.Count(assertion.Rule, assertion.Severity, assertion.Advice?.Effect ?? Effect.None);
        _stops |= assertion.Severity <= _stopAt;
    }

    private bool IsIgnored(Assertion assertion) => _ignored is not null && _ignored.Contains(assertion.Rule);

    private ReadOnlySpan<Fault> Selected(ReadOnlySpan<Fault> faults)
    {
        if (_ignored is null)
        {
            return faults;
        }

        _selected ??= [];
        _selected.Clear();
        foreach (ref readonly Fault fault in faults)
        {
            if (IsIgnored(fault.Assertion))
            {
                _tally.Ignored++;
            }
            else
            {
                _selected.Add(fault);
            }
        }

        return CollectionsMarshal.AsSpan(_selected);
    }

    private bool Deliver(LineBlock block)
    {
        if (!_fold.Enter(block))
        {
            return false;
        }

        foreach (ref readonly FaultyLine line in _pending.Lines)
        {
            _fold.Deliver(block, line.Index, line.Start, line.Feed, _pending.FaultsOf(line));
        }

        _pending.Clear();
        return true;
    }
}
