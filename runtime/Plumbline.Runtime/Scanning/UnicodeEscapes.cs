using System.Numerics;

namespace Plumbline.Scanning;

/// <summary>The four hexadecimal digits of <c>\u</c> escapes, and the pairing of surrogates.</summary>
internal static unsafe class UnicodeEscapes
{
    /// <summary>Checks the escapes whose letter <c>u</c> stands at the bits of a mask.</summary>
    /// <param name="block">The byte that bit 0 speaks of.</param>
    /// <param name="letters">The letters.</param>
    /// <param name="pairedLow">The letter of the low half that the last high half was paired with: kept from block to block.</param>
    public static bool AreValid(byte* block, ulong letters, ref byte* pairedLow)
    {
        for (; letters != 0; letters &= letters - 1)
        {
            byte* letter = block + BitOperations.TrailingZeroCount(letters);
            if (!IsValid(letter, ref pairedLow))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Checks one escape, and with a high half the low half after it.</summary>
    public static bool IsValid(byte* letter, ref byte* pairedLow)
    {
        int unit = Unit(letter + 1);
        if ((unit & 0xF800) != 0xD800)
        {
            return unit >= 0;
        }

        if (letter == pairedLow)
        {
            return true;
        }

        pairedLow = letter + 6;
        return unit < 0xDC00 && letter[5] == '\\' && letter[6] == 'u' && (Unit(letter + 7) & 0xFC00) == 0xDC00;
    }

    /// <summary>The value of four hexadecimal digits, or -1.</summary>
    public static int Unit(byte* digits)
    {
        // Digits are looked at in order: a quote ends the text before the padding does.
        int unit = 0;
        for (int i = 0; i < 4; i++)
        {
            int digit = digits[i];
            int value = digit - '0';
            if ((uint)value > 9)
            {
                value = (digit | 0x20) - 'a' + 10;
                if ((uint)(value - 10) > 5)
                {
                    return -1;
                }
            }

            unit = (unit << 4) | value;
        }

        return unit;
    }
}
