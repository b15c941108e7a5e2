using System.Runtime.CompilerServices;
using Plumbline.Scanning;

namespace Plumbline;

/// <summary>
/// The member names met so far that no schema knows, by object: finds names that occur twice. Reading an object again (a branch that is
/// tried, then read aloud) changes nothing, since a name is told from its repetition by where it stands.
/// </summary>
/// <remarks>Two words and the length decide names of up to sixteen bytes: nothing is called, and the text is not looked at again.</remarks>
internal sealed unsafe class NameSet
{
    private const int Word = sizeof(ulong);
    private Entry[] _entries = new Entry[64];
    private int _count;
    private int _round = 1;

    /// <summary>Forgets all names, without touching memory.</summary>
    public void Clear()
    {
        if (_count == 0)
        {
            return;
        }

        _count = 0;
        if (++_round == int.MaxValue)
        {
            Array.Clear(_entries);
            _round = 1;
        }
    }

    /// <summary>Notes a name.</summary>
    /// <param name="text">Start of the buffer that offsets count from.</param>
    /// <param name="start">Offset of the object.</param>
    /// <param name="name">Offset of the first byte between the name's quotes.</param>
    /// <param name="unescaped">The name's first byte, unescaped; eight bytes from there are readable.</param>
    /// <param name="length">Its length, unescaped.</param>
    /// <returns>Whether the same name stands earlier in the same object.</returns>
    public bool Repeats(byte* text, nint start, nint name, byte* unescaped, int length)
    {
        ulong first = Unsafe.ReadUnaligned<ulong>(unescaped);
        ulong last = 0;
        if (length < Word)
        {
            first &= (1UL << (8 * length)) - 1;
        }
        else
        {
            last = Unsafe.ReadUnaligned<ulong>(unescaped + length - Word);
            first = length <= 2 * Word ? first : Utf8Hash.LongOf(new ReadOnlySpan<byte>(unescaped, length));
        }

        // The same names in other objects of the value go elsewhere.
        uint hash = Utf8Hash.Of(first, last ^ ((ulong)start << 32) ^ (uint)length);
        Entry[] entries = _entries;
        for (uint slot = hash; ; slot++)
        {
            ref Entry entry = ref entries[slot & (uint)(entries.Length - 1)];
            if (entry.Round != _round)
            {
                entry = new Entry(first, last, (int)start, (int)name, length, hash, _round);
                if (++_count > entries.Length / 2)
                {
                    Grow();
                }

                return false;
            }

            if (entry.First == first && entry.Last == last && entry.Start == (int)start && entry.Length == length &&
                (length <= 2 * Word || AreEqual(text, entry.Name, (int)name)))
            {
                return entry.Name != (int)name;
            }
        }
    }

    // Both names have been read before: each has an end.
    private static bool AreEqual(byte* text, int left, int right) => JsonString.EqualsRaw(Raw(text + left), Raw(text + right));

    private static ReadOnlySpan<byte> Raw(byte* name) => new(name, (int)(Scan.StringEnd(name) - name));

    private void Grow()
    {
        Entry[] old = _entries;
        _entries = new Entry[old.Length * 2];
        uint mask = (uint)_entries.Length - 1;
        foreach (ref readonly Entry entry in old.AsSpan())
        {
            if (entry.Round == _round)
            {
                uint slot = entry.Hash;
                while (_entries[slot & mask].Round == _round)
                {
                    slot++;
                }

                _entries[slot & mask] = entry;
            }
        }
    }

    // Of a name of more than sixteen bytes, the first word is a hash of it all.
    private readonly record struct Entry(ulong First, ulong Last, int Start, int Name, int Length, uint Hash, int Round);
}
