using System.Globalization;
using System.Text;

namespace Plumbline.Cli.Reports;

/// <summary>Text of files and schemas, made safe for a terminal: whatever could move the cursor, end the line or reorder the text is shown as an
/// escape.</summary>
internal static class Printable
{
    /// <summary>The text, with control, format and separator characters written as <c>\uXXXX</c>.</summary>
    public static string Text(string text)
    {
        foreach (char c in text)
        {
            if (IsUnsafe(c))
            {
                return Escape(text);
            }
        }

        return text;
    }

    /// <summary>Whether a character would not show as itself on one line.</summary>
    public static bool IsUnsafe(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,

        // Joiners (U+200C, U+200D) belong to many scripts and to emoji; the other format characters reorder or hide text.
        UnicodeCategory.Format => c is not ('\u200C' or '\u200D'),
        _ => false,
    };

    /// <summary>Cells that a character takes up on a terminal: 0, 1 or 2 (East Asian wide and emoji).</summary>
    public static int Cells(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or
        (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or
        (>= 0x20000 and <= 0x3FFFD);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            _ = IsUnsafe(c) ? escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : escaped.Append(c);
        }

        return escaped.ToString();
    }
}
