using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Plumbline.Bodies.Repairs;

/// <summary>Texts as JSON writes them.</summary>
internal static class JsonWords
{
    // What people and other languages write for a number: a sign, zeros before it, no digit on one side of the point.
    private static readonly Regex LooseNumber = new(@"^([+-]?)0*([0-9]*)(?:\.([0-9]*))?([eE][+-]?[0-9]+)?$", RegexOptions.CultureInvariant);

    /// <summary>A string with its quotes.</summary>
    public static string Quote(string text)
    {
        var json = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in text)
        {
            AppendEscaped(json, c);
        }

        return json.Append('"').ToString();
    }

    /// <summary>A control character as a string may hold it.</summary>
    public static string Escape(char control) => control switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        _ => "\\u" + ((int)control).ToString("x4", CultureInfo.InvariantCulture),
    };

    /// <summary>The number, boolean or null that a word stands for, as JSON writes it; null where it is none.</summary>
    /// <param name="word">The word: <c>300</c>, <c>True</c>, <c>.5</c>.</param>
    public static string? Literal(string word)
    {
        string trimmed = word.Trim();
        switch (trimmed.ToUpperInvariant())
        {
            case "TRUE":
                return "true";
            case "FALSE":
                return "false";
            case "NULL" or "NONE":
                return "null";
        }

        Match match = LooseNumber.Match(trimmed);
        if (!match.Success || match.Groups[2].Length + match.Groups[3].Length == 0 && !trimmed.Contains('0'))
        {
            return null;
        }

        string whole = match.Groups[2].Length == 0 ? "0" : match.Groups[2].Value;
        string fraction = match.Groups[3].Length == 0 ? "" : "." + match.Groups[3].Value;
        return (match.Groups[1].Value == "-" ? "-" : "") + whole + fraction + match.Groups[4].Value;
    }

    private static void AppendEscaped(StringBuilder json, char c)
    {
        if (c is '"' or '\\')
        {
            json.Append('\\').Append(c);
        }
        else if (c < ' ')
        {
            json.Append(Escape(c));
        }
        else
        {
            json.Append(c);
        }
    }
}
