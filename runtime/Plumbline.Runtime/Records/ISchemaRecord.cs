using System.Text.Json;

namespace Plumbline;

/// <summary>A record that was generated from a schema.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface ISchemaRecord<TSelf>
    where TSelf : class, ISchemaRecord<TSelf>
{
    /// <summary>The validator of the record's schema; null for a record that is only ever part of another, which validates it.</summary>
    static virtual JsonValidator? Validator => null;

    /// <summary>Reads a value, duplicate members included: the last one counts. Nothing is validated beyond what the record needs to be whole.</summary>
    /// <param name="reader">Stands at the first token of the value; afterwards at its last.</param>
    /// <exception cref="JsonException">The value is not one that the record can hold.</exception>
    static abstract TSelf Read(ref Utf8JsonReader reader);

    /// <summary>Writes the value; what <see cref="Read"/> reads from it is equal to the record.</summary>
    void WriteTo(Utf8JsonWriter writer);
}
