using System.Runtime.CompilerServices;
using Plumbline.Scanning;

namespace Plumbline;

// Values that no schema looks into.
public sealed unsafe partial class Validation
{
    private const nint AnArray = -1;

    // Text before this offset has been read: it is JSON, and its duplicate keys are noted.
    private nint _known;

    // The containers open in Skip, by depth: offset of an object, or AnArray.
    private nint[] _open = new nint[65];

    /// <summary>Reports a value of the wrong type and skips it.</summary>
    /// <param name="at">Offset of the value; where none starts, the text is malformed.</param>
    /// <param name="assertion">What was demanded.</param>
    /// <returns>The offset after the value.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public nint WrongType(nint at, Assertion assertion)
    {
        Fault(assertion, at);
        return _malformed ? _end : Skip(at);
    }

    /// <summary>Reads any value: its grammar is checked in full, and duplicate keys inside it are reported.</summary>
    /// <param name="at">Offset of the value; where none starts, the text is malformed.</param>
    /// <returns>The offset after the value.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public nint Skip(nint at) => _text[at] switch
    {
        (byte)'"' => String(at),
        (byte)'{' or (byte)'[' => at < _known ? SkipKnown(at) : SkipContainer(at),
        (byte)'t' or (byte)'f' or (byte)'n' => Literal(at),
        _ => Number(at),
    };

    /// <summary>Notes that an array or object has been read to its end, so that reading it again need not check what was checked. Of a string nothing is noted:
    /// it may be a name that was judged as a value, and the object around it has still to see whether it repeats.</summary>
    /// <param name="end">The offset after the value.</param>
    /// <returns>The same offset.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint Known(nint end)
    {
        if (end > _known && !_malformed && _text[end - 1] is (byte)'}' or (byte)']')
        {
            _known = end;
        }

        return end;
    }

    private nint SkipKnown(nint at) => (nint)(Scan.ContainerEnd(_text + at, _text + _end) - _text);

    // Iterative: how deep a text nests decides nothing about the thread's stack.
    private nint SkipContainer(nint at)
    {
        if (_malformed)
        {
            return _end;
        }

        int outside = _depth;
        while (true)
        {
            bool atValue;
            byte b = _text[at];
            if (b is (byte)'{' or (byte)'[')
            {
                nint start = at;
                at = b == '{' ? FirstMember(at) : FirstItem(at);
                if (_malformed)
                {
                    return _end;
                }

                Open(b == '{' ? start : AnArray);
                atValue = b == '{' ? AtMember(at) : AtItem(at);
            }
            else
            {
                at = b == '"' ? SkipString(at) : Skip(at);
                atValue = ToNextValue(ref at);
            }

            while (!atValue)
            {
                if (_malformed)
                {
                    return _end;
                }

                at = Close(at);
                if (_depth == outside)
                {
                    return at;
                }

                atValue = ToNextValue(ref at);
            }

            if (_open[_depth] != AnArray)
            {
                at = SkipName(_open[_depth], at);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ToNextValue(ref nint at)
    {
        if (_open[_depth] == AnArray)
        {
            at = NextItem(at);
            return AtItem(at);
        }

        at = NextMember(at);
        return AtMember(at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nint SkipString(nint at)
    {
        byte* quote = ShortStrings.PlainEnd(_text + at + 1);
        return quote is not null ? (nint)(quote - _text) + 1 : String(at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nint SkipName(nint start, nint name)
    {
        byte* text = _text + name + 1;
        byte* quote = ShortStrings.PlainEnd(text);
        if (quote is null || quote[1] != ':')
        {
            return SkipUnusualName(start, name);
        }

        if (Repeats(start, name, text, (int)(quote - text)))
        {
            Repeated(name);
        }

        return Space((nint)(quote - _text) + 2);
    }

    // A name that is long, escaped, not of ASCII, or followed by white space.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private nint SkipUnusualName(nint start, nint name)
    {
        ReadOnlySpan<byte> text = Text(name, out nint end);
        nint value = Colon(end);
        if (!_malformed)
        {
            Unknown(start, name, text);
        }

        return Space(value);
    }

    private void Open(nint container)
    {
        if (_depth >= _open.Length)
        {
            GrowOpen();
        }

        _open[_depth] = container;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GrowOpen() => Array.Resize(ref _open, Math.Max(_depth + 1, _open.Length * 2));
}
