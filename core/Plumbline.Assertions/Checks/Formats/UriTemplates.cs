namespace Plumbline.Formats;

/// <summary>URI templates of RFC 6570, 2, of all levels; with its erratum 6937, that an apostrophe is a literal.</summary>
internal static class UriTemplates
{
    public static bool IsUriTemplate(ReadOnlySpan<byte> text)
    {
        for (int at = 0; at < text.Length;)
        {
            if (text[at] == '{')
            {
                int length = text.Slice(at).IndexOf((byte)'}');
                if (length < 0 || !IsExpression(text.Slice(at + 1, length - 1)))
                {
                    return false;
                }

                at += length + 1;
            }
            else if (text[at] == '%')
            {
                if (!Ascii.IsPercentEncoded(text, at))
                {
                    return false;
                }

                at += 3;
            }
            else if (!IsLiteral(JsonString.DecodeUtf8(text, ref at)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLiteral(int codePoint) => codePoint < 0x80
        ? codePoint is > ' ' and not 0x7F && "\"<>\\^`{|}"u8.IndexOf((byte)codePoint) < 0
        : UriSyntax.IsInternational(codePoint) || UriSyntax.IsPrivate(codePoint);

    private static bool IsExpression(ReadOnlySpan<byte> text)
    {
        // The last five are reserved for extensions: expansion fails, the syntax does not.
        if (!text.IsEmpty && "+#./;?&=,!@|"u8.IndexOf(text[0]) >= 0)
        {
            text = text.Slice(1);
        }

        while (true)
        {
            int comma = text.IndexOf((byte)',');
            if (!IsVariable(comma < 0 ? text : text.Slice(0, comma)))
            {
                return false;
            }

            if (comma < 0)
            {
                return true;
            }

            text = text.Slice(comma + 1);
        }
    }

    private static bool IsVariable(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && text[text.Length - 1] == '*')
        {
            text = text.Slice(0, text.Length - 1);
        }
        else if (text.IndexOf((byte)':') is >= 0 and int colon)
        {
            ReadOnlySpan<byte> prefix = text.Slice(colon + 1);
            if (prefix.Length is 0 or > 4 || prefix[0] == '0' || Ascii.CountDigits(prefix) != prefix.Length)
            {
                return false;
            }

            text = text.Slice(0, colon);
        }

        bool afterDot = true;
        for (int i = 0; i < text.Length; i++)
        {
            bool isEncoded = Ascii.IsPercentEncoded(text, i);
            if (text[i] == '.' ? afterDot : !isEncoded && !Ascii.IsLetterOrDigit(text[i]) && text[i] != '_')
            {
                return false;
            }

            afterDot = text[i] == '.';
            i += isEncoded ? 2 : 0;
        }

        return !afterDot;
    }
}
