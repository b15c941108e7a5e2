using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Plumbline.Streaming;

namespace Plumbline.Datasets;

/// <summary>
/// What the blocks of a run are folded into, in their order: the summary, the findings delivered so far, and where totals passed their
/// limits. A thread enters with a block, delivers and merges, and leaves; between entering and leaving it is alone here.
/// </summary>
internal sealed class DatasetFold
{
    private readonly Turnstile _turnstile = new();
    private readonly IDatasetWatch _watch;
    private readonly IFindingSink _sink;
    private readonly DatasetProgress? _progress;
    private readonly string? _path;
    private long _budget;
    private bool _inputEnded;
    private ExceptionDispatchInfo? _failure;
    private Exception? _inputFailure;

    /// <summary>Creates the fold of one input.</summary>
    public DatasetFold(DatasetRules? rules, DatasetOptions options, IFindingSink sink, string? path)
        : this(new DatasetConclusion(rules, options, path), rules, options, sink, path)
    {
    }

    /// <summary>Creates the fold of a part of an input.</summary>
    public DatasetFold(IDatasetWatch watch, DatasetRules? rules, DatasetOptions options, IFindingSink sink, string? path)
    {
        _watch = watch;
        _sink = sink;
        _path = path;
        _progress = options.Progress;
        _budget = options.MaxFindings;
        Summary = new DatasetSummary(rules?.Totals.Count ?? 0);
    }

    /// <summary>How many more findings about lines are kept. Only ever sinks, so that a thread whose turn is yet to come may rely on it.</summary>
    public long Budget => Volatile.Read(ref _budget);

    /// <summary>Whether the run was stopped.</summary>
    public bool IsClosed => _turnstile.IsClosed;

    /// <summary>The blocks merged so far.</summary>
    public DatasetSummary Summary { get; }

    /// <summary>Waits for the turn of a block; returns at once when the block is in already.</summary>
    /// <returns>False when the run was stopped.</returns>
    public bool Enter(LineBlock block) => _turnstile.Enter(block.Index);

    /// <summary>Hands findings of one line to the sink, as long as some are kept.</summary>
    /// <param name="block">The block that is in.</param>
    /// <param name="index">Index of the line in it.</param>
    /// <param name="start">Where the line starts in the block's buffer.</param>
    /// <param name="feed">Where it ends.</param>
    /// <param name="faults">Its faults.</param>
    public void Deliver(LineBlock block, long index, nint start, nint feed, ReadOnlySpan<Fault> faults)
    {
        int count = (int)Math.Min(faults.Length, _budget);
        Volatile.Write(ref _budget, _budget - count);
        faults = Wanted(count == faults.Length ? faults : faults[..count]);
        if (faults.IsEmpty)
        {
            return;
        }

        long line = Summary.Lines + index + 1;
        long offset = block.InputOffset(start);
        if (LineFaults.Extent(faults[0]) is >= 0 and int extent)
        {
            _sink.Add(FindingBuilder.Build(faults[0], [], _path, line, offset) with { ByteLength = extent });
        }
        else
        {
            FindingBuilder.Report(faults, LineBlock.TextOf(block.Lines, start, feed), _sink, _path, line, offset);
        }
    }

    /// <summary>What a thread notes of values that all lines have in common; null where they have none.</summary>
    public UniformTally? NewUniformTally() => _watch.NewUniformTally();

    /// <summary>Adds what a judge tallied in a block, the tokens of its fields, and what it shows of values that all lines have in common.</summary>
    public void Merge(LineBlock block, LineJudge judge, DatasetSummary tally, IReadOnlyList<TokenStatistics>? tokens, UniformTally? uniform)
    {
        _watch.Note(block, judge, Summary, tally, uniform);
        Summary.Absorb(tally);
        if (tokens is not null)
        {
            Summary.Absorb(tokens);
        }

        _progress?.Add(tally);
    }

    /// <summary>Ends the turn of the block that is in.</summary>
    public void Leave() => _turnstile.Leave();

    /// <summary>Stops the run: blocks whose turn has not come no longer count.</summary>
    public void Close() => _turnstile.Close();

    /// <summary>Notes that every block of the input was handed out.</summary>
    public void EndInput() => Volatile.Write(ref _inputEnded, true);

    /// <summary>Stops the run because a block failed; those before it count, as they would with one thread.</summary>
    public void Fail(LineBlock block, Exception failure)
    {
        if (Enter(block))
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
            Close();
        }
    }

    /// <summary>Stops the run because the input cannot be read on; the blocks before count.</summary>
    public void FailInput(LineBlock block, Exception failure)
    {
        if (Enter(block))
        {
            _inputFailure = failure;
            Close();
        }
    }

    /// <summary>Reports what holds for the dataset as a whole, and returns the summary.</summary>
    /// <exception cref="DatasetReadException">The input could not be read to its end.</exception>
    public DatasetSummary Conclude()
    {
        _failure?.Throw();
        Summary.IsComplete = Volatile.Read(ref _inputEnded) && !IsClosed;
        _watch.Report(Summary, _sink);
        return _inputFailure is null ? Summary : throw new DatasetReadException(_inputFailure, Summary);
    }

    // Most sinks want all, or nothing of a line.
    private ReadOnlySpan<Fault> Wanted(ReadOnlySpan<Fault> faults)
    {
        for (int i = 0; i < faults.Length; i++)
        {
            if (_sink.OnlyCounts(faults[i].Assertion))
            {
                return Wanted(faults, i);
            }
        }

        return faults;
    }

    private ReadOnlySpan<Fault> Wanted(ReadOnlySpan<Fault> faults, int counted)
    {
        if (faults.Length == 1)
        {
            return [];
        }

        var wanted = new List<Fault>();
        for (int i = 0; i < faults.Length; i++)
        {
            if (i < counted || (i > counted && !_sink.OnlyCounts(faults[i].Assertion)))
            {
                wanted.Add(faults[i]);
            }
        }

        return CollectionsMarshal.AsSpan(wanted);
    }
}
