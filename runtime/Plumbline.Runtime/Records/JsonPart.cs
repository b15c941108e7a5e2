using System.ComponentModel;
using System.Text.Json;

namespace Plumbline;

/// <summary>Holds an untyped member of a record, so that the record's equality compares it by value.</summary>
/// <param name="Element">The JSON value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct JsonPart(JsonElement Element)
{
    private static readonly ElementComparer Comparer = new();

    /// <inheritdoc/>
    public bool Equals(JsonPart other) => Comparer.Equals(Element, other.Element);

    /// <inheritdoc/>
    public override int GetHashCode() => Comparer.GetHashCode(Element);
}
