using System.Globalization;
using System.Text;

namespace Plumbline;

/// <summary>Says what was found at a place, short enough for one line.</summary>
internal static class FoundText
{
    private const int LongestValue = 40;

    // Of a longer token only its ends are decoded: a finding about a string of 60 MB costs what one about a short string costs. A UTF-16 unit
    // takes six bytes at most (\u0000), so each end has units enough for what is shown.
    private const int LongestToken = 1024;
    private const int EndBytes = 300;

    /// <summary>A value or member name: <c>the number 42</c>, <c>the string "human"</c>, <c>an array of 1 item</c>.</summary>
    public static string OfValue(ReadOnlySpan<byte> text, int offset)
    {
        if (offset >= text.Length)
        {
            return "nothing";
        }

        ReadOnlySpan<byte> value = text.Slice(offset, JsonSyntax.SkipValue(text, offset) - offset);
        switch (value[0])
        {
            case (byte)'{':
                return "an object";
            case (byte)'[':
                return $"an array of {FindingText.Count(CountItems(value), "item")}";
            case (byte)'"':
                return $"the string {Quote(value)}";
            case (byte)'t' or (byte)'f' or (byte)'n':
                return Shorten(Ascii(value));
            default:
                return $"the number {Shorten(Ascii(value))}";
        }
    }

    /// <summary>A raw string with its quotes, shortened and printable.</summary>
    public static string Quote(ReadOnlySpan<byte> rawString)
    {
        int length = rawString.Length > 1 && rawString[rawString.Length - 1] == '"' ? rawString.Length - 2 : rawString.Length - 1;
        ReadOnlySpan<byte> raw = rawString.Slice(1, length);
        if (raw.Length <= LongestToken)
        {
            return Quote(JsonString.ToText(raw));
        }

        ReadOnlySpan<byte> head = raw.Slice(0, Boundary(raw, 0, EndBytes));
        ReadOnlySpan<byte> tail = raw.Slice(Boundary(raw, PlainPlace(raw, raw.Length - (2 * EndBytes)), raw.Length - EndBytes));
        return Quote(JsonString.ToText(head) + JsonString.ToText(tail));
    }

    /// <summary>A text in quotes, shortened and printable.</summary>
    public static string Quote(string text) => $"\"{Shorten(text)}\"";

    /// <summary>What stands in malformed text.</summary>
    public static string OfMalformed(Rule rule, ReadOnlySpan<byte> text, int offset)
    {
        if (offset >= text.Length)
        {
            return "the end of the text";
        }

        byte b = text[offset];
        if (ReferenceEquals(rule, Rules.InvalidUtf8))
        {
            return $"the byte 0x{b:X2}";
        }

        if (ReferenceEquals(rule, Rules.LoneSurrogate))
        {
            return $"{Encoding.UTF8.GetString(text.Slice(offset, Math.Min(6, text.Length - offset)).ToArray())} alone";
        }

        int length = ReferenceEquals(rule, Rules.TrailingText) ? text.Length - offset : Math.Max(1, Utf8Sequence.LengthAt(text, offset));
        string found = Encoding.UTF8.GetString(text.Slice(offset, Math.Min(length, LongestValue * 4)).ToArray()).TrimEnd();
        return found.Length == 0 ? CodePointName(b) : b < 0x20 && found.Length == 1 ? CodePointName(b) : Quote(found);
    }

    // Malformed literals may hold other bytes; what is no ASCII is shown as U+FFFD.
    private static string Ascii(ReadOnlySpan<byte> token) => token.Length <= LongestToken
        ? Encoding.UTF8.GetString(token.ToArray())
        : Encoding.UTF8.GetString(token.Slice(0, EndBytes).ToArray()) + Encoding.UTF8.GetString(token.Slice(token.Length - EndBytes).ToArray());

    // The first place at or after `end` that splits no character and no escape; `start` must be such a place.
    private static int Boundary(ReadOnlySpan<byte> raw, int start, int end)
    {
        while (start < end)
        {
            start += raw[start] == '\\' ? JsonString.EscapeLength(raw.Slice(start)) : Math.Max(1, Utf8Sequence.LengthAt(raw, start));
        }

        return start;
    }

    // A place near the one given that lies in no escape: none of the twelve bytes before it begins one. Else the start.
    private static int PlainPlace(ReadOnlySpan<byte> raw, int at)
    {
        const int LongestEscape = 12;
        for (int end = at + EndBytes; at < end; at++)
        {
            if ((raw[at] & 0xC0) != 0x80 && raw.Slice(at - LongestEscape, LongestEscape).IndexOf((byte)'\\') < 0)
            {
                return at;
            }
        }

        return 0;
    }

    private static string CodePointName(int codePoint) => $"U+{codePoint.ToString("X4", CultureInfo.InvariantCulture)}";

    private static long CountItems(ReadOnlySpan<byte> array)
    {
        long count = 0;
        for (int at = JsonSyntax.SkipSpace(array, 1); at < array.Length && array[at] != ']'; count++)
        {
            at = JsonSyntax.SkipSpace(array, JsonSyntax.SkipValue(array, at));
            at = at < array.Length && array[at] == ',' ? JsonSyntax.SkipSpace(array, at + 1) : at;
        }

        return count;
    }

    private static string Shorten(string text)
    {
        if (text.Length > LongestValue)
        {
            // Start and end tell values apart better than a long start; pairs of surrogates stay whole.
            int head = (LongestValue / 2) + 4;
            int tail = text.Length - ((LongestValue / 2) - 5);
            head -= char.IsHighSurrogate(text[head - 1]) ? 1 : 0;
            tail += char.IsLowSurrogate(text[tail]) ? 1 : 0;
            text = $"{text.Substring(0, head)}…{text.Substring(tail)}";
        }

        StringBuilder? printable = null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsControl(c) || c is '\u2028' or '\u2029' || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                printable ??= new StringBuilder(text, 0, i, text.Length + 16);
                printable.Append(c switch
                {
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    _ => $"\\u{(int)c:x4}",
                });
            }
            else
            {
                printable?.Append(c);
            }
        }

        return printable?.ToString() ?? text;
    }
}
