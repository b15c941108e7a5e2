using Plumbline.Schema.Json;

namespace Plumbline.Bodies;

/// <summary>One fault of a body, told in full, and what it was told of.</summary>
/// <param name="Finding">Rule, severity, sentence, place and pointer. Line and column count in the body's own text.</param>
/// <param name="Span">What to underline: a value, a member name; of an array or object its opening bracket alone.</param>
public sealed record BodyFinding(Finding Finding, ByteSpan Span)
{
    /// <summary>The rule that is broken.</summary>
    public Rule Rule => Finding.Rule;

    /// <summary>How much it weighs.</summary>
    public Severity Severity => Finding.Severity;

    /// <summary>The sentence for people.</summary>
    public string Message => Finding.Message;

    /// <summary>What is wrong with the text as JSON, where that is the fault; null elsewhere.</summary>
    public SyntaxError? Syntax { get; init; }

    /// <summary>What of the schema is broken, where that is the fault; null elsewhere.</summary>
    public Fault? Fault { get; init; }
}
