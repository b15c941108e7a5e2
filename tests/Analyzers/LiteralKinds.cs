using Microsoft.CodeAnalysis.CSharp;

namespace Plumbline.Analyzers.Tests;

/// <summary>The ways in which C# can write a text.</summary>
internal static class LiteralKinds
{
    public static IEnumerable<string> All { get; } = ["regular", "verbatim", "raw", "utf8", "interpolated", "concatenated"];

    /// <summary>An expression that is the text, or its bytes.</summary>
    public static string Write(string text, string kind) => kind switch
    {
        "verbatim" => "@\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"",
        "raw" => "\"\"\"\n    " + text.TrimEnd('\n').Replace("\n", "\n    ", StringComparison.Ordinal) + "\n    \"\"\"",
        "utf8" => SymbolDisplay.FormatLiteral(text, quote: true) + "u8.ToArray()",
        "interpolated" => "$@\"" + string.Concat(text.Select(c => c is '"' or '{' or '}' ? new string(c, 2) : c.ToString())) + "\"",
        "concatenated" => string.Join("\n + ", text.Split('\n').Select(line => SymbolDisplay.FormatLiteral(line + "\n", quote: true))),
        _ => SymbolDisplay.FormatLiteral(text, quote: true),
    };
}
