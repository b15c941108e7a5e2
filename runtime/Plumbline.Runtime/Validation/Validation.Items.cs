namespace Plumbline;

// Items of arrays that must differ from each other.
public sealed unsafe partial class Validation
{
    // Up to here every pair is compared; beyond, only items of equal hash.
    private const int FewItems = 8;

    private Item[] _items = new Item[FewItems];

    /// <summary>Judges <c>uniqueItems</c>: whether an array holds two equal values.</summary>
    /// <param name="assertion">What was demanded; reported once, at the array.</param>
    /// <param name="start">Offset of the opening bracket.</param>
    /// <param name="end">Offset after the closing bracket.</param>
    public void Unique(Assertion assertion, nint start, nint end)
    {
        if (!_malformed && HasEqualItems(Span(start, end)))
        {
            Fault(assertion, start);
        }
    }

    private bool HasEqualItems(ReadOnlySpan<byte> array)
    {
        int count = ReadItems(array);
        if (count > FewItems)
        {
            for (int i = 0; i < count; i++)
            {
                _items[i].Hash = JsonEquality.Hash(array[_items[i].Start.._items[i].End]);
            }

            Array.Sort(_items, 0, count);
        }

        for (int i = 0; i < count; i++)
        {
            for (int j = i + 1; j < count && _items[j].Hash == _items[i].Hash; j++)
            {
                if (JsonEquality.AreEqual(array[_items[i].Start.._items[i].End], array[_items[j].Start.._items[j].End]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private int ReadItems(ReadOnlySpan<byte> array)
    {
        int count = 0;
        int at = 1;
        while (true)
        {
            while (array[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',')
            {
                at++;
            }

            if (array[at] == ']')
            {
                return count;
            }

            if (count == _items.Length)
            {
                Array.Resize(ref _items, count * 2);
            }

            int end = JsonSyntax.SkipValue(array, at);
            _items[count++] = new Item(at, end);
            at = end;
        }
    }

    private record struct Item(int Start, int End) : IComparable<Item>
    {
        public int Hash;

        public readonly int CompareTo(Item other) => Hash.CompareTo(other.Hash);
    }
}
