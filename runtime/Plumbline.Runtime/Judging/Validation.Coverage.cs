namespace Plumbline;

// Which members and items have been evaluated, by the offsets of their values; what the unevaluated keywords ask.
public sealed unsafe partial class Validation
{
    private nint[] _covered = new nint[16];

    /// <summary>How many members and items were noted as evaluated; a mark to come back to.</summary>
    public int Covered { get; private set; }

    /// <summary>Notes that a schema has evaluated a member or an item.</summary>
    /// <param name="value">Offset of its value.</param>
    public void Cover(nint value)
    {
        if (Covered == _covered.Length)
        {
            Array.Resize(ref _covered, Covered * 2);
        }

        _covered[Covered++] = value;
    }

    /// <summary>Forgets what was noted after a mark.</summary>
    public void Uncover(int mark) => Covered = mark;

    /// <summary>Ends a trial for <c>contains</c>; an item that matches is evaluated.</summary>
    /// <returns>1 when the item matches, otherwise 0.</returns>
    public int MatchedAndCovers(long trial, nint item)
    {
        int matched = Matched(trial);
        if (matched != 0)
        {
            Cover(item);
        }

        return matched;
    }

    internal int SortCovered(int mark)
    {
        Array.Sort(_covered, mark, Covered - mark);
        return Covered;
    }

    internal bool IsCovered(int first, int end, nint value) => Array.BinarySearch(_covered, first, end - first, value) >= 0;
}
