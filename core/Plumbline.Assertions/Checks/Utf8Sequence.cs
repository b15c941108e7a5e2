namespace Plumbline;

/// <summary>One character in UTF-8, by the table of well-formed byte sequences (Unicode 3.9, table 3-7); both target frameworks behave alike.</summary>
internal static class Utf8Sequence
{
    public const string Expected = "well-formed UTF-8";

    /// <summary>Bytes of the character that starts here, or 0 where no well-formed one does.</summary>
    public static int LengthAt(ReadOnlySpan<byte> text, int at) => Decode(text, at, out int length) >= 0 ? length : 0;

    /// <summary>Decodes the code point at an offset inside the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Offset of its first byte.</param>
    /// <param name="length">Bytes of the code point; of the maximal ill-formed part (the bytes that one U+FFFD replaces) where it is ill-formed.</param>
    /// <returns>The code point, or -1 where the bytes are ill-formed.</returns>
    public static int Decode(ReadOnlySpan<byte> text, int at, out int length)
    {
        int first = text[at];
        length = 1;
        if (first < 0x80)
        {
            return first;
        }

        // The second byte's range keeps out overlong forms (E0, F0), surrogates (ED) and what lies above U+10FFFF (F4).
        int count = first switch { >= 0xC2 and <= 0xDF => 1, >= 0xE0 and <= 0xEF => 2, >= 0xF0 and <= 0xF4 => 3, _ => 0 };
        int low = first switch { 0xE0 => 0xA0, 0xF0 => 0x90, _ => 0x80 };
        int high = first switch { 0xED => 0x9F, 0xF4 => 0x8F, _ => 0xBF };
        int value = count == 0 ? -1 : first & (0x3F >> count);
        for (int i = 0; i < count; i++)
        {
            int next = at + length < text.Length ? text[at + length] : -1;
            if (next < low || next > high)
            {
                return -1;
            }

            value = (value << 6) | (next & 0x3F);
            length++;
            (low, high) = (0x80, 0xBF);
        }

        return value;
    }
}
