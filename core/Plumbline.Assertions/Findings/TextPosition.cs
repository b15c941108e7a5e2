namespace Plumbline;

/// <summary>A place in a text as editors count: lines, and UTF-16 code units in the line.</summary>
/// <param name="Offset">Byte offset.</param>
/// <param name="Lines">Line feeds before it.</param>
/// <param name="Column">UTF-16 code units between the last line feed and it.</param>
internal readonly record struct TextPosition(int Offset, int Lines, int Column)
{
    /// <summary>The place of an offset not before this one.</summary>
    public TextPosition MoveTo(ReadOnlySpan<byte> text, int offset)
    {
        int lines = Lines;
        int column = Column;
        int end = Math.Min(offset, text.Length);
        for (int i = Offset; i < end; i++)
        {
            byte b = text[i];
            if (b == '\n')
            {
                lines++;
                column = 0;
            }
            else if ((b & 0xC0) != 0x80)
            {
                // Every lead byte is one unit, and those of four-byte sequences are a pair of surrogates.
                column += b >= 0xF0 ? 2 : 1;
            }
        }

        return new TextPosition(Math.Max(Offset, end), lines, column);
    }
}
