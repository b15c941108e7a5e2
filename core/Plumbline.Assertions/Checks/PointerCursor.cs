using System.Globalization;
using System.Text;

namespace Plumbline;

/// <summary>Walks a text, malformed or not, and knows where in the value it stands. Only moves forward, so that telling many faults of one text
/// reads the text once.</summary>
internal sealed class PointerCursor
{
    private Frame[] _frames = new Frame[16];
    private int _depth;
    private int _at;

    /// <summary>Moves to an offset, not before the one of the last call.</summary>
    public void MoveTo(ReadOnlySpan<byte> text, int offset)
    {
        while (true)
        {
            _at = JsonSyntax.SkipSpace(text, _at);
            if (_at >= offset || _at >= text.Length)
            {
                // At a name, the pointer is that of the member.
                if (_at < text.Length && text[_at] == '"' && WantsName)
                {
                    SetName(text, JsonSyntax.SkipValue(text, _at));
                }

                return;
            }

            switch (text[_at])
            {
                case (byte)'{' or (byte)'[':
                    Push(text[_at++]);
                    break;
                case (byte)'}' or (byte)']':
                    _at++;
                    _depth = Math.Max(0, _depth - 1);
                    EndValue();
                    break;
                case (byte)',':
                    _at++;
                    NextItem();
                    break;
                case (byte)':':
                    _at++;
                    break;
                default:
                    if (!PassScalar(text, offset))
                    {
                        return;
                    }

                    break;
            }
        }
    }

    public string Pointer(ReadOnlySpan<byte> text)
    {
        if (_depth == 0)
        {
            return "";
        }

        var pointer = new StringBuilder();
        for (int i = 0; i < _depth; i++)
        {
            ref Frame frame = ref _frames[i];
            if (i == _depth - 1 && frame.AfterValue)
            {
                break;
            }

            if (frame.IsArray)
            {
                pointer.Append('/').Append(frame.Index.ToString(CultureInfo.InvariantCulture));
            }
            else if (frame.NameEnd > 0)
            {
                // A name cut off by the end of the text has no closing quote.
                ReadOnlySpan<byte> name = text.Slice(frame.NameStart + 1, frame.NameEnd - frame.NameStart - 1);
                name = name.Length > 0 && name[name.Length - 1] == '"' ? name.Slice(0, name.Length - 1) : name;
                pointer.Append('/').Append(JsonString.ToText(name).Replace("~", "~0").Replace("/", "~1"));
            }
        }

        return pointer.ToString();
    }

    private bool WantsName => _depth > 0 && !_frames[_depth - 1].IsArray && _frames[_depth - 1] is { AfterValue: false, NameEnd: 0 };

    // The last call may have ended at a name, which is then known already.
    private bool IsAtName => _depth > 0 && _frames[_depth - 1] is { AfterValue: false, NameEnd: > 0 } frame && frame.NameStart == _at;

    // False when the token holds the offset, or when the text ends in it.
    private bool PassScalar(ReadOnlySpan<byte> text, int offset)
    {
        int end = JsonSyntax.SkipValue(text, _at);
        bool isName = text[_at] == '"' && (WantsName || IsAtName);
        if (isName)
        {
            SetName(text, end);
        }

        if (end > offset || end == text.Length)
        {
            return false;
        }

        _at = end;
        if (!isName)
        {
            EndValue();
        }

        return true;
    }

    private void SetName(ReadOnlySpan<byte> text, int end)
    {
        ref Frame frame = ref _frames[_depth - 1];
        frame.NameStart = _at;
        frame.NameEnd = Math.Min(end, text.Length);
    }

    private void Push(byte bracket)
    {
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth * 2);
        }

        _frames[_depth++] = new Frame { IsArray = bracket == '[' };
    }

    private void EndValue()
    {
        if (_depth > 0)
        {
            _frames[_depth - 1].AfterValue = true;
        }
    }

    private void NextItem()
    {
        if (_depth > 0)
        {
            ref Frame frame = ref _frames[_depth - 1];
            frame.AfterValue = false;
            frame.Index++;
            frame.NameEnd = 0;
        }
    }

    private struct Frame
    {
        public bool IsArray;
        public bool AfterValue;
        public int Index;
        public int NameStart;
        public int NameEnd;
    }
}
