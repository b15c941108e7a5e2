using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Schema.Json;

namespace Plumbline.Analyzers.Literals;

/// <summary>Turns an edit of a literal's text into one of its source.</summary>
public static class LiteralEdit
{
    /// <summary>The change of the source that puts a text in place of a part of the literal's text; null where the literal cannot hold it, or where the part
    /// reaches into an expression, whose text stands elsewhere.</summary>
    /// <param name="literal">The literal.</param>
    /// <param name="span">Bytes of its JSON text.</param>
    /// <param name="text">What stands there afterwards.</param>
    public static TextChange? Replace(LiteralText literal, ByteSpan span, string text)
    {
        int start = literal.UnitAt(span.Start);
        int end = literal.UnitAt(span.End);
        if (literal.Value.Length == 0)
        {
            return null;
        }

        // What is put in belongs to the piece before it, as a comma does to the value that it follows; what stands in place of something, to that.
        LiteralSegment first = literal.SegmentAt(start == end ? Math.Max(0, start - 1) : start);
        TextSpan source = literal.SourceOf(start, end);
        if (start == end && start < literal.Value.Length && first.Style.Form is LiteralForm.Hole or LiteralForm.Constant)
        {
            // Behind an expression: it belongs to the text that follows.
            first = literal.SegmentAt(start);
            source = new TextSpan(first.SourceOf(start), 0);
        }

        for (int unit = start; unit < end;)
        {
            LiteralSegment piece = literal.SegmentAt(unit);
            if (piece.Style != first.Style)
            {
                return null;
            }

            unit = piece.End;
        }

        return Write(text, first.Style) is { } written ? new TextChange(source, written) : null;
    }

    private static string? Write(string text, LiteralStyle style) => style.Form switch
    {
        LiteralForm.Regular => Doubled(Escaped(text), style.Dollars),
        LiteralForm.Verbatim => Doubled(text.Replace("\"", "\"\""), style.Dollars),
        LiteralForm.Raw => Raw(text, style),
        _ => null,
    };

    private static string Escaped(string text)
    {
        var written = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            written.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u0085' or '\u2028' or '\u2029' => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return written.ToString();
    }

    private static string Doubled(string text, int dollars) => dollars == 0 ? text : text.Replace("{", "{{").Replace("}", "}}");

    // Nothing can be escaped in a raw literal: three quotes, or as many braces as dollar signs, may end it or begin an interpolation.
    private static string? Raw(string text, LiteralStyle style)
    {
        bool breaksOut = text.Contains("\"\"\"")
            || (style.Dollars > 0 && (text.Contains(new string('{', style.Dollars)) || text.Contains(new string('}', style.Dollars))));
        return breaksOut ? null : text.Replace("\n", "\n" + style.Indentation);
    }
}
