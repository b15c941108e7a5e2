namespace Plumbline;

/// <summary>Offsets of the values at a path, in order, as a reader met them; kept from value to value.</summary>
public sealed class PlaceList
{
    private int[] _offsets = new int[16];

    /// <summary>Number of offsets.</summary>
    public int Count { get; private set; }

    /// <summary>Whether each offset came after the one before: then the reader has met each value once.</summary>
    public bool IsOrdered { get; private set; } = true;

    /// <summary>The offsets; valid until the list changes.</summary>
    public ReadOnlySpan<int> Offsets => new(_offsets, 0, Count);

    /// <summary>Adds an offset.</summary>
    public void Add(int offset)
    {
        IsOrdered &= Count == 0 || offset > _offsets[Count - 1];
        if (Count == _offsets.Length)
        {
            Array.Resize(ref _offsets, Count * 2);
        }

        _offsets[Count++] = offset;
    }

    /// <summary>Forgets all offsets.</summary>
    public void Clear()
    {
        Count = 0;
        IsOrdered = true;
    }
}
