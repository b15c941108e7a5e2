using System.Runtime.CompilerServices;

namespace Plumbline.Tokenizers.Splitting;

/// <summary>The English contractions <c>'s 't 're 've 'm 'll 'd</c>.</summary>
internal static class Contractions
{
    /// <summary>The length of a contraction in either case, <c>(?i:'s|'t|'re|'ve|'m|'ll|'d)</c>, at an apostrophe; else 0.</summary>
    public static int Length(ref byte text, int position, int end)
    {
        int left = end - position;
        if (left < 2)
        {
            return 0;
        }

        int first = Unsafe.Add(ref text, position + 1) | 0x20;
        if (first is 's' or 't' or 'm' or 'd')
        {
            return 2;
        }

        if (left < 3)
        {
            return 0;
        }

        int second = Unsafe.Add(ref text, position + 2);
        return first is 'r' or 'v' ? ((second | 0x20) == 'e' ? 3 : 0)
            : first == 'l' ? ((second | 0x20) == 'l' ? 3 : 0)
            : Unsafe.Add(ref text, position + 1) == 0xC5 && second == 0xBF ? 3 // U+017F, the long s, is an s without regard to case
            : 0;
    }

    /// <summary>The length of a contraction in lower case at an apostrophe; else 0.</summary>
    public static int LowerCaseLength(ref byte text, int position, int end)
    {
        int length = Length(ref text, position, end);
        for (int i = 1; i < length; i++)
        {
            if (Unsafe.Add(ref text, position + i) is < (byte)'a' or > (byte)'z')
            {
                return 0;
            }
        }

        return length;
    }
}
