using System.Text.Json;

namespace Plumbline;

/// <content>All counts as JSON, and back: for summaries that are merged on another machine.</content>
public sealed partial class DatasetSummary
{
    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("lines", Lines);
        json.WriteNumber("examples", Examples);
        json.WriteNumber("faultyLines", FaultyLines);
        json.WriteNumber("bytes", Bytes);
        json.WriteNumber("ignored", Ignored);
        json.WriteBoolean("complete", IsComplete);
        Write(json, "counters", _counters);
        Write(json, "severities", _severities);
        Write(json, "effects", _effects);
        json.WriteStartObject("rules");
        foreach ((Rule rule, long count) in _rules)
        {
            json.WriteNumber(rule.Id, count);
        }

        json.WriteEndObject();
        json.WriteStartArray("tokens");
        foreach (TokenStatistics field in Tokens)
        {
            field.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static DatasetSummary Read(JsonElement json)
    {
        long[] counters = Numbers(json, "counters");
        var summary = new DatasetSummary(counters.Length)
        {
            Lines = json.GetProperty("lines").GetInt64(),
            Examples = json.GetProperty("examples").GetInt64(),
            FaultyLines = json.GetProperty("faultyLines").GetInt64(),
            Bytes = json.GetProperty("bytes").GetInt64(),
            Ignored = json.GetProperty("ignored").GetInt64(),
            IsComplete = json.GetProperty("complete").GetBoolean(),
        };
        summary.CountValues(counters);
        Copy(Numbers(json, "severities"), summary._severities);
        Copy(Numbers(json, "effects"), summary._effects);
        foreach (JsonProperty rule in json.GetProperty("rules").EnumerateObject())
        {
            summary._rules.Add(Rules.Find(rule.Name) ?? throw new FormatException($"There is no rule {rule.Name}."), rule.Value.GetInt64());
        }

        summary.Absorb([.. json.GetProperty("tokens").EnumerateArray().Select(TokenStatistics.Read)]);
        return summary;
    }

    private static void Write(Utf8JsonWriter json, string name, long[] numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static long[] Numbers(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(number => number.GetInt64())];

    private static void Copy(long[] from, long[] to)
    {
        if (from.Length != to.Length)
        {
            throw new FormatException($"Expected {to.Length} counts, found {from.Length}.");
        }

        from.CopyTo(to, 0);
    }
}
