namespace Plumbline.Streaming;

/// <summary>A line beyond the length limit while it streams past: its bytes are counted and not kept.</summary>
internal struct SkippedLine
{
    private long _text;
    private byte _last;
    private bool _ended;

    /// <summary>Whether the line is the first of its input and begins with a byte order mark.</summary>
    public bool HasMark { get; private set; }

    /// <summary>Bytes of the line: mark, text and line ending.</summary>
    public readonly long ByteCount => _text + (_ended ? 1 : 0);

    /// <summary>Bytes of the text: without a mark and without the line ending.</summary>
    public readonly long TextLength => _text - (HasMark ? 3 : 0) - (_last == (byte)'\r' ? 1 : 0);

    /// <summary>Begins with the bytes of the line that were read before it proved too long.</summary>
    /// <param name="head">The bytes, without line feed.</param>
    /// <param name="isFirst">Whether the line is the first of its input.</param>
    public static SkippedLine Begin(ReadOnlySpan<byte> head, bool isFirst) =>
        new() { _text = head.Length, _last = head[^1], HasMark = isFirst && LineBlock.BeginsWithMark(head) };

    /// <summary>Passes over more bytes.</summary>
    /// <param name="bytes">At least one byte.</param>
    /// <returns>How many of the bytes belong to the line with its line feed; -1 where it does not end among them.</returns>
    public int Pass(ReadOnlySpan<byte> bytes)
    {
        int feed = bytes.IndexOf((byte)'\n');
        int passed = feed < 0 ? bytes.Length : feed;
        if (passed > 0)
        {
            _text += passed;
            _last = bytes[passed - 1];
        }

        _ended = feed >= 0;
        return feed < 0 ? -1 : feed + 1;
    }
}
