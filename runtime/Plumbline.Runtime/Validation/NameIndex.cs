using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Plumbline;

/// <summary>
/// Finds the number of a member name. The first and the last eight bytes and the length place a name, and decide it up to sixteen bytes: two words are
/// compared and nothing is called.
/// </summary>
/// <remarks>The names are those of a schema; data only asks for them, and cannot make a search longer than the schema's author has.</remarks>
internal sealed unsafe class NameIndex
{
    private const int Word = sizeof(ulong);
    private readonly Entry[] _entries; // open addressing, at most half full; a free one has no text
    private readonly int _shift;

    public NameIndex(ReadOnlySpan<string> names)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, names.Length * 2));
        _entries = new Entry[size];
        _shift = 64 - BitOperations.Log2((uint)size);
        for (int i = 0; i < names.Length; i++)
        {
            byte[] text = new byte[Math.Max(Word, Encoding.UTF8.GetByteCount(names[i]))];
            int length = Encoding.UTF8.GetBytes(names[i], text);
            fixed (byte* bytes = text)
            {
                // A repeated name keeps its first number.
                if (Find(bytes, length) < 0)
                {
                    (ulong first, ulong last) = Ends(bytes, length);
                    int slot = Slot(first, last, length);
                    while (_entries[slot].Text is not null)
                    {
                        slot = (slot + 1) & (size - 1);
                    }

                    _entries[slot] = new Entry(text, first, last, length, i);
                }
            }
        }
    }

    /// <summary>The number of a name, or -1.</summary>
    /// <param name="name">Its first byte; eight bytes from there are readable, however short it is.</param>
    /// <param name="length">Its length in bytes.</param>
    public int Find(byte* name, int length)
    {
        (ulong first, ulong last) = Ends(name, length);
        Entry[] entries = _entries;
        for (int slot = Slot(first, last, length); ; slot++)
        {
            ref readonly Entry entry = ref entries[slot & (entries.Length - 1)];
            if (entry.Text is null)
            {
                return -1;
            }

            if (entry.First == first && entry.Last == last && entry.Length == length &&
                (length <= 2 * Word || new ReadOnlySpan<byte>(name, length).SequenceEqual(entry.Text)))
            {
                return entry.Number;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong First, ulong Last) Ends(byte* name, int length)
    {
        ulong first = Unsafe.ReadUnaligned<ulong>(name);
        return length < Word
            ? (first & ((1UL << (8 * length)) - 1), 0)
            : (first, Unsafe.ReadUnaligned<ulong>(name + length - Word));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Slot(ulong first, ulong last, int length) =>
        (int)(((first ^ BitOperations.RotateLeft(last, 23) ^ (uint)length) * 0x9E37_79B9_7F4A_7C15) >> _shift);

    private readonly record struct Entry(byte[] Text, ulong First, ulong Last, int Length, int Number);
}
