using System.Globalization;
using System.Text;

namespace Plumbline.Generators.Writing;

/// <summary>C# literals of any text. Whatever is not printable ASCII is written as an escape, so that no text can end its literal,
/// break a line or read otherwise than it runs.</summary>
internal static class Literals
{
    /// <summary>A string literal.</summary>
    public static string String(string text) => Quoted(text);

    /// <summary>A string literal, or <c>null</c>.</summary>
    public static string OrNull(string? text) => text is null ? "null" : String(text);

    /// <summary>A UTF-8 literal. Only for text that has a UTF-8 form: see <see cref="HasUtf8Form"/>.</summary>
    public static string Utf8(string text) => HasUtf8Form(text)
        ? Quoted(text) + "u8"
        : throw new ArgumentException("A text with half of a surrogate pair has no UTF-8 form.", nameof(text));

    /// <summary>A whole number.</summary>
    public static string Number(long value) => value == long.MinValue
        ? "long.MinValue"
        : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A collection expression of string literals: <c>["a", "b"]</c>.</summary>
    public static string Strings(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(String))}]";

    /// <summary>Whether a text is free of halves of surrogate pairs.</summary>
    public static bool HasUtf8Form(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    private static string Quoted(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '"' or '\\')
            {
                literal.Append('\\').Append(c);
            }
            else if (c is >= ' ' and <= '~')
            {
                literal.Append(c);
            }
            else if (c == '\n')
            {
                literal.Append("\\n");
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                literal.Append("\\U").Append(char.ConvertToUtf32(c, text[++i]).ToString("X8", CultureInfo.InvariantCulture));
            }
            else
            {
                literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return literal.Append('"').ToString();
    }
}
