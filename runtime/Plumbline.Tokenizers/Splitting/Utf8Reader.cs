using System.Runtime.CompilerServices;

namespace Plumbline.Tokenizers.Splitting;

/// <summary>Reads characters of text that ought to be well-formed UTF-8 and may not be: nothing is read at or after <c>end</c>.</summary>
internal static class Utf8Reader
{
    /// <summary>
    /// The code point at a position before <paramref name="end"/>, and its length in bytes. A byte that starts no whole character is U+FFFD of length 1.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Decode(ref byte text, int position, int end, out int length)
    {
        int lead = Unsafe.Add(ref text, position);
        if (lead < 0x80)
        {
            length = 1;
            return lead;
        }

        int left = end - position;
        if (lead is >= 0xE0 and < 0xF0 && left >= 3)
        {
            length = 3;
            return ((lead & 0x0F) << 12) | ((Unsafe.Add(ref text, position + 1) & 0x3F) << 6) | (Unsafe.Add(ref text, position + 2) & 0x3F);
        }

        if (lead is >= 0xC2 and < 0xE0 && left >= 2)
        {
            length = 2;
            return ((lead & 0x1F) << 6) | (Unsafe.Add(ref text, position + 1) & 0x3F);
        }

        return DecodeRest(ref text, position, left, out length);
    }

    /// <summary>The classes of the character at a position before <paramref name="end"/>, and its length in bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharacterClass ClassAt(ref byte text, int position, int end, out int length) =>
        CharacterClasses.Of(Decode(ref text, position, end, out length));

    /// <summary>The end of the longest run of characters that are of one of the classes.</summary>
    public static int EndOfRun(ref byte text, int position, int end, CharacterClass anyOf)
    {
        while (position < end && (ClassAt(ref text, position, end, out int length) & anyOf) != 0)
        {
            position += length;
        }

        return position;
    }

    /// <summary>The end of the longest run of characters that are of none of the classes.</summary>
    public static int EndOfRunOutside(ref byte text, int position, int end, CharacterClass noneOf)
    {
        while (position < end && (ClassAt(ref text, position, end, out int length) & noneOf) == 0)
        {
            position += length;
        }

        return position;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int DecodeRest(ref byte text, int position, int left, out int length)
    {
        int lead = Unsafe.Add(ref text, position);
        if (lead is >= 0xF0 and < 0xF5 && left >= 4)
        {
            int codePoint = ((lead & 0x07) << 18) | ((Unsafe.Add(ref text, position + 1) & 0x3F) << 12)
                | ((Unsafe.Add(ref text, position + 2) & 0x3F) << 6) | (Unsafe.Add(ref text, position + 3) & 0x3F);
            if (codePoint < CharacterClasses.CodePoints)
            {
                length = 4;
                return codePoint;
            }
        }

        length = 1;
        return 0xFFFD;
    }
}
