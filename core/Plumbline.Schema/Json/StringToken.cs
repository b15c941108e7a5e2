using System.Globalization;
using System.Text;

namespace Plumbline.Schema.Json;

/// <summary>Decodes string tokens. What is malformed in one has been reported by the reader; here it is taken as it stands.</summary>
internal static class StringToken
{
    private const string Escaped = "\"\\/bfnrt";
    private const string Meant = "\"\\/\b\f\n\r\t";

    /// <summary>The text of a string token whose span begins with its opening quote; the closing one may be missing.</summary>
    public static string Unescape(byte[] utf8, ByteSpan span)
    {
        int start = span.Start + 1;
        int end = start;
        while (end < span.End && utf8[end] is not ((byte)'"' or (byte)'\\'))
        {
            end++;
        }

        return end >= span.End || utf8[end] == (byte)'"'
            ? Encoding.UTF8.GetString(utf8, start, Math.Max(0, end - start))
            : UnescapeFrom(utf8, start, end, span.End);
    }

    private static string UnescapeFrom(byte[] utf8, int start, int backslash, int limit)
    {
        var text = new StringBuilder(limit - start);
        int run = start;
        int at = backslash;
        while (at < limit && utf8[at] != (byte)'"')
        {
            if (utf8[at] != (byte)'\\' || at + 1 >= limit)
            {
                at++;
                continue;
            }

            text.Append(Encoding.UTF8.GetString(utf8, run, at - run));
            at = AppendEscape(text, utf8, at + 1, limit);
            run = at;
        }

        return text.Append(Encoding.UTF8.GetString(utf8, run, at - run)).ToString();
    }

    private static int AppendEscape(StringBuilder text, byte[] utf8, int at, int limit)
    {
        int known = Escaped.IndexOf((char)utf8[at]);
        if (known >= 0)
        {
            text.Append(Meant[known]);
            return at + 1;
        }

        string digits = utf8[at] == (byte)'u' && at + 5 <= limit ? Encoding.UTF8.GetString(utf8, at + 1, 4) : "";
        if (digits.Length == 4 && ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
        {
            text.Append((char)unit);
            return at + 5;
        }

        // No escape: the backslash is dropped, what follows is read as it stands.
        return utf8[at] < 0x80 ? AppendPlain(text, utf8[at], at) : at;
    }

    private static int AppendPlain(StringBuilder text, byte ascii, int at)
    {
        text.Append((char)ascii);
        return at + 1;
    }
}
