using System.Text.Json;

namespace Plumbline;

/// <content>The counts as JSON, and back.</content>
public sealed partial class TokenStatistics
{
    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", Path);
        json.WriteNumber("examples", Examples);

        // Pairs: how many tokens, and how many texts have so many.
        json.WriteStartArray("texts");
        foreach ((long tokens, long count) in _tokens.Rows)
        {
            json.WriteNumberValue(tokens);
            json.WriteNumberValue(count);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static TokenStatistics Read(JsonElement json)
    {
        var field = new TokenStatistics(json.GetProperty("path").GetString()!) { Examples = json.GetProperty("examples").GetInt64() };
        long[] texts = [.. json.GetProperty("texts").EnumerateArray().Select(number => number.GetInt64())];
        if (texts.Length % 2 != 0)
        {
            throw new FormatException("A count of texts is missing.");
        }

        for (int i = 0; i < texts.Length; i += 2)
        {
            field._tokens.Add(texts[i], texts[i + 1]);
        }

        return field;
    }
}
