using Plumbline.Schema.Json;

namespace Plumbline.Schema.Resolution;

/// <summary>JSON Pointers (RFC 6901) into positioned trees.</summary>
public static class JsonPointer
{
    /// <summary>A pointer and one more token, escaped.</summary>
    public static string Append(string pointer, string token) => pointer + "/" + Escape(token);

    /// <summary>A token as it stands in a pointer.</summary>
    public static string Escape(string token) =>
        token.IndexOfAny(['~', '/']) < 0 ? token : token.Replace("~", "~0").Replace("/", "~1");

    /// <summary>A token of a pointer as the name that it means.</summary>
    public static string Unescape(string token) =>
        token.IndexOf('~') < 0 ? token : token.Replace("~1", "/").Replace("~0", "~");

    /// <summary>The tokens of a pointer, unescaped; none for the whole document.</summary>
    public static IReadOnlyList<string> Tokens(string pointer) =>
        pointer.Length == 0 ? [] : pointer.Substring(1).Split('/').Select(Unescape).ToArray();

    /// <summary>The value that one token leads to, or null.</summary>
    public static PositionedValue? Step(PositionedValue value, string token)
    {
        if (value.Kind == JsonKind.Object)
        {
            return value.Find(token)?.Value;
        }

        // An index has no leading zero and no sign.
        bool isIndex = value.Kind == JsonKind.Array && token.Length is > 0 and < 10
            && token.All(digit => digit is >= '0' and <= '9') && (token.Length == 1 || token[0] != '0');
        return isIndex && int.Parse(token, System.Globalization.CultureInfo.InvariantCulture) is var index && index < value.Items.Length
            ? value.Items[index]
            : null;
    }
}
