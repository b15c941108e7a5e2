using System.ComponentModel;

namespace Plumbline;

/// <summary>
/// One reading of a value by a plan node that may be asked for more than once: within a trial, and again within another. What came of it is
/// remembered by the offset and the node, so that trials inside trials do not multiply.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Visit
{
    private const int Deciding = -2;
    private const int Aloud = -1;
    private const int Deep = 2;
    private readonly Validation _v;
    private readonly Key _key;
    private readonly long _before;

    /// <summary>Begins a reading.</summary>
    /// <param name="v">The reader.</param>
    /// <param name="at">Offset of the value.</param>
    /// <param name="node">Number of the plan node.</param>
    public Visit(Validation v, nint at, int node)
    {
        ArgumentNullException.ThrowIfNull(v);
        _v = v;
        FaultList faults = v.Faults;

        if (v.IsMalformed)
        {
            // Or a trial that has failed: nothing is read any more.
            IsRepeated = true;
            End = v.End;
            return;
        }

        // A fault's weight hangs on how deep it lies inside the value that is tried; from two levels on it is always the same.
        int level = v.IsDeciding ? Deciding : faults.IsMuted ? Math.Min(v.Depth - faults.TrialDepth, Deep) : Aloud;
        _key = new Key(at, node, level, faults.Within);
        _before = faults.Penalty;
        if (v.Remembered.TryFind(_key, out Outcome outcome))
        {
            IsRepeated = true;
            End = outcome.End;
            faults.Penalty += outcome.Penalty;
            v.LeaveFailedTrial();
            return;
        }

        v.Visits++;
    }

    /// <summary>Whether the value has been read by the node before. Its penalty has been added; what was told aloud need not be told twice.</summary>
    public bool IsRepeated { get; }

    /// <summary>Where the value ends, for a repeated reading.</summary>
    public nint End { get; }

    /// <summary>Ends a reading that is not repeated.</summary>
    /// <param name="end">Where the value ends.</param>
    /// <returns>The same offset.</returns>
    public nint Close(nint end)
    {
        _v.Remembered.Note(_key, new Outcome(end, _v.Faults.Penalty - _before));
        return end;
    }

    /// <summary>What a reading is remembered by.</summary>
    internal readonly record struct Key(nint At, int Node, int Level, Advice? Within)
    {
        /// <summary>A number that is likely to be different for another key. Offsets are those of one document: nobody gains by making them collide.</summary>
        public uint Hash => ((uint)At * 0x9E3779B1) ^ ((uint)Node * 0x85EBCA77) ^ ((uint)Level * 0xC2B2AE3D);

        /// <summary>Whether the keys are equal. An advice is one object of the validator: there is no need to look at its text.</summary>
        public bool IsSameAs(in Key other) => At == other.At && Node == other.Node && Level == other.Level && ReferenceEquals(Within, other.Within);
    }

    /// <summary>What came of a reading.</summary>
    internal readonly record struct Outcome(nint End, long Penalty);
}
