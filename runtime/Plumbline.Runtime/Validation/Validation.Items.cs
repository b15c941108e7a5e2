using Plumbline.Scanning;

namespace Plumbline;

// Items of arrays that must differ from each other.
public sealed unsafe partial class Validation
{
    // Up to here the hash of each item is compared with those before; beyond, they are sorted.
    private const int FewItems = 24;

    private Item[] _items = new Item[8];

    /// <summary>Judges <c>uniqueItems</c>: whether an array holds two equal values.</summary>
    /// <param name="assertion">What was demanded; reported once, at the first item that equals an earlier one.</param>
    /// <param name="start">Offset of the opening bracket.</param>
    /// <param name="end">Offset after the closing bracket.</param>
    public void Unique(Assertion assertion, nint start, nint end)
    {
        if (!_malformed && FindEqualItems(start, end) is var (item, earlier) && item >= 0)
        {
            _faults.Add(new Fault(assertion, Offset(start) + item, earlier), _depth + 1);
        }
    }

    // Offset of the first item that equals an earlier one, and the index of that; -1 when all differ.
    private (int Item, int Earlier) FindEqualItems(nint start, nint end)
    {
        ReadOnlySpan<byte> array = Span(start, end);
        (int Item, int Earlier) first = (int.MaxValue, -1);
        int count = ReadItems(start, array);
        bool isSorted = count > FewItems;
        if (isSorted)
        {
            Array.Sort(_items, 0, count);
        }

        for (int i = 0; i < count; i++)
        {
            for (int j = i + 1; j < count; j++)
            {
                if (_items[j].Hash != _items[i].Hash)
                {
                    if (isSorted)
                    {
                        break;
                    }

                    continue;
                }

                // Items of one hash stand in their order: beyond the first repetition known, none can be earlier.
                if (_items[j].Start >= first.Item)
                {
                    break;
                }

                if (JsonEquality.AreEqual(array[_items[i].Start.._items[i].End], array[_items[j].Start.._items[j].End]))
                {
                    first = (_items[j].Start, _items[i].Index);
                }
            }
        }

        return first.Earlier < 0 ? (-1, -1) : first;
    }

    private int ReadItems(nint start, ReadOnlySpan<byte> array)
    {
        // Of repeated names the last counts, which only the slower hash knows. Where repetitions are noted, none was met before the array's end.
        bool namesDiffer = _duplicate is not null && _repeated.Count == 0;
        int count = 0;
        for (byte* at = KnownText.Space(_text + start + 1); *at != ']'; count++)
        {
            if (count == _items.Length)
            {
                Array.Resize(ref _items, count * 2);
            }

            int item = (int)(at - _text - start);
            byte* end;
            ulong hash;
            if (namesDiffer)
            {
                hash = ValueHash.Of(at, out end);
            }
            else
            {
                end = _text + start + JsonSyntax.SkipValue(array, item);
                hash = (uint)JsonEquality.Hash(new ReadOnlySpan<byte>(at, (int)(end - at)));
            }

            _items[count] = new Item(item, (int)(end - _text - start), count, hash);
            at = KnownText.Next(end);
        }

        return count;
    }

    private readonly record struct Item(int Start, int End, int Index, ulong Hash) : IComparable<Item>
    {
        public int CompareTo(Item other) => Hash != other.Hash ? Hash.CompareTo(other.Hash) : Start.CompareTo(other.Start);
    }
}
