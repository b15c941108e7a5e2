namespace Plumbline;

/// <summary>One fault, told in full.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Message">The sentence for people.</param>
public sealed record Finding(Rule Rule, Severity Severity, string Message)
{
    /// <summary>What the service does with such a value.</summary>
    public Effect Effect { get; init; }

    /// <summary>The file, as it was named; null where the value came from memory.</summary>
    public string? Path { get; init; }

    /// <summary>Line, from 1; 0 for a finding about a dataset as a whole.</summary>
    public long Line { get; init; }

    /// <summary>Column, from 1, in UTF-16 code units as editors count; 0 for a finding about a dataset as a whole.</summary>
    public int Column { get; init; }

    /// <summary>Byte offset in the file, from 0.</summary>
    public long ByteOffset { get; init; }

    /// <summary>Bytes that the fault spans: the value, the member name, or the offending bytes.</summary>
    public int ByteLength { get; init; }

    /// <summary>JSON Pointer (RFC 6901) of the value in its line or document; empty for the whole value.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Location of the keyword in its schema, or null where no schema is at stake.</summary>
    public string? SchemaLocation { get; init; }

    /// <summary>The way to the keyword through every reference, where the run tells it and there is one; see <see cref="Assertion.EvaluationPath"/>.</summary>
    public string? EvaluationPath { get; init; }

    /// <summary>What was expected: <c>a string</c>.</summary>
    public string? Expected { get; init; }

    /// <summary>What was found: <c>the number 42</c>.</summary>
    public string? Found { get; init; }
}
