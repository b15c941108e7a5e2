using System.Text;

namespace Plumbline.Bodies.Repairs;

/// <summary>Puts an example that was broken over several lines, printed nicely or wrapped, on one.</summary>
public static class JoinedLines
{
    /// <summary>The example on one line: between tokens a line break and the white space around it become one space.</summary>
    /// <param name="example">The example.</param>
    /// <param name="insideStrings">What takes the place of a line break inside a string: a space where the text was wrapped, <c>\n</c> where the
    /// break was meant.</param>
    /// <returns>The line, and whether there was a break inside a string.</returns>
    public static (string Line, bool HasWrappedString) Join(string example, string insideStrings)
    {
        var line = new StringBuilder(example.Length);
        bool inString = false;
        bool hasWrapped = false;
        for (int at = 0; at < example.Length; at++)
        {
            char c = example[at];
            if (c is '\r' or '\n')
            {
                at = EndOfBreak(example, at, takesSpace: !inString) - 1;
                TrimEnd(line, inString);
                line.Append(inString ? insideStrings : " ");
                hasWrapped |= inString;
                continue;
            }

            line.Append(c);
            if (c == '\\' && inString && at + 1 < example.Length && example[at + 1] is not ('\r' or '\n'))
            {
                line.Append(example[++at]);
            }

            inString ^= c == '"';
        }

        return (line.ToString(), hasWrapped);
    }

    private static int EndOfBreak(string text, int at, bool takesSpace)
    {
        int end = at + (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1);
        while (takesSpace && end < text.Length && text[end] is ' ' or '\t' or '\r' or '\n')
        {
            end++;
        }

        return end;
    }

    private static void TrimEnd(StringBuilder line, bool inString)
    {
        while (!inString && line.Length > 0 && line[line.Length - 1] is ' ' or '\t')
        {
            line.Length--;
        }
    }
}
