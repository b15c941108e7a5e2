namespace Plumbline.Formats;

/// <summary>URIs of RFC 3986, appendix A, and IRIs of RFC 3987, 2.2, read from left to right.</summary>
internal static class UriSyntax
{
    private enum Part
    {
        UserInfo,
        RegisteredName,
        Path,
        Query,
        Fragment,
    }

    /// <summary><c>URI</c>: with a scheme.</summary>
    public static bool IsUri(ReadOnlySpan<byte> text, bool iri)
    {
        int scheme = SchemeLength(text);
        return scheme > 0 && IsAfterScheme(text.Slice(scheme + 1), iri);
    }

    /// <summary><c>URI-reference</c>.</summary>
    public static bool IsReference(ReadOnlySpan<byte> text, bool iri)
    {
        if (IsUri(text, iri))
        {
            return true;
        }

        // Without a scheme the first segment of a path holds no colon.
        int end = text.IndexOfAny("/?#"u8);
        return (end < 0 ? text : text.Slice(0, end)).IndexOf((byte)':') < 0 && IsAfterScheme(text, iri);
    }

    /// <summary><c>ucschar</c> (RFC 3987, 2.2).</summary>
    public static bool IsInternational(int codePoint) =>
        codePoint is (>= 0xA0 and <= 0xD7FF) or (>= 0xF900 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFFEF) ||
        (codePoint is >= 0x10000 and <= 0xEFFFD and not (>= 0xE0000 and <= 0xE0FFF) && (codePoint & 0xFFFF) <= 0xFFFD);

    /// <summary><c>iprivate</c> (RFC 3987, 2.2).</summary>
    public static bool IsPrivate(int codePoint) => codePoint is (>= 0xE000 and <= 0xF8FF) or (>= 0xF0000 and <= 0xFFFFD) or (>= 0x100000 and <= 0x10FFFD);

    private static int SchemeLength(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || !Ascii.IsLetter(text[0]))
        {
            return -1;
        }

        int length = 1;
        while (length < text.Length && (Ascii.IsLetterOrDigit(text[length]) || text[length] is (byte)'+' or (byte)'-' or (byte)'.'))
        {
            length++;
        }

        return length < text.Length && text[length] == ':' ? length : -1;
    }

    private static bool IsAfterScheme(ReadOnlySpan<byte> text, bool iri)
    {
        if (text.IndexOf((byte)'#') is >= 0 and int hash)
        {
            if (!Consists(text.Slice(hash + 1), Part.Fragment, iri))
            {
                return false;
            }

            text = text.Slice(0, hash);
        }

        if (text.IndexOf((byte)'?') is >= 0 and int question)
        {
            if (!Consists(text.Slice(question + 1), Part.Query, iri))
            {
                return false;
            }

            text = text.Slice(0, question);
        }

        if (text.StartsWith("//"u8))
        {
            text = text.Slice(2);
            int slash = text.IndexOf((byte)'/');
            if (!IsAuthority(slash < 0 ? text : text.Slice(0, slash), iri))
            {
                return false;
            }

            text = slash < 0 ? default : text.Slice(slash);
        }

        return Consists(text, Part.Path, iri);
    }

    private static bool IsAuthority(ReadOnlySpan<byte> text, bool iri)
    {
        int at = text.IndexOf((byte)'@');
        if (at >= 0)
        {
            if (!Consists(text.Slice(0, at), Part.UserInfo, iri))
            {
                return false;
            }

            text = text.Slice(at + 1);
        }

        ReadOnlySpan<byte> port;
        if (!text.IsEmpty && text[0] == '[')
        {
            int close = text.IndexOf((byte)']');
            if (close < 0 || !IsLiteralAddress(text.Slice(1, close - 1)))
            {
                return false;
            }

            port = text.Slice(close + 1);
        }
        else
        {
            int colon = text.IndexOf((byte)':');
            if (!Consists(colon < 0 ? text : text.Slice(0, colon), Part.RegisteredName, iri))
            {
                return false;
            }

            port = colon < 0 ? default : text.Slice(colon);
        }

        return port.IsEmpty || (port[0] == ':' && Ascii.CountDigits(port.Slice(1)) == port.Length - 1);
    }

    // IPv6address or IPvFuture.
    private static bool IsLiteralAddress(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] is not ((byte)'v' or (byte)'V'))
        {
            return IpAddresses.IsIpv6(text);
        }

        int dot = text.IndexOf((byte)'.');
        if (dot < 2 || dot + 1 == text.Length)
        {
            return false;
        }

        foreach (byte b in text.Slice(1, dot - 1))
        {
            if (!Ascii.IsHexDigit(b))
            {
                return false;
            }
        }

        foreach (byte b in text.Slice(dot + 1))
        {
            if (!IsUnreservedOrDelimiter(b) && b != ':')
            {
                return false;
            }
        }

        return true;
    }

    private static bool Consists(ReadOnlySpan<byte> text, Part part, bool iri)
    {
        for (int i = 0; i < text.Length;)
        {
            if (text[i] >= 0x80)
            {
                int codePoint = JsonString.DecodeUtf8(text, ref i);
                if (!iri || !(IsInternational(codePoint) || (part == Part.Query && IsPrivate(codePoint))))
                {
                    return false;
                }
            }
            else if (text[i] == '%')
            {
                if (!Ascii.IsPercentEncoded(text, i))
                {
                    return false;
                }

                i += 3;
            }
            else if (IsUnreservedOrDelimiter(text[i]) || IsAllowed(text[i], part))
            {
                i++;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAllowed(byte b, Part part) => part switch
    {
        Part.UserInfo => b == ':',
        Part.RegisteredName => false,
        Part.Path => b is (byte)':' or (byte)'@' or (byte)'/',
        _ => b is (byte)':' or (byte)'@' or (byte)'/' or (byte)'?',
    };

    private static bool IsUnreservedOrDelimiter(byte b) => Ascii.IsLetterOrDigit(b) || "-._~!$&'()*+,;="u8.IndexOf(b) >= 0;
}
