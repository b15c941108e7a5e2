using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Plumbline;

internal sealed class StringCodec : JsonCodec<string>
{
    public override string Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw UnreadableValueException.OfType(ref reader, "a string");

    public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);
}

internal sealed class BooleanCodec : JsonValueCodec<bool>
{
    public override bool Read(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.True or JsonTokenType.False
            ? reader.GetBoolean()
            : throw UnreadableValueException.OfType(ref reader, "true or false");

    public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);
}

internal sealed class IntegerCodec : JsonValueCodec<long>
{
    public override long Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw UnreadableValueException.OfType(ref reader, "an integer");
        }

        return reader.TryGetInt64(out long value) ? value : OfAnySpelling(ref reader);
    }

    public override void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    // 1.0 and 1e3 are integers of JSON Schema that TryGetInt64 does not take. A decimal holds every long exactly; what does not fit
    // a decimal does not fit a long either.
    private static long OfAnySpelling(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        bool isExact = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) && exact == decimal.Truncate(exact);
        return isExact && exact is >= long.MinValue and <= long.MaxValue
            ? (long)exact
            : throw UnreadableValueException.OfNumber(ref reader, "an integer from -9223372036854775808 to 9223372036854775807");
    }
}

internal sealed class NumberCodec : JsonValueCodec<double>
{
    public override double Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw UnreadableValueException.OfType(ref reader, "a number");
        }

        return reader.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : throw UnreadableValueException.OfNumber(ref reader, "a number that a double can hold");
    }

    public override void Write(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);
}

internal sealed class ElementCodec : JsonValueCodec<JsonElement>
{
    public override JsonElement Read(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    // The default element stands for no JSON at all; null is the nearest that can be written.
    public override void Write(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }
}

internal sealed class EnumCodec<T> : JsonValueCodec<T>
    where T : struct, Enum
{
    private readonly string[] _names;
    private readonly JsonEncodedText[] _encoded;
    private readonly T[] _values;

    public EnumCodec(string[] names)
    {
        _names = names;
        _encoded = Array.ConvertAll(names, name => JsonEncodedText.Encode(name));
        _values = new T[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            _values[i] = (T)(object)i;
        }
    }

    public override T Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            for (int i = 0; i < _names.Length; i++)
            {
                if (reader.ValueTextEquals(_names[i]))
                {
                    return _values[i];
                }
            }
        }

        throw new UnreadableValueException(Rules.Enum, reader.TokenStartIndex, $"one of {string.Join(", ", _names.Select(name => $"\"{name}\""))}");
    }

    public override void Write(Utf8JsonWriter writer, T value)
    {
        int index = Array.IndexOf(_values, value);
        writer.WriteStringValue(index >= 0
            ? _encoded[index]
            : throw new JsonException($"{typeof(T).Name} has no member of the value {value}, so no JSON name to write."));
    }
}
