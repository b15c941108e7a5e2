using System.Text.Json;
using Plumbline.Cli.Statistics;

namespace Plumbline.Cli.Ranges;

/// <summary>What the texts of a range are like, as JSON and back: exact, so that ranges add up to what one run measures.</summary>
internal static class StatisticsParts
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter json, DatasetStatistics statistics)
    {
        json.WriteStartObject();
        json.WriteStartArray("fields");
        foreach (FieldStatistics field in statistics.Fields)
        {
            json.WriteStartObject();
            json.WriteString("path", field.Path);
            json.WriteNumber("examples", field.Examples);
            Write(json, "codePoints", field.CodePoints);
            Write(json, "bytes", field.Bytes);
            Write(json, "tokens", field.Tokens);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "turns", statistics.Turns);
        json.WriteStartObject("scripts");
        foreach (ScriptShare share in statistics.Scripts.Shares)
        {
            json.WriteStartArray(share.Script);
            json.WriteNumberValue(share.Characters);
            json.WriteNumberValue(share.Texts);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write(Utf8JsonWriter, DatasetStatistics)"/> has written.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static DatasetStatistics Read(JsonElement json)
    {
        var statistics = new DatasetStatistics();
        foreach (JsonElement part in json.GetProperty("fields").EnumerateArray())
        {
            var field = new FieldStatistics(part.GetProperty("path").GetString()!) { Examples = part.GetProperty("examples").GetInt64() };
            Read(part, "codePoints", field.CodePoints);
            Read(part, "bytes", field.Bytes);
            Read(part, "tokens", field.Tokens);
            statistics.Absorb(field);
        }

        Read(json, "turns", statistics.Turns);
        foreach (JsonProperty script in json.GetProperty("scripts").EnumerateObject())
        {
            statistics.Scripts.Absorb(script.Name, script.Value[0].GetInt64(), script.Value[1].GetInt64());
        }

        return statistics;
    }

    // Pairs: a value, and how often it was met.
    private static void Write(Utf8JsonWriter json, string name, Distribution values)
    {
        json.WriteStartArray(name);
        foreach ((long value, long times) in values.Rows)
        {
            json.WriteNumberValue(value);
            json.WriteNumberValue(times);
        }

        json.WriteEndArray();
    }

    private static void Read(JsonElement json, string name, Distribution values)
    {
        long[] pairs = [.. json.GetProperty(name).EnumerateArray().Select(number => number.GetInt64())];
        if (pairs.Length % 2 != 0)
        {
            throw new FormatException($"a count of {name} is missing");
        }

        for (int i = 0; i < pairs.Length; i += 2)
        {
            values.Add(pairs[i], pairs[i + 1]);
        }
    }
}
