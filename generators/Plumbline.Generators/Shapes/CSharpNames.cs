using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Plumbline.Generators.Shapes;

/// <summary>C# names of any text.</summary>
internal static class CSharpNames
{
    /// <summary>The text in PascalCase: words begin at whatever is no letter or digit, and keep their inner capitals
    /// (<c>input_text</c>: InputText, <c>topP</c>: TopP, <c>$ref</c>: Ref).</summary>
    /// <param name="text">Any text.</param>
    /// <param name="otherwise">The name of a text in which nothing can stand in a name.</param>
    public static string Pascal(string text, string otherwise)
    {
        var name = new StringBuilder(text.Length);
        bool isStart = true;
        foreach (char c in text)
        {
            if (!IsLetterOrDigit(c))
            {
                isStart = true;
                continue;
            }

            name.Append(isStart ? char.ToUpperInvariant(c) : c);
            isStart = false;
        }

        if (name.Length > 0 && !SyntaxFacts.IsIdentifierStartCharacter(name[0]))
        {
            name.Insert(0, '_');
        }

        string result = name.ToString();
        return SyntaxFacts.IsValidIdentifier(result) ? result : otherwise;
    }

    /// <summary>A name with its first word in lower case (<c>URLPrefix</c>: urlPrefix), with <c>@</c> where it would be a keyword.</summary>
    public static string Camel(string pascal)
    {
        char[] letters = pascal.ToCharArray();
        for (int i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]))
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        string camel = new(letters);
        bool isKeyword = SyntaxFacts.GetKeywordKind(camel) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(camel) != SyntaxKind.None;
        return isKeyword ? "@" + camel : camel;
    }

    /// <summary>The word for one of the things that a plural names; null where the text does not look like a plural.</summary>
    public static string? Singular(string plural)
    {
        if (Ends("ies") && plural.Length > 4)
        {
            return plural.Substring(0, plural.Length - 3) + "y";
        }

        if (Ends("sses") || Ends("shes") || Ends("ches") || Ends("xes"))
        {
            return plural.Substring(0, plural.Length - 2);
        }

        return Ends("s") && !Ends("ss") && !Ends("us") && !Ends("is") && plural.Length > 2 ? plural.Substring(0, plural.Length - 1) : null;

        bool Ends(string suffix) => plural.EndsWith(suffix, StringComparison.Ordinal);
    }

    /// <summary>A dotted name as the project gives it, with <c>@</c> before keywords; empty, for the global namespace, where it is no such name.</summary>
    public static string Namespace(string name)
    {
        string[] parts = name.Split('.');
        return parts.All(SyntaxFacts.IsValidIdentifier)
            ? string.Join(".", parts.Select(part => SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None ? part : "@" + part))
            : "";
    }

    // Only what every compiler takes for a letter or digit; combining marks and invisible characters make names that look alike.
    private static bool IsLetterOrDigit(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;
}
