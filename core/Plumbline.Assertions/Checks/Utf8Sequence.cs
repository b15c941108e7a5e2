namespace Plumbline;

/// <summary>One character in UTF-8, by the table of well-formed byte sequences (Unicode 3.9, table 3-7).</summary>
internal static class Utf8Sequence
{
    public const string Expected = "well-formed UTF-8";

    /// <summary>Bytes of the character that starts here, or 0 where no well-formed one does.</summary>
    public static int LengthAt(ReadOnlySpan<byte> text, int at)
    {
        byte lead = text[at];
        if (lead < 0x80)
        {
            return 1;
        }

        // The second byte excludes overlong forms (E0, F0), surrogates (ED) and what lies beyond U+10FFFF (F4).
        (int length, byte low, byte high) = lead switch
        {
            >= 0xC2 and <= 0xDF => (2, (byte)0x80, (byte)0xBF),
            0xE0 => (3, (byte)0xA0, (byte)0xBF),
            0xED => (3, (byte)0x80, (byte)0x9F),
            >= 0xE1 and <= 0xEF => (3, (byte)0x80, (byte)0xBF),
            0xF0 => (4, (byte)0x90, (byte)0xBF),
            >= 0xF1 and <= 0xF3 => (4, (byte)0x80, (byte)0xBF),
            0xF4 => (4, (byte)0x80, (byte)0x8F),
            _ => (0, (byte)0, (byte)0),
        };
        if (length == 0 || at + length > text.Length || text[at + 1] < low || text[at + 1] > high)
        {
            return 0;
        }

        for (int i = 2; i < length; i++)
        {
            if ((text[at + i] & 0xC0) != 0x80)
            {
                return 0;
            }
        }

        return length;
    }
}
