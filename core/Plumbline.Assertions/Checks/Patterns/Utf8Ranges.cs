namespace Plumbline.Patterns;

/// <summary>Code points as sequences of UTF-8 byte ranges: <c>[U+0080-U+FFFF]</c> is <c>[C2-DF][80-BF]</c>, <c>E0[A0-BF][80-BF]</c> and so on.</summary>
internal static class Utf8Ranges
{
    // The last code points of one, two and three bytes; surrogates have none.
    private static readonly int[] Borders = [0x7F, 0x7FF, 0xD7FF, 0xDFFF, 0xFFFF];

    /// <summary>The sequences that together are exactly the UTF-8 of the set's code points.</summary>
    public static List<ByteRange[]> Of(CodePointSet set)
    {
        var sequences = new List<ByteRange[]>();
        foreach (CodePointRange range in set.Ranges)
        {
            int first = range.First;
            foreach (int border in Borders)
            {
                if (first <= border && border < range.Last)
                {
                    Split(first, border, sequences);
                    first = border + 1;
                }
            }

            Split(first, range.Last, sequences);
        }

        return sequences;
    }

    // Cuts a range into parts whose bytes vary independently: behind the first byte that varies, all must run from 80 to BF.
    private static void Split(int first, int last, List<ByteRange[]> sequences)
    {
        if (first is >= 0xD800 and <= 0xDFFF)
        {
            return;
        }

        for (int mask = 0x3F; last > 0x7F && mask <= 0x3FFFF; mask = (mask << 6) | 0x3F)
        {
            if ((first & ~mask) == (last & ~mask))
            {
                continue;
            }

            int cut = (first & mask) != 0 ? first | mask : (last & mask) != mask ? (last & ~mask) - 1 : -1;
            if (cut >= 0)
            {
                Split(first, cut, sequences);
                Split(cut + 1, last, sequences);
                return;
            }
        }

        byte[] low = Encode(first);
        byte[] high = Encode(last);
        var sequence = new ByteRange[low.Length];
        for (int i = 0; i < low.Length; i++)
        {
            sequence[i] = new ByteRange(low[i], high[i]);
        }

        sequences.Add(sequence);
    }

    private static byte[] Encode(int codePoint) => codePoint switch
    {
        < 0x80 => [(byte)codePoint],
        < 0x800 => [(byte)(0xC0 | (codePoint >> 6)), Trail(codePoint)],
        < 0x10000 => [(byte)(0xE0 | (codePoint >> 12)), Trail(codePoint >> 6), Trail(codePoint)],
        _ => [(byte)(0xF0 | (codePoint >> 18)), Trail(codePoint >> 12), Trail(codePoint >> 6), Trail(codePoint)],
    };

    private static byte Trail(int bits) => (byte)(0x80 | (bits & 0x3F));
}

/// <summary>Bytes from a first to a last, both included.</summary>
internal readonly record struct ByteRange(byte First, byte Last);
