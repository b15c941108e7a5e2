using System.Text.Json;

namespace Plumbline.Tokenizers.Formats.HuggingFace;

/// <summary>A value in tokenizer.json that knows where it stands, so that what is wrong can be named by its JSON Pointer.</summary>
internal readonly struct JsonPart(string file, string pointer, JsonElement value)
{
    public string Pointer { get; } = pointer;

    public JsonElement Value { get; } = value;

    public bool IsNull => Value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    /// <summary>The <c>type</c> of an object, or an empty text.</summary>
    public string Type => Text("type") ?? "";

    /// <summary>A property, or null where it is absent.</summary>
    public JsonPart this[string name] =>
        new(file, $"{Pointer}/{name}", Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out JsonElement found) ? found : default);

    /// <summary>The items of an array; none where it is absent.</summary>
    public IEnumerable<JsonPart> Items()
    {
        if (IsNull)
        {
            yield break;
        }

        if (Value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong("expected an array");
        }

        int index = 0;
        foreach (JsonElement item in Value.EnumerateArray())
        {
            yield return new JsonPart(file, $"{Pointer}/{index++}", item);
        }
    }

    /// <summary>A property that is text, or null where it is absent or null.</summary>
    public string? Text(string name)
    {
        JsonPart part = this[name];
        return part.IsNull ? null : part.Value.ValueKind == JsonValueKind.String ? part.Value.GetString() : throw part.Wrong("expected a text");
    }

    /// <summary>A property that is true or false, with what its absence means.</summary>
    public bool Flag(string name, bool absent = false)
    {
        JsonPart part = this[name];
        return part.IsNull ? absent : part.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? part.Value.GetBoolean()
            : throw part.Wrong("expected true or false");
    }

    /// <summary>Says what is wrong with this part.</summary>
    public TokenizerFormatException Wrong(string problem) => new(file, Pointer.Length == 0 ? "the root" : Pointer, problem);
}
