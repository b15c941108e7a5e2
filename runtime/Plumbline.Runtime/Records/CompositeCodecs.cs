using System.Text.Json;

namespace Plumbline;

internal sealed class ListCodec<T>(JsonCodec<T> item) : JsonValueCodec<ValueList<T>>
{
    public override ValueList<T> Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw UnreadableValueException.OfType(ref reader, "an array");
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(item.Read(ref reader));
        }

        return new(items.ToArray());
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value)
    {
        writer.WriteStartArray();
        foreach (T element in value)
        {
            item.Write(writer, element);
        }

        writer.WriteEndArray();
    }
}

internal sealed class MapCodec<T>(JsonCodec<T> value) : JsonValueCodec<ValueMap<T>>
{
    public override ValueMap<T> Read(ref Utf8JsonReader reader)
    {
        MemberMap<T> members = new(value);
        RecordReader.Open(ref reader);
        while (RecordReader.NextMember(ref reader))
        {
            members.Add(ref reader);
        }

        return members.ToMap();
    }

    public override void Write(Utf8JsonWriter writer, ValueMap<T> map)
    {
        writer.WriteStartObject();
        value.WriteMembers(writer, map);
        writer.WriteEndObject();
    }
}

internal sealed class RecordCodec<T> : JsonCodec<T>
    where T : class, ISchemaRecord<T>
{
    public static RecordCodec<T> Instance { get; } = new();

    public override T Read(ref Utf8JsonReader reader) => T.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T value) => value.WriteTo(writer);
}

internal sealed class NullableCodec<T>(JsonCodec<T> codec) : JsonCodec<T?>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : codec.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            codec.Write(writer, value);
        }
    }
}

internal sealed class NullableValueCodec<T>(JsonCodec<T> codec) : JsonCodec<T?>
    where T : struct
{
    public override T? Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : codec.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is { } present)
        {
            codec.Write(writer, present);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
