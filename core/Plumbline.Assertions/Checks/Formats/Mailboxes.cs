namespace Plumbline.Formats;

/// <summary>Mailboxes of RFC 5321, 4.1.2, and of RFC 6531, 3.3, which lets in what is not ASCII.</summary>
internal static class Mailboxes
{
    // RFC 5321, 4.5.3.1.1, in octets.
    private const int LongestLocalPart = 64;

    public static bool IsEmail(ReadOnlySpan<byte> text) => IsMailbox(text, international: false);

    public static bool IsIdnEmail(ReadOnlySpan<byte> text) => IsMailbox(text, international: true);

    private static bool IsMailbox(ReadOnlySpan<byte> text, bool international)
    {
        // A quoted local part may hold "@", a domain may not.
        int at = text.LastIndexOf((byte)'@');
        return at is > 0 and <= LongestLocalPart
            && (text[0] == '"' ? IsQuoted(text.Slice(0, at), international) : IsDotted(text.Slice(0, at), international))
            && IsDomain(text.Slice(at + 1), international);
    }

    // Dot-string: atoms between single dots.
    private static bool IsDotted(ReadOnlySpan<byte> text, bool international)
    {
        bool afterDot = true;
        foreach (byte b in text)
        {
            if (b == '.' ? afterDot : !IsAtomText(b) && !(international && b >= 0x80))
            {
                return false;
            }

            afterDot = b == '.';
        }

        return !afterDot;
    }

    // Quoted-string: any printable ASCII, of which quotes and backslashes stand after a backslash.
    private static bool IsQuoted(ReadOnlySpan<byte> text, bool international)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                return i == text.Length - 1;
            }

            if (text[i] == '\\')
            {
                i++;
                if (i == text.Length || text[i] is < (byte)' ' or > (byte)'~')
                {
                    return false;
                }
            }
            else if (text[i] is < (byte)' ' or 0x7F || (text[i] >= 0x80 && !international))
            {
                return false;
            }
        }

        return false;
    }

    // "IPv6" is the only tag registered for address literals (RFC 5321, 4.1.3).
    private static bool IsDomain(ReadOnlySpan<byte> text, bool international)
    {
        if (text.Length > 2 && text[0] == '[' && text[text.Length - 1] == ']')
        {
            ReadOnlySpan<byte> address = text.Slice(1, text.Length - 2);
            ReadOnlySpan<byte> tag = "IPv6:"u8;
            return IpAddresses.IsIpv4(address) || (address.StartsWith(tag) && IpAddresses.IsIpv6(address.Slice(tag.Length)));
        }

        return international ? HostNames.IsIdnHostName(text) : HostNames.IsHostName(text);
    }

    // RFC 5322, 3.2.3.
    private static bool IsAtomText(byte b) => Ascii.IsLetterOrDigit(b) || "!#$%&'*+-/=?^_`{|}~"u8.IndexOf(b) >= 0;
}
