namespace Plumbline.Scanning;

/// <summary>The grammar of JSON numbers, one byte at a time: for machines without vectors, for numbers longer than a block, and what the others are
/// tested against.</summary>
internal static unsafe class ScalarNumbers
{
    /// <summary>Finds the first byte after a number, or null where none stands.</summary>
    /// <param name="at">Its sign or first digit, in a padded buffer: the sentinel is no digit.</param>
    public static byte* End(byte* at)
    {
        if (*at == '-')
        {
            at++;
        }

        if (*at == '0')
        {
            at++;
        }
        else if ((at = Digits(at)) is null)
        {
            return null;
        }

        if (*at == '.' && (at = Digits(at + 1)) is null)
        {
            return null;
        }

        if ((*at | 0x20) == 'e')
        {
            at++;
            return Digits(*at is (byte)'+' or (byte)'-' ? at + 1 : at);
        }

        return at;
    }

    /// <summary>Whether a number is written with neither fraction nor exponent.</summary>
    public static bool IsPlainInteger(byte* at, byte* end)
    {
        for (; at < end; at++)
        {
            if (*at is (byte)'.' or (byte)'e' or (byte)'E')
            {
                return false;
            }
        }

        return true;
    }

    private static byte* Digits(byte* at)
    {
        byte* start = at;
        while ((uint)(*at - '0') <= 9)
        {
            at++;
        }

        return at == start ? null : at;
    }
}
