namespace Plumbline.Formats;

/// <summary>
/// Punycode (RFC 3492, 6) of single labels. Not <see cref="System.Globalization.IdnMapping"/>: that prepares names by the older IDNA 2003 and
/// UTS 46, judges differently with and without ICU, and needs strings.
/// </summary>
internal static class Punycode
{
    /// <summary>Octets of the longest label (RFC 1035, 2.3.4).</summary>
    public const int LongestLabel = 63;

    private const int Base = 36;
    private const int MinThreshold = 1;
    private const int MaxThreshold = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const int InitialBias = 72;
    private const int InitialCodePoint = 0x80;
    private const int PrefixLength = 4;

    /// <summary>Whether a label begins with <c>xn--</c>.</summary>
    public static bool HasPrefix(ReadOnlySpan<int> label) =>
        label.Length >= PrefixLength && (label[0] | 0x20) == 'x' && (label[1] | 0x20) == 'n' && label[2] == '-' && label[3] == '-';

    /// <summary>Decodes an A-label. What decodes to ASCII alone, or would be encoded in another way, is none.</summary>
    /// <param name="label">The label, with its prefix.</param>
    /// <param name="decoded">Takes the code points: room for <see cref="LongestLabel"/>.</param>
    /// <returns>Number of code points, or -1.</returns>
    public static int Decode(ReadOnlySpan<int> label, Span<int> decoded)
    {
        Span<int> encoded = stackalloc int[LongestLabel];
        int length = 0;
        foreach (int character in label.Slice(PrefixLength))
        {
            encoded[length++] = character is >= 'A' and <= 'Z' ? character | 0x20 : character;
        }

        encoded = encoded.Slice(0, length);
        int count = DecodeLowercase(encoded, decoded);
        if (count <= 0)
        {
            return -1;
        }

        Span<int> again = stackalloc int[LongestLabel];
        int back = Encode(decoded.Slice(0, count), again);
        return back == length && again.Slice(0, back).SequenceEqual(encoded) ? count : -1;
    }

    /// <summary>Length of the A-label of a label with characters beyond ASCII; -1 where it would be too long.</summary>
    public static int EncodedLength(ReadOnlySpan<int> label)
    {
        Span<int> encoded = stackalloc int[LongestLabel];
        int length = Encode(label, encoded);
        return length < 0 || length + PrefixLength > LongestLabel ? -1 : length + PrefixLength;
    }

    private static int DecodeLowercase(ReadOnlySpan<int> encoded, Span<int> decoded)
    {
        int basic = Math.Max(encoded.LastIndexOf('-'), 0);
        encoded.Slice(0, basic).CopyTo(decoded);
        int count = basic;
        int at = basic > 0 ? basic + 1 : 0;
        long codePoint = InitialCodePoint;
        int bias = InitialBias;
        long i = 0;
        while (at < encoded.Length)
        {
            long before = i;
            long weight = 1;
            for (int k = Base; ; k += Base)
            {
                int digit = at < encoded.Length ? DigitOf(encoded[at++]) : -1;
                i += digit * weight;
                if (digit < 0 || i > int.MaxValue || count == decoded.Length)
                {
                    return -1;
                }

                int threshold = Threshold(k, bias);
                if (digit < threshold)
                {
                    break;
                }

                weight *= Base - threshold;
            }

            count++;
            bias = Adapt(i - before, count, before == 0);
            codePoint += i / count;
            i %= count;
            if (codePoint is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
            {
                return -1;
            }

            decoded.Slice((int)i, count - 1 - (int)i).CopyTo(decoded.Slice((int)i + 1));
            decoded[(int)i++] = (int)codePoint;
        }

        return count;
    }

    // Returns -1 where the result would be longer than a label.
    private static int Encode(ReadOnlySpan<int> label, Span<int> encoded)
    {
        int length = 0;
        foreach (int codePoint in label)
        {
            if (codePoint < InitialCodePoint)
            {
                encoded[length++] = codePoint;
            }
        }

        int basic = length;
        int handled = basic;
        if (basic > 0)
        {
            if (length == encoded.Length)
            {
                return -1;
            }

            encoded[length++] = '-';
        }

        int next = InitialCodePoint;
        int bias = InitialBias;
        long delta = 0;
        while (handled < label.Length)
        {
            int least = int.MaxValue;
            foreach (int codePoint in label)
            {
                least = codePoint >= next && codePoint < least ? codePoint : least;
            }

            delta += (long)(least - next) * (handled + 1);
            next = least;
            foreach (int codePoint in label)
            {
                delta += codePoint < next ? 1 : 0;
                if (codePoint != next)
                {
                    continue;
                }

                long rest = delta;
                for (int k = Base; ; k += Base)
                {
                    if (length == encoded.Length)
                    {
                        return -1;
                    }

                    int threshold = Threshold(k, bias);
                    if (rest < threshold)
                    {
                        encoded[length++] = CharacterOf((int)rest);
                        break;
                    }

                    encoded[length++] = CharacterOf((int)(threshold + ((rest - threshold) % (Base - threshold))));
                    rest = (rest - threshold) / (Base - threshold);
                }

                bias = Adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }

            delta++;
            next++;
        }

        return length;
    }

    private static int Threshold(int k, int bias) => k <= bias ? MinThreshold : k >= bias + MaxThreshold ? MaxThreshold : k - bias;

    private static int Adapt(long delta, int count, bool isFirst)
    {
        delta = isFirst ? delta / Damp : delta / 2;
        delta += delta / count;
        int k = 0;
        for (; delta > (Base - MinThreshold) * MaxThreshold / 2; k += Base)
        {
            delta /= Base - MinThreshold;
        }

        return k + (int)((Base - MinThreshold + 1) * delta / (delta + Skew));
    }

    private static int DigitOf(int character) => character switch
    {
        >= 'a' and <= 'z' => character - 'a',
        >= '0' and <= '9' => character - '0' + 26,
        _ => -1,
    };

    private static int CharacterOf(int digit) => digit < 26 ? 'a' + digit : '0' + digit - 26;
}
