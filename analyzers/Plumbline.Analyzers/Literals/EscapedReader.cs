using System.Globalization;

namespace Plumbline.Analyzers.Literals;

/// <summary>Reads the insides of regular and verbatim literals.</summary>
internal static class EscapedReader
{
    private const string Escaped = "'\"\\0abfnrtve";
    private const string Meant = "'\"\\\0\a\b\f\n\r\t\v\u001B";

    /// <summary>Reads <c>"…"</c>: backslashes, and doubled braces where it is interpolated.</summary>
    /// <param name="source">The token.</param>
    /// <param name="start">First character inside.</param>
    /// <param name="end">The character behind the last one inside.</param>
    /// <param name="at">Where the token stands in the file.</param>
    /// <param name="style">How the literal is written.</param>
    /// <param name="builder">Takes the text.</param>
    public static void ReadRegular(string source, int start, int end, int at, LiteralStyle style, LiteralTextBuilder builder)
    {
        int run = start;
        for (int i = start; i < end;)
        {
            int length = source[i] == '\\' && i + 1 < end ? EscapeLength(source, i, end) : IsDoubledBrace(source, i, end, style.Dollars) ? 2 : 1;
            if (length > 1)
            {
                builder.AddPlain(source, run, i, at, style);
                builder.AddEscape(source[i] == '\\' ? Unescape(source, i, length) : source[i].ToString(), at + i, length, style);
                run = i + length;
            }

            i += length;
        }

        builder.AddPlain(source, run, end, at, style);
    }

    /// <summary>Reads <c>@"…"</c>: doubled quotes, and doubled braces where it is interpolated.</summary>
    /// <param name="source">The token.</param>
    /// <param name="start">First character inside.</param>
    /// <param name="end">The character behind the last one inside.</param>
    /// <param name="at">Where the token stands in the file.</param>
    /// <param name="style">How the literal is written.</param>
    /// <param name="builder">Takes the text.</param>
    public static void ReadVerbatim(string source, int start, int end, int at, LiteralStyle style, LiteralTextBuilder builder)
    {
        int run = start;
        for (int i = start; i < end; i++)
        {
            if ((source[i] == '"' && i + 1 < end && source[i + 1] == '"') || IsDoubledBrace(source, i, end, style.Dollars))
            {
                builder.AddPlain(source, run, i, at, style);
                builder.AddEscape(source[i].ToString(), at + i, 2, style);
                run = ++i + 1;
            }
        }

        builder.AddPlain(source, run, end, at, style);
    }

    private static bool IsDoubledBrace(string source, int i, int end, int dollars) =>
        dollars > 0 && source[i] is '{' or '}' && i + 1 < end && source[i + 1] == source[i];

    private static int EscapeLength(string source, int backslash, int end)
    {
        int most = source[backslash + 1] switch { 'u' => 4, 'U' => 8, 'x' => 4, _ => 0 };
        int digits = 0;
        while (digits < most && backslash + 2 + digits < end && Uri.IsHexDigit(source[backslash + 2 + digits]))
        {
            digits++;
        }

        return 2 + digits;
    }

    private static string Unescape(string source, int backslash, int length)
    {
        if (length == 2)
        {
            int known = Escaped.IndexOf(source[backslash + 1]);
            return known < 0 ? source[backslash + 1].ToString() : Meant[known].ToString();
        }

        int number = int.Parse(source.Substring(backslash + 2, length - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return number is > 0xFFFF and <= 0x10FFFF ? char.ConvertFromUtf32(number) : ((char)number).ToString();
    }
}
