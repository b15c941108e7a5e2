using System.Globalization;
using System.Text;

namespace Plumbline.Generators.Writing;

/// <summary>Any text as part of a comment: it stays inside the comment, on its line, and reads as it is.</summary>
internal static class CommentText
{
    // A schema location in a comment is a hint for people; the whole of it stands in the assertion.
    private const int Longest = 160;

    /// <summary><c>//</c> and the text, in one line.</summary>
    public static string OfLine(string text)
    {
        var line = new StringBuilder("// ");
        for (int i = 0; i < text.Length && i < Longest; i++)
        {
            AppendSafe(line, text, ref i);
        }

        return line.Append(text.Length > Longest ? "..." : "").ToString().TrimEnd();
    }

    /// <summary>The lines of a text, fit for XML documentation.</summary>
    public static IReadOnlyList<string> OfDocumentation(string text)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (SourceWriter.EndsLine(c))
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                {
                    i++;
                }

                lines.Add(line.ToString().TrimEnd());
                line.Clear();
                continue;
            }

            switch (c)
            {
                case '&': line.Append("&amp;"); break;
                case '<': line.Append("&lt;"); break;
                case '>': line.Append("&gt;"); break;
                case '\t': line.Append("    "); break;
                default: AppendSafe(line, text, ref i); break;
            }
        }

        lines.Add(line.ToString().TrimEnd());
        int first = lines.FindIndex(l => l.Length > 0);
        return first < 0 ? [] : lines.GetRange(first, lines.FindLastIndex(l => l.Length > 0) - first + 1);
    }

    /// <summary>Breaks a line at spaces, so that its rows keep to a width where its words allow.</summary>
    public static IEnumerable<string> Wrapped(string line, int width)
    {
        while (line.Length > width && line.Length > 0)
        {
            int space = line.LastIndexOf(' ', Math.Max(width, 1));
            space = space <= 0 ? line.IndexOf(' ', Math.Max(width, 1)) : space;
            if (space <= 0)
            {
                break;
            }

            yield return line.Substring(0, space).TrimEnd();
            line = line.Substring(space + 1);
        }

        yield return line;
    }

    // Letters of any script stay as they are. What cannot be seen, or changes how its neighbours are shown (U+202E), is told by its number.
    private static void AppendSafe(StringBuilder line, string text, ref int i)
    {
        char c = text[i];
        if (c is >= ' ' and <= '~')
        {
            line.Append(c);
        }
        else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
        {
            Append(line, CharUnicodeInfo.GetUnicodeCategory(text, i), text.Substring(i, 2));
            i++;
        }
        else
        {
            Append(line, CharUnicodeInfo.GetUnicodeCategory(c), c.ToString());
        }
    }

    private static void Append(StringBuilder line, UnicodeCategory category, string character)
    {
        bool visible = category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned);
        if (visible)
        {
            line.Append(character);
            return;
        }

        foreach (char c in character)
        {
            line.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }
    }
}
