using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plumbline;

/// <summary>Lets System.Text.Json read and write a generated record: read through its validator, with all of its findings on failure.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class SchemaRecordConverter<T> : JsonConverter<T>
    where T : class, ISchemaRecord<T>
{
    /// <inheritdoc/>
    /// <exception cref="SchemaValidationException">The value breaks the record's schema. Its findings count from the start of the value.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (T.Validator is null)
        {
            return T.Read(ref reader);
        }

        // The validator needs the value as one text; the reader may hold it in pieces.
        JsonElement element = JsonElement.ParseValue(ref reader);
        return SchemaRecord.Parse<T>(JsonMarshal.GetRawUtf8Value(element));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.WriteTo(writer);
    }
}

/// <summary>Lets System.Text.Json read and write a generated enumeration by its JSON names.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
/// <param name="codec">Knows the names.</param>
internal sealed class SchemaEnumConverter<T>(JsonCodec<T> codec) : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => codec.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => codec.Write(writer, value);
}
