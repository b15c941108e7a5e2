using Plumbline.Streaming;

namespace Plumbline;

/// <summary>Judges the lines of a dataset by an engine that sees the text of one line at a time: the interpreter, or one of your own.</summary>
public abstract class LineTextJudge : LineJudge
{
    private readonly FaultList _faults = new();
    private readonly long[] _counters;

    /// <summary>Creates a judge.</summary>
    /// <param name="counters">How many totals the dataset has.</param>
    protected LineTextJudge(int counters = 0) => _counters = new long[counters];

    /// <inheritdoc/>
    public sealed override FaultList Faults => _faults;

    /// <inheritdoc/>
    public sealed override ReadOnlySpan<long> Counters => _counters;

    /// <summary>Judges a line.</summary>
    /// <param name="line">The line without its line ending, never empty. It stands in a <see cref="PaddedBuffer"/>: at least
    /// <see cref="PaddedBuffer.Padding"/> bytes before and after it can be read.</param>
    /// <param name="faults">Empty; takes the faults, in any order, with offsets from the start of the line.</param>
    /// <param name="counters">Zeroes, one a total; each is to be raised by the values that count.</param>
    protected abstract void Judge(ReadOnlySpan<byte> line, FaultList faults, Span<long> counters);

    /// <inheritdoc/>
    protected internal sealed override nint JudgeAt(PaddedBuffer lines, nint at)
    {
        ArgumentNullException.ThrowIfNull(lines);
        nint feed = lines.FindLineFeed(at);
        ReadOnlySpan<byte> line = LineBlock.TextOf(lines, at, feed);
        _faults.Clear();
        Array.Clear(_counters);
        Judge(line, _faults, _counters);
        if (_faults.Count > 0)
        {
            _faults.Settle(line);
        }

        return feed;
    }
}
