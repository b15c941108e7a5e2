using Microsoft.CodeAnalysis.Text;

namespace Plumbline.Analyzers.Literals;

/// <summary>Reads raw literals: on one line, or on several whose indentation is that of the closing quotes.</summary>
internal static class RawReader
{
    // What C# takes for the end of a line.
    private static readonly char[] Breaks = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    /// <summary>Reads a raw literal.</summary>
    /// <param name="source">The whole of it, from the first dollar sign or quote to the last quote.</param>
    /// <param name="at">Where it stands in the file.</param>
    /// <param name="dollars">Dollar signs before it.</param>
    /// <param name="holes">Its interpolations, in order: where they stand in the source, and their constant text or null.</param>
    /// <param name="builder">Takes the text.</param>
    /// <returns>Where its text begins in the file.</returns>
    public static int Read(string source, int at, int dollars, IReadOnlyList<(TextSpan Span, string? Text)> holes, LiteralTextBuilder builder)
    {
        int quotes = 0;
        while (source[dollars + quotes] == '"')
        {
            quotes++;
        }

        int start = dollars + quotes;
        int end = source.Length - quotes;
        if (end < start)
        {
            // Quotes alone: an odd number of them is not well-formed, an even one ends where it begins.
            return at + source.Length / 2;
        }

        string indentation = "";
        int firstBreak = FirstBreak(source, start, end);
        bool isMultiLine = firstBreak >= 0 && string.IsNullOrWhiteSpace(source.Substring(start, firstBreak - start));
        if (isMultiLine)
        {
            start = BehindBreak(source, firstBreak);
            int blank = end;
            while (blank > start && !IsBreak(source[blank - 1]))
            {
                blank--;
            }

            indentation = source.Substring(blank, end - blank);
            end = Math.Max(start, BeforeBreak(source, blank, start));
        }

        ReadLines(source, start, end, at, new LiteralStyle(LiteralForm.Raw, dollars, indentation), holes, builder);
        return at + start;
    }

    private static void ReadLines(
        string source, int start, int end, int at, LiteralStyle style, IReadOnlyList<(TextSpan Span, string? Text)> holes, LiteralTextBuilder builder)
    {
        int hole = 0;
        int run = BehindIndentation(source, start, end, style.Indentation);
        for (int i = run; i < end;)
        {
            if (hole < holes.Count && holes[hole].Span.Start == i)
            {
                builder.AddPlain(source, run, i, at, style);
                TextSpan span = holes[hole].Span;
                builder.AddExpression(holes[hole].Text, new TextSpan(at + span.Start, span.Length));
                run = i = span.End;
                hole++;
            }
            else if (IsBreak(source[i]))
            {
                i = BehindBreak(source, i);
                int next = BehindIndentation(source, i, end, style.Indentation);
                if (next > i)
                {
                    builder.AddPlain(source, run, i, at, style);
                    run = i = next;
                }
            }
            else
            {
                i++;
            }
        }

        builder.AddPlain(source, run, end, at, style);
    }

    // A line of white space alone may have less of it than the others.
    private static int BehindIndentation(string source, int at, int end, string indentation)
    {
        int length = 0;
        while (length < indentation.Length && at + length < end && source[at + length] == indentation[length])
        {
            length++;
        }

        return at + length;
    }

    private static bool IsBreak(char c) => Array.IndexOf(Breaks, c) >= 0;

    private static int FirstBreak(string source, int start, int end)
    {
        int found = source.IndexOfAny(Breaks, start);
        return found >= 0 && found < end ? found : -1;
    }

    private static int BehindBreak(string source, int at) => at + (source[at] == '\r' && at + 1 < source.Length && source[at + 1] == '\n' ? 2 : 1);

    private static int BeforeBreak(string source, int at, int start)
    {
        int before = at > start ? at - 1 : at;
        return before > start && source[before] == '\n' && source[before - 1] == '\r' ? before - 1 : before;
    }
}
