using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Plumbline;

/// <summary>Gives System.Text.Json the contracts of an assembly's generated types, without reflection. One is generated for each assembly.</summary>
public abstract class SchemaJsonResolver : IJsonTypeInfoResolver
{
    private readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> _types = [];

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        _types.TryGetValue(type, out Func<JsonSerializerOptions, JsonTypeInfo>? create) ? create(options) : null;

    /// <summary>Adds a record.</summary>
    protected void AddRecord<T>()
        where T : class, ISchemaRecord<T> => Add(new SchemaRecordConverter<T>());

    /// <summary>Adds an enumeration.</summary>
    /// <param name="names">Its JSON strings, in the order of its members, whose values count from 0.</param>
    protected void AddEnum<T>(params string[] names)
        where T : struct, Enum
    {
        Add(new SchemaEnumConverter<T>(JsonCodec.Enum<T>(names)));
        Add<T?>(new NullableEnumConverter<T>(JsonCodec.OrNullValue(JsonCodec.Enum<T>(names))));
    }

    private void Add<T>(JsonConverter<T> converter) =>
        _types.Add(typeof(T), options => JsonMetadataServices.CreateValueInfo<T>(options, converter));

    private sealed class NullableEnumConverter<T>(JsonCodec<T?> codec) : JsonConverter<T?>
        where T : struct, Enum
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => codec.Read(ref reader);

        public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) => codec.Write(writer, value);
    }
}
