using System.Runtime.CompilerServices;
using Plumbline.Scanning;

namespace Plumbline;

// Member names.
public sealed unsafe partial class Validation
{
    private readonly NameSet _unknown = new();
    private readonly List<int> _repeated = [];
    private byte[] _scratch = new byte[256];

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
        nint end = String(at);
        nint value = Colon(end);
        Member = _malformed ? -1 : names.Find(Unescaped(at + 1, end - 1));
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
    public int Unknown(nint start, nint name) =>
        _malformed ? 0 : Unknown(start, name, (nint)(Scan.StringEnd(_text + name + 1) - _text));

    private int Unknown(nint start, nint name, nint closingQuote)
    {
        uint hash = Utf8Hash.Of(Unescaped(name + 1, closingQuote));
        if (!_unknown.Repeats(_text, start, name + 1, (int)(closingQuote - name - 1), hash))
        {
            return 1;
        }

        Repeated(name);
        return 0;
    }

    // A repetition is a fact of the text, whatever branch of a schema is being tried: it is kept apart from the faults until the end.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Repeated(nint name)
    {
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

    /// <summary>The text of a raw string, unescaped only when it holds a backslash; lasts until the next call.</summary>
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
