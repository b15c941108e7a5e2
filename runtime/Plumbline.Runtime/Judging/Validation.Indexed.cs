using System.Runtime.CompilerServices;
using Plumbline.Scanning;

namespace Plumbline;

// Members of objects that have been read, looked up: what asks for a few of them again need not go through all.
public sealed unsafe partial class Validation
{
    private const int DeepestIndex = 64;

    // By depth: what is looked up inside of a member does not displace the members around it.
    private readonly MemberIndex?[] _indexes = new MemberIndex?[DeepestIndex];
    private long _document;

    /// <summary>Goes inside an object whose members can be looked up: it has been read, no name repeats, and there are not too many. Otherwise it has to be
    /// read (again), and nothing has happened.</summary>
    /// <param name="at">Offset of the object's brace.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Indexed(nint at)
    {
        // Of a name that repeats every occurrence is judged: looking up finds only one.
        if (at >= _known || _malformed || _depth >= DeepestIndex || _duplicate is null || _repeated.Count > 0)
        {
            return false;
        }

        MemberIndex index = _indexes[_depth] ??= new MemberIndex();
        if (!index.Covers(_text, at, _end, _document))
        {
            return false;
        }

        _depth++;
        return true;
    }

    /// <summary>Looks up a member of the object that <see cref="Indexed"/> went into.</summary>
    /// <param name="names">Names.</param>
    /// <param name="member">Number of the name.</param>
    /// <param name="value">Offset of the member's value.</param>
    /// <returns>Whether the object has the member.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Has(NameTable names, int member, out nint value)
    {
        ArgumentNullException.ThrowIfNull(names);
        (byte[] text, ulong first) = names.Plain(member);
        value = _malformed ? -1 : _indexes[_depth - 1]!.Find(_text, text, first);
        return value >= 0;
    }

    /// <summary>From inside the object that <see cref="Indexed"/> went into to its closing brace.</summary>
    public nint IndexedEnd() => _malformed ? _end : _indexes[_depth - 1]!.End;

    /// <summary>Begins to try a value in silence, for a condition.</summary>
    /// <returns>A mark for <see cref="Matched"/>.</returns>
    public long Try()
    {
        Visits++;
        return BeginTrial(null, decides: true);
    }

    /// <summary>Whether a value that has been read is one of some strings.</summary>
    /// <param name="at">Offset of the value, of any type.</param>
    /// <param name="values">The strings.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool IsOneOf(nint at, StringSet values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return _text[at] == '"' && values.Contains(Text(at, out _));
    }

    /// <summary>Whether a value that has been read equals one of some values.</summary>
    /// <param name="at">Offset of the value, of any type.</param>
    /// <param name="values">The values.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool IsOneOf(nint at, LiteralSet values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Contains(Span(at, (nint)(KnownText.End(_text + at, _text + _end) - _text)));
    }
}
