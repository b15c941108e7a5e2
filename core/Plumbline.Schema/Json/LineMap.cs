namespace Plumbline.Schema.Json;

/// <summary>A place as editors name it.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1, in UTF-16 code units.</param>
/// <param name="CharOffset">Offset from the start of the text, from 0, in UTF-16 code units.</param>
public readonly record struct TextPosition(int Line, int Column, int CharOffset);

/// <summary>
/// Maps byte offsets of a UTF-8 text to lines, columns and UTF-16 offsets, and back. Lines end with LF, CRLF or CR. A byte order mark has no width,
/// and an ill-formed sequence that of the one U+FFFD that replaces it: so offsets agree with those of the text decoded to a string.
/// </summary>
public sealed class LineMap
{
    private readonly byte[] _utf8;
    private readonly List<(int Bytes, int Chars)> _starts = [];

    internal LineMap(byte[] utf8)
    {
        _utf8 = utf8;
        int at = ByteOrderMark.Length(utf8);
        int chars = 0;
        _starts.Add((at, 0));
        while (at < utf8.Length)
        {
            byte b = utf8[at];
            Advance(ref at, ref chars);
            if (b == (byte)'\n' || (b == (byte)'\r' && (at == utf8.Length || utf8[at] != (byte)'\n')))
            {
                _starts.Add((at, chars));
            }
        }
    }

    /// <summary>Number of lines; an empty one after a final line break included.</summary>
    public int Count => _starts.Count;

    /// <summary>The position of a byte; offsets outside the text are those of its nearest end.</summary>
    public TextPosition Locate(int byteOffset)
    {
        int line = LineOf(byteOffset);
        (int at, int chars) = _starts[line];
        int first = chars;
        int target = Math.Min(byteOffset, _utf8.Length);
        while (at < target)
        {
            int before = chars;
            Advance(ref at, ref chars);
            if (at > target)
            {
                // An offset inside a code point is that of the code point.
                chars = before;
            }
        }

        return new TextPosition(line + 1, chars - first + 1, chars);
    }

    private int LineOf(int byteOffset)
    {
        int low = 0;
        int high = _starts.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = _starts[middle].Bytes <= byteOffset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private void Advance(ref int at, ref int chars)
    {
        int scalar = Utf8Sequence.Decode(_utf8, at, out int length);
        at += length;
        chars += scalar > 0xFFFF ? 2 : 1;
    }
}

/// <summary>The mark EF BB BF at the start of a UTF-8 text.</summary>
internal static class ByteOrderMark
{
    /// <summary>3 where a text begins with the mark, else 0.</summary>
    public static int Length(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
}
