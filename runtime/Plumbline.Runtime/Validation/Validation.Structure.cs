using System.Runtime.CompilerServices;
using Plumbline.Scanning;

namespace Plumbline;

// White space, brackets, commas and colons. What is inlined knows the two usual ways of writing: nothing between tokens, or one space
// after commas and colons, as Python's json.dumps has it.
public sealed unsafe partial class Validation
{
    private bool _hasLineFeeds = true;

    /// <summary>Skips white space. In a text of lines a line feed is not white space: it ends the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint Space(nint at)
    {
        byte b = _text[at];
        if (b > ' ')
        {
            return at;
        }

        return b == ' ' && _text[at + 1] > ' ' ? at + 1 : SkipSpace(at);
    }

    /// <summary>From an object's brace to its first name, or to the closing brace of an empty object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint FirstMember(nint at)
    {
        at++;
        return ++_depth <= _maxDepth && _text[at] == '"' ? at : FindFirstMember(at);
    }

    /// <summary>From the end of a member's value to the next name, or to the closing brace.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint NextMember(nint at)
    {
        if (_malformed)
        {
            return _end;
        }

        byte b = _text[at];
        if (b == ',')
        {
            byte next = _text[at + 1];
            return next == '"' ? at + 1
                : next == ' ' && _text[at + 2] == '"' ? at + 2
                : FindNextMember(at);
        }

        return b == '}' ? at : FindNextMember(at);
    }

    /// <summary>Whether a member starts here; if not, the object ends here or the text is malformed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AtMember(nint at) => _text[at] == '"';

    /// <summary>From an array's bracket to its first item, or to the closing bracket of an empty array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint FirstItem(nint at)
    {
        at++;
        return ++_depth <= _maxDepth && _text[at] > ' ' ? at : FindFirstItem(at);
    }

    /// <summary>From the end of an item to the next item, or to the closing bracket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint NextItem(nint at)
    {
        if (_malformed)
        {
            return _end;
        }

        byte b = _text[at];
        if (b == ',')
        {
            return AtItem(at + 1) ? at + 1
                : _text[at + 1] == ' ' && AtItem(at + 2) ? at + 2
                : FindNextItem(at);
        }

        return b == ']' ? at : FindNextItem(at);
    }

    /// <summary>Whether an item starts here; if not, the array ends here or the text is malformed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool AtItem(nint at) => _text[at] is > (byte)' ' and not (byte)']';

    /// <summary>From the closing bracket of an object or array to the byte after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint Close(nint at)
    {
        _depth--;
        return at == _end ? at : at + 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private nint SkipSpace(nint at) => (nint)(Scan.WhiteSpaceEnd(_text + at, _hasLineFeeds) - _text);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private nint FindFirstMember(nint at)
    {
        at = Space(at);
        return _depth <= _maxDepth && _text[at] is (byte)'"' or (byte)'}' ? at : Malformed();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private nint FindNextMember(nint at)
    {
        at = Space(at);
        if (_text[at] == '}')
        {
            return at;
        }

        if (_text[at] != ',')
        {
            return Malformed();
        }

        at = Space(at + 1);
        return _text[at] == '"' ? at : Malformed();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private nint FindFirstItem(nint at)
    {
        at = Space(at);
        return _depth <= _maxDepth && _text[at] > ' ' ? at : Malformed();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private nint FindNextItem(nint at)
    {
        at = Space(at);
        if (_text[at] == ']')
        {
            return at;
        }

        if (_text[at] != ',')
        {
            return Malformed();
        }

        at = Space(at + 1);
        return _text[at] is > (byte)' ' and not (byte)']' ? at : Malformed();
    }
}
