namespace Plumbline.Scanning;

/// <summary>
/// Escapes one at a time, and the pairing of surrogates in <c>\u</c> escapes: characters outside the basic plane are written as a high half and a low half.
/// </summary>
internal static unsafe class SurrogateEscapes
{
    /// <summary>Bytes of an escape from its letter <c>u</c> on, with the low half that a high half needs; 0 where it is malformed.</summary>
    public static int UnitLength(byte* letter)
    {
        int unit = Unit(letter + 1);
        if ((unit & 0xF800) != 0xD800)
        {
            return unit < 0 ? 0 : 5;
        }

        return unit < 0xDC00 && letter[5] == '\\' && letter[6] == 'u' && (Unit(letter + 7) & 0xFC00) == 0xDC00 ? 11 : 0;
    }

    // The value of four hexadecimal digits, or a negative number. They are read in order: a quote ends the text before the padding does.
    private static int Unit(byte* digits)
    {
        int unit = 0;
        for (int i = 0; i < 4; i++)
        {
            int digit = digits[i] - '0';
            if ((uint)digit > 9)
            {
                digit = (digits[i] | 0x20) - 'a' + 10;
                if ((uint)(digit - 10) > 5)
                {
                    return int.MinValue;
                }
            }

            unit = (unit << 4) | digit;
        }

        return unit;
    }
}
