using Plumbline.Schema.Json;

namespace Plumbline.Schema.Syntax;

/// <summary>Something wrong with a schema file, at its place. Equal by value: several roots that reach one schema report it alike.</summary>
/// <param name="Rule">The rule of the family PLB1xxx.</param>
/// <param name="Message">The sentence for people.</param>
/// <param name="Path">The file, as it was named.</param>
/// <param name="Span">The bytes to underline.</param>
public sealed record SchemaDiagnostic(Rule Rule, string Message, string Path, ByteSpan Span)
{
    /// <summary>Text (a name, a reference) that would be right in place of what the span holds; null where nothing is near.</summary>
    public string? Suggestion { get; init; }
}
