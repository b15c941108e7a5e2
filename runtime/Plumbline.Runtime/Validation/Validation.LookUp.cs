namespace Plumbline;

// Members that are looked for ahead of the reading of their object.
public sealed unsafe partial class Validation
{
    private const nint Nowhere = -1;

    // The last answer: the same member is often asked for by several rules in a row.
    private nint _lookedIn;
    private NameTable? _lookedFor;
    private nint _lookedUp;

    /// <summary>Whether an object is told by one of its members to match a schema that asks for nothing else.</summary>
    /// <param name="guard">The member and its values; branch 0 stands for the schema.</param>
    /// <param name="at">Offset of the value.</param>
    /// <returns>1 when it matches, 0 when it does not, -1 when it has to be tried.</returns>
    public int Told(Guard guard, nint at)
    {
        ArgumentNullException.ThrowIfNull(guard);
        if (_text[at] != '{')
        {
            return -1;
        }

        ulong candidates = guard.Candidates(this, at);
        if (candidates == 0)
        {
            return 0;
        }

        if (candidates == Guard.All || !AssumesValid)
        {
            return -1;
        }

        _reliesOnNames = true;
        return 1;
    }

    /// <summary>Looks for a member of the object at an offset, whose values need not have been read.</summary>
    /// <param name="at">Offset of the object.</param>
    /// <param name="name">The one name.</param>
    /// <returns>Offset of the value of its first occurrence; -1 where there is none, or where the text turned out to be malformed.</returns>
    internal nint LookUp(nint at, NameTable name)
    {
        if (_malformed)
        {
            return Nowhere;
        }

        if (_lookedIn != at || !ReferenceEquals(_lookedFor, name))
        {
            _lookedUp = SeekMember(at, name, isLast: false);
            (_lookedIn, _lookedFor) = (at, name);
        }

        return _lookedUp;
    }

    /// <summary>Looks for the last occurrence of a member, the one that counts. While a value is taken to be valid that is the first: should
    /// some name turn out to occur twice, the value is judged again.</summary>
    internal nint LookUpLast(nint at, NameTable name)
    {
        _reliesOnNames = true;
        return AssumesValid ? LookUp(at, name) : _malformed ? Nowhere : SeekMember(at, name, isLast: true);
    }

    internal byte* Pointer(nint at) => _text + at;

    private nint SeekMember(nint at, NameTable name, bool isLast)
    {
        int depth = _depth;
        nint found = Nowhere;
        for (at = FirstMember(at); AtMember(at); at = NextMember(at))
        {
            at = Space(Find(at, name));
            if (Member == 0)
            {
                found = at;
                if (!isLast)
                {
                    break;
                }
            }

            at = Skip(at);
        }

        _depth = depth;
        return _malformed ? Nowhere : found;
    }
}
