using Microsoft.CodeAnalysis.Text;

namespace Plumbline.Analyzers.Bodies;

/// <summary>One example of a JSON Lines file.</summary>
/// <param name="Span">Its text, without the line break behind it.</param>
/// <param name="FirstLine">Line in which it begins, from 0.</param>
/// <param name="LastLine">Line in which it ends; another than the first where it was broken over several.</param>
internal readonly record struct ExampleLines(TextSpan Span, int FirstLine, int LastLine)
{
    // Farther than this nobody looks for the end of an example that its line does not close.
    private const int MostLines = 200;

    /// <summary>The examples of a file, in order. One that is printed over several lines, or whose string was wrapped, is one example.</summary>
    public static IEnumerable<ExampleLines> Of(SourceText text)
    {
        for (int line = 0; line < text.Lines.Count; line++)
        {
            TextSpan span = text.Lines[line].Span;
            if (string.IsNullOrWhiteSpace(text.ToString(span)))
            {
                continue;
            }

            int last = LastLineOf(text, line);
            yield return new ExampleLines(TextSpan.FromBounds(span.Start, text.Lines[last].End), line, last);
            line = last;
        }
    }

    // The line in which the brackets that the first line opens are closed; the first line itself where none of the next does that.
    private static int LastLineOf(SourceText text, int first)
    {
        int depth = 0;
        bool inString = false;
        for (int line = first; line < Math.Min(text.Lines.Count, first + MostLines); line++)
        {
            TextSpan span = text.Lines[line].Span;
            for (int at = span.Start; at < span.End; at++)
            {
                char c = text[at];
                if (c == '"')
                {
                    inString = !inString;
                }
                else if (inString)
                {
                    at += c == '\\' ? 1 : 0;
                }
                else
                {
                    depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
                }
            }

            if (depth <= 0 && !inString)
            {
                return line;
            }
        }

        return first;
    }
}
