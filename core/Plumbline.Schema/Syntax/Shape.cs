using Plumbline.Schema.Json;

namespace Plumbline.Schema.Syntax;

/// <summary>A schema inside the value of a keyword.</summary>
/// <param name="Pointer">Where it stands, from the keyword's value: empty, <c>/0</c>, <c>/name</c>.</param>
/// <param name="Value">The schema.</param>
internal readonly record struct Subschema(string Pointer, PositionedValue Value);

/// <summary>What the value of a keyword must look like, and which schemas stand inside it.</summary>
/// <remarks>Shapes compose: every keyword of every vocabulary is one row that names its shape, and no keyword has checks of its own.</remarks>
internal abstract class Shape
{
    /// <summary>What the value must be, ending the words "must be …".</summary>
    public abstract string Expected { get; }

    /// <summary>Whether a value has the shape; says where it has not.</summary>
    public abstract bool Check(PositionedValue value, ShapeReport report);

    /// <summary>The schemas inside a value, in document order; those whose own shape is wrong included.</summary>
    public virtual IEnumerable<Subschema> Subschemas(PositionedValue value) => [];
}

/// <summary>Takes one thing that is wrong with a schema.</summary>
/// <param name="rule">The rule that it breaks.</param>
/// <param name="span">The bytes to underline.</param>
/// <param name="message">The sentence for people.</param>
/// <param name="suggestion">What would be right in place of the span; null where nothing is near.</param>
internal delegate void SchemaReport(Rule rule, ByteSpan span, string message, string? suggestion = null);

/// <summary>Takes what is wrong with the value of one keyword.</summary>
/// <param name="report">Receives the rule, the place, the sentence and a suggestion.</param>
/// <param name="keyword">The keyword.</param>
internal sealed class ShapeReport(SchemaReport report, string keyword)
{
    /// <summary>Reports that a value must be something else; returns false.</summary>
    public bool Wrong(PositionedValue value, string subject, string expected)
    {
        report(Rules.KeywordValue, value.Span, $"{subject} must be {expected}, found {Found(value)}");
        return false;
    }

    /// <summary>Reports that the keyword's whole value must be something else; returns false.</summary>
    public bool Wrong(PositionedValue value, string expected) => Wrong(value, $"\"{keyword}\"", expected);

    /// <summary>Reports something else about the value; returns false.</summary>
    public bool Say(Rule rule, ByteSpan span, string message, string? suggestion = null)
    {
        report(rule, span, message, suggestion);
        return false;
    }

    private static string Found(PositionedValue value) => value.Kind switch
    {
        JsonKind.Null => "null",
        JsonKind.True => "true",
        JsonKind.False => "false",
        JsonKind.Number => $"the number {Shorten(value.RawText)}",
        JsonKind.String => $"the string {Shorten(value.RawText)}",
        JsonKind.Array => value.Items.Length == 0 ? "an empty array" : "an array",
        _ => "an object",
    };

    private static string Shorten(string text) => text.Length <= 40 ? text : text.Remove(char.IsHighSurrogate(text[38]) ? 38 : 39) + "…";
}
