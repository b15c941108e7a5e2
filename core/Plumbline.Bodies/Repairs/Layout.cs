using System.Text;
using Plumbline.Schema.Json;

namespace Plumbline.Bodies.Repairs;

/// <summary>How a body is laid out, so that what a repair puts in looks like what stands around it.</summary>
internal readonly ref struct Layout(PositionedText text)
{
    private readonly ReadOnlySpan<byte> _utf8 = text.Utf8;

    /// <summary>The line break that the body has.</summary>
    public string LineBreak => _utf8.IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";

    /// <summary>White space of the line that an offset stands in, up to its first token.</summary>
    public string IndentationAt(int offset)
    {
        int start = LineStart(offset);
        int end = start;
        while (end < _utf8.Length && _utf8[end] is (byte)' ' or (byte)'\t')
        {
            end++;
        }

        return Text(start, end);
    }

    /// <summary>Whether two offsets stand in one line.</summary>
    public bool AreInOneLine(int first, int second) => LineStart(first) == LineStart(second);

    /// <summary>The text between two offsets where it is white space; otherwise the last of it that is.</summary>
    public string SpaceBefore(int offset)
    {
        int start = offset;
        while (start > 0 && IsSpace(_utf8[start - 1]))
        {
            start--;
        }

        return Text(start, offset);
    }

    /// <summary>The first byte at or after an offset that is no white space; 0 at the end.</summary>
    public byte NextToken(int offset)
    {
        while (offset < _utf8.Length && IsSpace(_utf8[offset]))
        {
            offset++;
        }

        return offset < _utf8.Length ? _utf8[offset] : (byte)0;
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private int LineStart(int offset)
    {
        int start = Math.Min(offset, _utf8.Length);
        while (start > 0 && _utf8[start - 1] is not ((byte)'\n' or (byte)'\r'))
        {
            start--;
        }

        return start;
    }

    private string Text(int start, int end) => Encoding.UTF8.GetString(_utf8.Slice(start, end - start).ToArray());
}
