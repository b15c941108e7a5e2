namespace Plumbline.Streaming;

/// <summary>
/// Whole lines in one padded buffer, with what is known about where they stand in their input. Filled again and again by a
/// <see cref="LineSource"/>; the buffer grows to the longest line met and stays.
/// </summary>
internal sealed class LineBlock
{
    /// <summary>Creates a block whose buffer holds at least so many bytes.</summary>
    public LineBlock(int capacity) => Lines = new PaddedBuffer(capacity);

    /// <summary>The buffer that holds the lines, sealed after the last.</summary>
    public PaddedBuffer Lines { get; private set; }

    /// <summary>Position of the block among those of its input, from 0, without gaps.</summary>
    public long Index { get; private set; }

    /// <summary>Offset in the buffer of the first line, a byte order mark included.</summary>
    public int Start { get; private set; }

    /// <summary>Offset in the buffer of the text of the first line: after a byte order mark.</summary>
    public int TextStart => HasMark ? Math.Min(Start + Mark.Length, End) : Start;

    /// <summary>Offset in the buffer after the last line and its line feed; a last line without one ends here.</summary>
    public int End { get; private set; }

    /// <summary>Whether nothing of the input follows.</summary>
    public bool EndsInput { get; private set; }

    /// <summary>Whether the block is the first and begins with a byte order mark.</summary>
    public bool HasMark { get; private set; }

    /// <summary>A line after <see cref="End"/> that was too long to be kept: bytes of its text, without mark and line ending. 0 where there is none.</summary>
    public long SkippedLength { get; private set; }

    /// <summary>Where the text of the skipped line would stand in the buffer: for its offset in the input only.</summary>
    public int SkippedStart { get; private set; }

    /// <summary>Bytes of the input that this block stands for.</summary>
    public long ByteCount { get; private set; }

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private long BaseOffset { get; set; }

    /// <summary>Offset in the input of a place in the buffer.</summary>
    public long InputOffset(nint at) => BaseOffset + at;

    /// <summary>Empties the block before it is filled.</summary>
    /// <param name="index">Position among the blocks of the input.</param>
    /// <param name="baseOffset">Offset in the input of the buffer's first byte.</param>
    public void Reset(long index, long baseOffset)
    {
        Index = index;
        BaseOffset = baseOffset;
        Start = 0;
        End = 0;
        EndsInput = false;
        HasMark = false;
        SkippedLength = 0;
        ByteCount = 0;
    }

    /// <summary>Makes room for a text of so many bytes; the first <paramref name="kept"/> bytes stay.</summary>
    /// <remarks>Growing by sixteen leaves at most a fifteenth of the final size behind as garbage: a line of 64 MB costs 64 MB and 9 MB once.
    /// What is too much costs nothing: pages that are never written are never resident.</remarks>
    public void Grow(int needed, int kept, int limit)
    {
        if (needed <= Lines.Capacity)
        {
            return;
        }

        int capacity = (int)Math.Min(Math.Max(needed, 16L * Lines.Capacity), Math.Max(needed, limit));
        var larger = new PaddedBuffer(capacity);
        Lines.Span[..kept].CopyTo(larger.Span);
        Lines = larger;
    }

    /// <summary>Says which bytes of the buffer are the lines, and seals it after them.</summary>
    public void Seal(int start, int end, bool endsInput)
    {
        Start = start;
        End = end;
        EndsInput = endsInput;
        ByteCount = end - start;
        HasMark = BaseOffset + start == 0 && Lines.Span[start..end].StartsWith(Mark);
        Lines.SealLines(end);
    }

    /// <summary>Says that after the lines (or instead of them) stood one that was too long.</summary>
    /// <param name="skipped">What is known of it.</param>
    /// <param name="endsInput">Whether nothing of the input follows.</param>
    public void Skip(SkippedLine skipped, bool endsInput)
    {
        EndsInput = endsInput;
        SkippedLength = skipped.TextLength;
        SkippedStart = End + (skipped.HasMark ? Mark.Length : 0);
        ByteCount += skipped.ByteCount;
        HasMark |= skipped.HasMark;
    }

    /// <summary>Offset of the line feed of an empty line; -1 where the line is not empty.</summary>
    /// <param name="at">Where the line starts, before <see cref="End"/>.</param>
    public unsafe nint EndOfEmptyLine(nint at)
    {
        // After a carriage return at the very end the sentinel stands in for the line feed.
        byte* text = Lines.Pointer;
        return text[at] == (byte)'\n' ? at : text[at] == (byte)'\r' && text[at + 1] == (byte)'\n' ? at + 1 : -1;
    }

    /// <summary>The text of a line: what stands before its line feed, without a carriage return directly before that.</summary>
    /// <param name="lines">Whole lines.</param>
    /// <param name="at">Where the line starts.</param>
    /// <param name="feed">Where its line feed stands.</param>
    public static ReadOnlySpan<byte> TextOf(PaddedBuffer lines, nint at, nint feed)
    {
        ReadOnlySpan<byte> text = lines.Text[(int)at..(int)feed];
        return text is [.., (byte)'\r'] ? text[..^1] : text;
    }

    /// <summary>Whether the text of a block that is being filled begins with a byte order mark.</summary>
    public static bool BeginsWithMark(ReadOnlySpan<byte> text) => text.StartsWith(Mark);
}
