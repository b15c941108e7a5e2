namespace Plumbline.Schema.Json;

/// <summary>Decodes single code points of UTF-8 as Unicode's table 3-7 has them; both target frameworks behave alike.</summary>
internal static class Utf8Scalar
{
    /// <summary>Decodes the code point at an offset inside the text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="at">Offset of its first byte.</param>
    /// <param name="length">Bytes of the code point; of the maximal ill-formed part (the bytes that one U+FFFD replaces) where it is ill-formed.</param>
    /// <returns>The code point, or -1 where the bytes are ill-formed.</returns>
    public static int Decode(ReadOnlySpan<byte> utf8, int at, out int length)
    {
        int first = utf8[at];
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
            int next = at + length < utf8.Length ? utf8[at + length] : -1;
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
