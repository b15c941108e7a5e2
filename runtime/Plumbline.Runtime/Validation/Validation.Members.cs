using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Plumbline.Scanning;

namespace Plumbline;

// Member names.
public sealed unsafe partial class Validation
{
    private readonly NameSet _unknown = new();
    private readonly List<int> _repeated = [];
    private byte[] _scratch = new byte[256];
    private nint _found; // the plain name that was looked for last
    private int _foundLength;

    /// <summary>Number of the name that <see cref="Find"/> read last, or -1.</summary>
    public int Member { get; private set; }

    /// <summary>Reads a member name in any spelling, up to the colon and over it.</summary>
    /// <param name="at">Offset of the name's opening quote.</param>
    /// <param name="names">The names known here; <see cref="Member"/> is the number found.</param>
    /// <returns>The offset after the colon.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public nint Find(nint at, NameTable names)
    {
        ArgumentNullException.ThrowIfNull(names);
        byte* text = _text + at + 1;
        byte* quote = ShortStrings.PlainEnd(text);
        if (quote is null)
        {
            return FindUnusual(at, names);
        }

        _found = at;
        _foundLength = (int)(quote - text);
        Member = names.Find(text, _foundLength);
        return quote[1] == ':' ? (nint)(quote - _text) + 2 : Colon((nint)(quote - _text) + 1);
    }

    // A name that is long, escaped, or not of ASCII. What is unescaped lies in an array of at least 256 bytes.
    private nint FindUnusual(nint at, NameTable names)
    {
        _found = -1;
        ReadOnlySpan<byte> name = Text(at, out nint end);
        nint value = Colon(end);
        fixed (byte* text = name)
        {
            Member = _malformed ? -1 : names.Find(text, name.Length);
        }

        return value;
    }

    /// <summary>Notes that a known name was met.</summary>
    /// <param name="seen">A bit for each name met so far in this object.</param>
    /// <param name="name">Offset of the name.</param>
    /// <param name="member">Its number.</param>
    /// <returns>The bits, with this one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Seen(ulong seen, nint name, int member)
    {
        ulong bit = 1UL << member;
        if ((seen & bit) != 0)
        {
            Repeated(name);
        }

        return seen | bit;
    }

    /// <summary>Notes that a known name was met, in an object with more names than a word has bits.</summary>
    /// <param name="seen">A bit for each name met so far in this object.</param>
    /// <param name="name">Offset of the name.</param>
    /// <param name="member">Its number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Seen(Span<ulong> seen, nint name, int member)
    {
        ref ulong word = ref seen[member >> 6];
        word = Seen(word, name, member & 63);
    }

    /// <summary>Notes a name that the schema does not know, so that its repetition is found.</summary>
    /// <param name="start">Offset of the object.</param>
    /// <param name="name">Offset of the name's opening quote.</param>
    /// <returns>1 for the first occurrence of the name in the object, 0 for a repetition: what a count of distinct names adds up.
    /// Reading the object again gives the same answers.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Unknown(nint start, nint name)
    {
        if (_malformed)
        {
            return 0;
        }

        // Usually the name that was looked for just now.
        return Unknown(start, name, name == _found ? new ReadOnlySpan<byte>(_text + name + 1, _foundLength) : Text(name, out _));
    }

    /// <summary>Notes a name that the schema does not know, where names are not counted.</summary>
    /// <param name="start">Offset of the object.</param>
    /// <param name="name">Offset of the name's opening quote.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Other(nint start, nint name)
    {
        if (name >= _known)
        {
            Unknown(start, name);
        }
    }

    private int Unknown(nint start, nint name, ReadOnlySpan<byte> text)
    {
        fixed (byte* unescaped = &MemoryMarshal.GetReference(text))
        {
            if (!Repeats(start, name, unescaped, text.Length))
            {
                return 1;
            }
        }

        Repeated(name);
        return 0;
    }

    // Every name that no schema knows where it stands comes by here: unescaped, with eight readable bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Repeats(nint start, nint name, byte* text, int length)
    {
        if (_watched is not null)
        {
            Watch(_watched, text, length);
        }

        return _unknown.Repeats(_text, start, name + 1, text, length);
    }

    // A repetition is a fact of the text, whatever branch of a schema is being tried: it is kept apart from the faults until the end.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Repeated(nint name)
    {
        _hasRepeated = true;
        if (_duplicate is not null)
        {
            _repeated.Add((int)(name - _origin));
        }
    }

    private nint Colon(nint at)
    {
        at = Space(at);
        return _text[at] == ':' ? at + 1 : Malformed();
    }

    /// <summary>Reads a string that is likely to be short: its text, unescaped, and the offset after it.</summary>
    private ReadOnlySpan<byte> Text(nint at, out nint end)
    {
        byte* text = _text + at + 1;
        byte* quote = ShortStrings.PlainEnd(text);
        if (quote is not null)
        {
            end = (nint)(quote - _text) + 1;
            return new ReadOnlySpan<byte>(text, (int)(quote - text));
        }

        end = String(at);
        return _malformed ? default : Unescaped(at + 1, end - 1);
    }

    /// <summary>The text of a raw string, unescaped only when it holds a backslash; lasts until the next call.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ReadOnlySpan<byte> Unescaped(nint start, nint end)
    {
        ReadOnlySpan<byte> raw = Span(start, end);
        if (!raw.Contains((byte)'\\'))
        {
            return raw;
        }

        if (_scratch.Length < raw.Length)
        {
            _scratch = new byte[Math.Max(raw.Length, _scratch.Length * 2)];
        }

        return _scratch.AsSpan(0, JsonString.Unescape(raw, _scratch));
    }
}
