namespace Plumbline.Testing;

/// <summary>The ways in which C# can write a text.</summary>
public static class LiteralKinds
{
    /// <summary>Their names.</summary>
    public static IEnumerable<string> All { get; } = ["regular", "verbatim", "raw", "utf8", "interpolated", "concatenated"];

    /// <summary>An expression that is the text, or its bytes.</summary>
    public static string Write(string text, string kind) => kind switch
    {
        "verbatim" => "@\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"",
        "raw" => "\"\"\"\n    " + text.TrimEnd('\n').Replace("\n", "\n    ", StringComparison.Ordinal) + "\n    \"\"\"",
        "utf8" => Regular(text) + "u8.ToArray()",
        "interpolated" => "$@\"" + string.Concat(text.Select(c => c is '"' or '{' or '}' ? new string(c, 2) : c.ToString())) + "\"",
        "concatenated" => string.Join("\n + ", text.Split('\n').Select(line => Regular(line + "\n"))),
        _ => Regular(text),
    };

    private static string Regular(string text) => "\"" + string.Concat(text.Select(c => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        _ => c.ToString(),
    })) + "\"";
}
