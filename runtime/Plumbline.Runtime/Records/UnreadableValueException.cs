using System.Text.Json;

namespace Plumbline;

/// <summary>A value that is JSON and cannot become the record: told to the caller as a finding, or, in the midst of other
/// types that System.Text.Json reads, as the <see cref="JsonException"/> that it is.</summary>
internal sealed class UnreadableValueException(Rule rule, long offset, string expected)
    : JsonException($"{rule.Title}: expected {expected}.")
{
    public Rule Rule => rule;

    /// <summary>First byte of the value, from where the reader began.</summary>
    public long Offset => offset;

    public string Expected => expected;

    public static UnreadableValueException OfType(ref Utf8JsonReader reader, string expected) =>
        new(Rules.Type, reader.TokenStartIndex, expected);

    public static UnreadableValueException OfNumber(ref Utf8JsonReader reader, string expected) =>
        new(Rules.NumberRange, reader.TokenStartIndex, expected);
}
