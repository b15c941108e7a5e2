namespace Plumbline;

// Items of arrays that must differ from each other.
public sealed unsafe partial class Validation
{
    // Up to here every pair is compared; beyond, only items of equal hash.
    private const int FewItems = 3;

    private Item[] _items = new Item[8];

    /// <summary>Judges <c>uniqueItems</c>: whether an array holds two equal values.</summary>
    /// <param name="assertion">What was demanded; reported once, at the first item that equals an earlier one.</param>
    /// <param name="start">Offset of the opening bracket.</param>
    /// <param name="end">Offset after the closing bracket.</param>
    public void Unique(Assertion assertion, nint start, nint end)
    {
        if (!_malformed && FindEqualItems(Span(start, end)) is var (item, earlier) && item >= 0)
        {
            _faults.Add(new Fault(assertion, Offset(start) + item, earlier), _depth + 1);
        }
    }

    // Offset of the first item that equals an earlier one, and the index of that; -1 when all differ.
    private (int Item, int Earlier) FindEqualItems(ReadOnlySpan<byte> array)
    {
        (int Item, int Earlier) first = (int.MaxValue, -1);
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
            // Items of one hash stand in their order: beyond the first repetition known, none can be earlier.
            for (int j = i + 1; j < count && _items[j].Hash == _items[i].Hash && _items[j].Start < first.Item; j++)
            {
                if (JsonEquality.AreEqual(array[_items[i].Start.._items[i].End], array[_items[j].Start.._items[j].End]))
                {
                    first = (_items[j].Start, _items[i].Index);
                }
            }
        }

        return first.Earlier < 0 ? (-1, -1) : first;
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
            _items[count] = new Item(at, end, count);
            count++;
            at = end;
        }
    }

    private record struct Item(int Start, int End, int Index) : IComparable<Item>
    {
        public int Hash;

        public readonly int CompareTo(Item other) => Hash != other.Hash ? Hash.CompareTo(other.Hash) : Start.CompareTo(other.Start);
    }
}
