namespace Plumbline.Formats;

/// <summary>IP addresses in text.</summary>
internal static class IpAddresses
{
    /// <summary>Four numbers of at most 255 without leading zeros (RFC 2673, 3.2, as RFC 3986 words it: <c>IPv4address</c>).</summary>
    public static bool IsIpv4(ReadOnlySpan<byte> text)
    {
        for (int part = 0; part < 4; part++)
        {
            int digits = Ascii.CountDigits(text);
            if (digits is 0 or > 3 || (digits > 1 && text[0] == '0'))
            {
                return false;
            }

            int value = 0;
            foreach (byte digit in text.Slice(0, digits))
            {
                value = (value * 10) + digit - '0';
            }

            if (value > 255 || (part < 3 && (digits == text.Length || text[digits] != '.')))
            {
                return false;
            }

            text = text.Slice(part < 3 ? digits + 1 : digits);
        }

        return text.IsEmpty;
    }

    /// <summary>RFC 4291, 2.2: eight groups, one run of which may be left out (<c>::</c>), the last two of which may be written as IPv4.</summary>
    public static bool IsIpv6(ReadOnlySpan<byte> text)
    {
        const int All = 8;
        int groups = 0;
        bool isCut = false;
        if (text.StartsWith("::"u8))
        {
            isCut = true;
            text = text.Slice(2);
            if (text.IsEmpty)
            {
                return true;
            }
        }

        while (true)
        {
            int digits = 0;
            while (digits < text.Length && Ascii.IsHexDigit(text[digits]))
            {
                digits++;
            }

            if (digits < text.Length && text[digits] == '.')
            {
                groups += 2;
                return IsIpv4(text) && (isCut ? groups < All : groups == All);
            }

            groups++;
            if (digits is 0 or > 4 || groups > All)
            {
                return false;
            }

            text = text.Slice(digits);
            if (text.IsEmpty)
            {
                return isCut ? groups < All : groups == All;
            }

            if (text[0] != ':')
            {
                return false;
            }

            text = text.Slice(1);
            if (!text.IsEmpty && text[0] == ':')
            {
                if (isCut)
                {
                    return false;
                }

                isCut = true;
                text = text.Slice(1);
                if (text.IsEmpty)
                {
                    return groups < All;
                }
            }
        }
    }
}
