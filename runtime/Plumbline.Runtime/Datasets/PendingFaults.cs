using System.Runtime.InteropServices;

namespace Plumbline.Datasets;

/// <summary>
/// Faults of the lines of one block, from when they are found until it is the block's turn to report. A fault is a few words; the text
/// of its finding is built when it is delivered, from the line that is still in the block.
/// </summary>
internal sealed class PendingFaults
{
    /// <summary>How many faults may be pending: where every line fails, a block waits for its turn early instead of heaping up more.</summary>
    public const int Limit = 1024;

    private readonly List<Fault> _faults = [];
    private readonly List<FaultyLine> _lines = [];

    /// <summary>How many faults are pending.</summary>
    public int Count => _faults.Count;

    /// <summary>The lines with pending faults, in order.</summary>
    public ReadOnlySpan<FaultyLine> Lines => CollectionsMarshal.AsSpan(_lines);

    /// <summary>The faults of a line.</summary>
    public ReadOnlySpan<Fault> FaultsOf(in FaultyLine line) => CollectionsMarshal.AsSpan(_faults).Slice(line.FirstFault, line.FaultCount);

    /// <summary>Adds a line with one fault.</summary>
    public void Add(long index, nint start, nint feed, in Fault fault)
    {
        _lines.Add(new FaultyLine(index, (int)start, (int)feed, _faults.Count, 1));
        _faults.Add(fault);
    }

    /// <summary>Adds a line with the first of its faults.</summary>
    public void Add(long index, nint start, nint feed, FaultList faults, int count)
    {
        _lines.Add(new FaultyLine(index, (int)start, (int)feed, _faults.Count, count));
        for (int i = 0; i < count; i++)
        {
            _faults.Add(faults[i]);
        }
    }

    /// <summary>Forgets all faults.</summary>
    public void Clear()
    {
        _faults.Clear();
        _lines.Clear();
    }
}

/// <summary>A line of a block, with faults that are pending.</summary>
/// <param name="Index">Index of the line in its block.</param>
/// <param name="Start">Where it starts in the block's buffer.</param>
/// <param name="Feed">Where it ends.</param>
/// <param name="FirstFault">Index of its first fault.</param>
/// <param name="FaultCount">How many faults it has.</param>
internal readonly record struct FaultyLine(long Index, int Start, int Feed, int FirstFault, int FaultCount);
