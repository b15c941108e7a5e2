using System.Runtime.CompilerServices;
using Plumbline.Scanning;

namespace Plumbline;

/// <summary>Where the members of one object stand that has been read. What asks for few of them again then need not go through all.</summary>
internal sealed unsafe class MemberIndex
{
    private const int Most = 32;
    private readonly Entry[] _entries = new Entry[Most];
    private int _count;
    private nint _start = -1;
    private long _document = -1;
    private bool _isUsable;

    /// <summary>Offset of the closing brace.</summary>
    public nint End { get; private set; }

    /// <summary>Notes the members of an object, unless they are noted already.</summary>
    /// <param name="text">Start of the buffer that offsets count from.</param>
    /// <param name="start">Offset of the object, which is well-formed and in which no name repeats.</param>
    /// <param name="end">End of the text.</param>
    /// <param name="document">Number of the text: offsets mean something only in one.</param>
    /// <returns>Whether they can be looked up: there are not too many, and their names are spelled without escapes.</returns>
    public bool Covers(byte* text, nint start, nint end, long document)
    {
        if (_start != start || _document != document)
        {
            (_start, _document) = (start, document);
            _isUsable = Read(text, text + end);
        }

        return _isUsable;
    }

    /// <summary>Finds the value of a member.</summary>
    /// <param name="text">Start of the buffer that offsets count from.</param>
    /// <param name="name">The name, and its first eight bytes: zeros after a shorter one.</param>
    /// <param name="first">The name's first eight bytes: zeros after a shorter one.</param>
    /// <returns>Its offset, or -1.</returns>
    public nint Find(byte* text, byte[] name, ulong first)
    {
        Entry[] entries = _entries;
        int count = _count;
        for (int i = 0; i < count; i++)
        {
            ref readonly Entry entry = ref entries[i];
            if (entry.First == first && entry.Length == name.Length &&
                (name.Length <= sizeof(ulong) || new ReadOnlySpan<byte>(text + entry.Name, name.Length).SequenceEqual(name)))
            {
                return entry.Value;
            }
        }

        return -1;
    }

    /// <summary>The first eight bytes of a name: zeros after a shorter one.</summary>
    /// <param name="name">Its first byte; eight bytes from there are readable.</param>
    /// <param name="length">Its length in bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong First(byte* name, int length)
    {
        ulong first = Unsafe.ReadUnaligned<ulong>(name);
        return length < sizeof(ulong) ? first & ((1UL << (8 * length)) - 1) : first;
    }

    private bool Read(byte* text, byte* end)
    {
        _count = 0;
        byte* at = KnownText.Space(text + _start + 1);
        while (*at != '}')
        {
            byte* name = at + 1;
            byte* quote = Scan.StringEnd(name);
            int length = (int)(quote - name);
            if (_count == Most || new ReadOnlySpan<byte>(name, length).Contains((byte)'\\'))
            {
                return false;
            }

            byte* value = KnownText.Space(KnownText.Space(quote + 1) + 1);
            _entries[_count++] = new Entry(First(name, length), length, (int)(name - text), (int)(value - text));
            at = KnownText.Next(KnownText.End(value, end));
        }

        End = (nint)(at - text);
        return true;
    }

    private readonly record struct Entry(ulong First, int Length, int Name, int Value);
}
