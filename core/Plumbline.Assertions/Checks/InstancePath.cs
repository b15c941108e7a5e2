using System.Globalization;

namespace Plumbline;

/// <summary>A path into a value: a JSON Pointer in which <c>*</c> stands for every item of an array, <c>/messages/*/content</c> say.</summary>
public sealed class InstancePath
{
    private readonly Segment[] _segments;

    // The last name of the path as most texts write it, with its quotes; null where there is none, or where it cannot be written without escapes.
    private readonly byte[]? _plainName;

    private InstancePath(string text, Segment[] segments, string? lastName)
    {
        Text = text;
        LastName = lastName;
        _segments = segments;
        _plainName = PlainName(segments);
    }

    /// <summary>The path as it was written.</summary>
    public string Text { get; }

    /// <summary>The last step of the path that can only be the name of a member: where no member has it, no value is found. Null where there is none.</summary>
    public string? LastName { get; }

    /// <summary>Reads a path.</summary>
    /// <exception cref="FormatException">The text is neither empty nor begins with <c>/</c>.</exception>
    public static InstancePath Parse(string text)
    {
        if (text.Length > 0 && text[0] != '/')
        {
            throw new FormatException($"A path begins with \"/\": \"{text}\" does not.");
        }

        string[] tokens = text.Length == 0 ? [] : text.Substring(1).Split('/');
        var segments = new Segment[tokens.Length];
        string? lastName = null;
        for (int i = 0; i < tokens.Length; i++)
        {
            string name = tokens[i].Replace("~1", "/").Replace("~0", "~");
            int index = -1;
            bool isIndex = name.Length > 0 && name[0] is >= '0' and <= '9' && (name.Length == 1 || name[0] != '0') &&
                int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out index);
            segments[i] = new Segment(JsonString.Utf8Of(name), isIndex ? index : -1, name == "*");
            lastName = isIndex || name == "*" ? lastName : name;
        }

        return new InstancePath(text, segments, lastName);
    }

    /// <summary>The values at this path, as offsets into the text, in order. Allocates nothing.</summary>
    /// <param name="wellFormed">A text that is one well-formed value.</param>
    public Matches In(ReadOnlySpan<byte> wellFormed) => new(_segments, wellFormed, 0);

    /// <summary>The values at this path inside the value that starts at an offset of a text.</summary>
    /// <param name="wellFormed">The text; well-formed from the offset to the end of the value.</param>
    /// <param name="offset">Where the value starts to which the path is relative.</param>
    public Matches In(ReadOnlySpan<byte> wellFormed, int offset) => new(_segments, wellFormed, offset);

    /// <summary>Whether a value may stand at this path: false when the text does not even hold the path's last name. One search over the bytes.</summary>
    public bool MayOccurIn(ReadOnlySpan<byte> wellFormed) =>
        _plainName is null || wellFormed.IndexOf(_plainName) >= 0 || wellFormed.IndexOf("\\u"u8) >= 0;

    /// <summary>Number of values at this path.</summary>
    public long CountIn(ReadOnlySpan<byte> wellFormed)
    {
        long count = 0;
        foreach (int _ in In(wellFormed))
        {
            count++;
        }

        return count;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    // Loops, and not the generic methods of arrays: these would have to be compiled when a tool starts.
    private static byte[]? PlainName(Segment[] segments)
    {
        int last = segments.Length - 1;
        while (last >= 0 && (segments[last].IsEveryItem || segments[last].Index >= 0))
        {
            last--;
        }

        if (last < 0)
        {
            return null;
        }

        foreach (byte b in segments[last].Name)
        {
            if (b is (byte)'"' or (byte)'\\' or (byte)'/' or < 0x20)
            {
                return null;
            }
        }

        return [(byte)'"', .. segments[last].Name, (byte)'"'];
    }

    internal readonly record struct Segment(byte[] Name, int Index, bool IsEveryItem);

    /// <summary>Walks a text forward, once. Where an object has a name of the path twice, a value at the path's end counts once; on the way there every
    /// occurrence is entered, as by validators, which read each.</summary>
    public ref struct Matches
    {
        private readonly Segment[] _segments;
        private readonly ReadOnlySpan<byte> _text;
        private int _at;
        private int _level;
        private bool _started;

        internal Matches(Segment[] segments, ReadOnlySpan<byte> text, int offset)
        {
            _segments = segments;
            _text = text;
            _at = offset;
            _level = 0;
            _started = false;
            Current = 0;
        }

        /// <summary>Offset of the value.</summary>
        public int Current { get; private set; }

        /// <summary>For <c>foreach</c>.</summary>
        public readonly Matches GetEnumerator() => this;

        /// <summary>Goes to the next match.</summary>
        public bool MoveNext()
        {
            bool atValue = !_started;
            if (_started)
            {
                _at = JsonSyntax.SkipValue(_text, _at);
            }
            else
            {
                _started = true;
                _at = JsonSyntax.SkipSpace(_text, _at);
            }

            while (_at < _text.Length)
            {
                if (!atValue)
                {
                    // Just after a value that matched the first `_level` segments: go on in the array or object around it.
                    if (_level == 0)
                    {
                        return false;
                    }

                    atValue = Continue();
                }
                else if (_level == _segments.Length)
                {
                    Current = _at;
                    return true;
                }
                else
                {
                    atValue = Enter();
                }
            }

            return false;
        }

        // At a value that matches so far: to the first value inside that matches one segment more, or after the value.
        private bool Enter()
        {
            Segment segment = _segments[_level];
            byte kind = _text[_at];
            if (kind == '{' && !segment.IsEveryItem)
            {
                return EnterMember(segment, JsonSyntax.SkipSpace(_text, _at + 1));
            }

            if (kind == '[' && (segment.IsEveryItem || segment.Index >= 0))
            {
                return EnterItem(segment.IsEveryItem ? 0 : segment.Index);
            }

            _at = JsonSyntax.SkipValue(_text, _at);
            return false;
        }

        private bool EnterMember(Segment segment, int at)
        {
            while (at < _text.Length && _text[at] == '"')
            {
                int nameEnd = JsonSyntax.SkipValue(_text, at);
                int value = JsonSyntax.SkipSpace(_text, JsonSyntax.SkipSpace(_text, nameEnd) + 1);
                if (JsonString.EqualsPlain(_text.Slice(at + 1, nameEnd - at - 2), segment.Name))
                {
                    _at = value;
                    _level++;
                    return true;
                }

                at = JsonMembers.NextAfter(_text, JsonSyntax.SkipValue(_text, value));
            }

            _at = at + 1;
            return false;
        }

        private bool EnterItem(int index)
        {
            int at = JsonSyntax.SkipSpace(_text, _at + 1);
            for (; index > 0 && at < _text.Length && _text[at] != ']'; index--)
            {
                at = JsonMembers.NextAfter(_text, JsonSyntax.SkipValue(_text, at));
            }

            if (at >= _text.Length || _text[at] == ']')
            {
                _at = at + 1;
                return false;
            }

            _at = at;
            _level++;
            return true;
        }

        private bool Continue()
        {
            _level--;
            Segment segment = _segments[_level];
            if (!segment.IsEveryItem && (segment.Index >= 0 || _level == _segments.Length - 1))
            {
                _at = JsonSyntax.SkipToClose(_text, _at);
                return false;
            }

            int at = JsonMembers.NextAfter(_text, _at);
            if (!segment.IsEveryItem)
            {
                return EnterMember(segment, at);
            }

            if (_text[at] == ']')
            {
                _at = at + 1;
                return false;
            }

            _at = at;
            _level++;
            return true;
        }
    }
}
