namespace Plumbline.Bodies;

/// <summary>Words that documentation puts where a reader is to put a value.</summary>
/// <remarks>The forms are those of row 6 of the tuning facts' §3, and what they have in common: capitals with underscores, a bucket in capitals (Cloud Storage
/// has none), <c>your-…</c>, a name in braces or angle brackets, and the notes "(text only)" and "(chat only)" left behind a value.</remarks>
public static class Placeholders
{
    private const string Bucket = "gs://";

    private static readonly string[] Notes = ["(text only)", "(chat only)"];
    private static readonly string[] Prefixes = ["your-", "your_", "YOUR-"];

    // Placeholders of one word, or of plain words.
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "STEPS", "PROJECT", "REGION", "LOCATION", "BUCKET", "MODEL", "The display name for your model in the UI",
    };

    /// <summary>Whether a value is a placeholder.</summary>
    /// <param name="text">The value: a string without its quotes, or a word that has none.</param>
    /// <param name="schema">Its schema: what that names is meant as it stands. Null for parts of a URL.</param>
    public static bool Includes(string text, BodySchema? schema) => schema?.Names(text) != true && Looks(text);

    private static bool Looks(string text)
    {
        foreach (string note in Notes)
        {
            if (text.EndsWith(note, StringComparison.Ordinal))
            {
                return true;
            }
        }

        if (Known.Contains(text) || Prefixes.Any(prefix => text.StartsWith(prefix, StringComparison.Ordinal)) || HasNameInBrackets(text))
        {
            return true;
        }

        return text.StartsWith(Bucket, StringComparison.Ordinal)
            ? IsInCapitals(text.Substring(Bucket.Length).Split('/')[0], needsUnderscore: false)
            : IsInCapitals(text, needsUnderscore: true);
    }

    private static bool IsInCapitals(string text, bool needsUnderscore)
    {
        bool hasUnderscore = false;
        foreach (char c in text)
        {
            hasUnderscore |= c == '_';
            if (c is not ((>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
            {
                return false;
            }
        }

        return text.Length > 0 && text[0] is >= 'A' and <= 'Z' && text[text.Length - 1] != '_' && (hasUnderscore || !needsUnderscore);
    }

    // {STORAGE-URI}, ${PIPELINE_NAME}, <PROJECT_ID>: brackets around a name, wherever in the text.
    private static bool HasNameInBrackets(string text)
    {
        for (int open = text.IndexOfAny(['{', '<']); open >= 0; open = text.IndexOfAny(['{', '<'], open + 1))
        {
            int close = text.IndexOf(text[open] == '{' ? '}' : '>', open);
            if (close > open + 1 && IsName(text, open + 1, close))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsName(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (text[i] is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-'))
            {
                return false;
            }
        }

        return true;
    }
}
