namespace Plumbline.Datasets;

/// <summary>
/// Faults of the lines of one block, from when they are found until it is the block's turn to report. A fault is a few words; the text
/// of its finding is built when it is delivered, from the line that is still in the block.
/// </summary>
internal sealed class PendingFaults
{
    /// <summary>How many faults may be pending: where every line fails, a block waits for its turn early instead of heaping up more.</summary>
    public const int Limit = 1024;

    private Fault[] _faults = new Fault[256];
    private FaultyLine[] _lines = new FaultyLine[256];
    private int _lineCount;

    /// <summary>How many faults are pending.</summary>
    public int Count { get; private set; }

    /// <summary>The lines with pending faults, in order.</summary>
    public ReadOnlySpan<FaultyLine> Lines => new(_lines, 0, _lineCount);

    /// <summary>The faults of a line.</summary>
    public ReadOnlySpan<Fault> FaultsOf(in FaultyLine line) => new(_faults, line.FirstFault, line.FaultCount);

    /// <summary>Adds a line with one fault.</summary>
    public void Add(long index, nint start, nint feed, in Fault fault) => Add(index, start, feed, new ReadOnlySpan<Fault>(in fault), 1);

    /// <summary>Adds a line with the first of its faults.</summary>
    public void Add(long index, nint start, nint feed, ReadOnlySpan<Fault> faults, int count)
    {
        // Copied one by one: the generic methods of arrays and spans would have to be compiled when a tool meets its first fault.
        if (_lineCount == _lines.Length)
        {
            var larger = new FaultyLine[_lineCount * 2];
            Array.Copy(_lines, larger, _lineCount);
            _lines = larger;
        }

        if (Count + count > _faults.Length)
        {
            var larger = new Fault[Math.Max(Count + count, _faults.Length * 2)];
            Array.Copy(_faults, larger, Count);
            _faults = larger;
        }

        _lines[_lineCount++] = new FaultyLine(index, (int)start, (int)feed, Count, count);
        for (int i = 0; i < count; i++)
        {
            _faults[Count++] = faults[i];
        }
    }

    /// <summary>Forgets all faults.</summary>
    public void Clear()
    {
        Array.Clear(_faults, 0, Count);
        Count = 0;
        _lineCount = 0;
    }
}

/// <summary>A line of a block, with faults that are pending.</summary>
/// <param name="index">Index of the line in its block.</param>
/// <param name="start">Where it starts in the block's buffer.</param>
/// <param name="feed">Where it ends.</param>
/// <param name="firstFault">Index of its first fault.</param>
/// <param name="faultCount">How many faults it has.</param>
internal readonly struct FaultyLine(long index, int start, int feed, int firstFault, int faultCount)
{
    public long Index => index;

    public int Start => start;

    public int Feed => feed;

    public int FirstFault => firstFault;

    public int FaultCount => faultCount;
}
