using System.Text.Json;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Ranges;

/// <summary>Findings as summaries keep them: the members of the JSON report, and the one that only JSON Schema's own output tells.</summary>
internal static class FindingJson
{
    private const string EvaluationPath = "evaluationPath";

    /// <summary>Writes the members.</summary>
    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        ReportJson.WriteMembers(json, finding);
        if (finding.EvaluationPath is { } path)
        {
            json.WriteString(EvaluationPath, path);
        }
    }

    /// <summary>Reads the finding back.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Finding Read(JsonElement json)
    {
        string id = json.GetProperty("rule").GetString()!;
        return new Finding(
            Rules.Find(id) ?? throw new FormatException($"there is no rule {id}"),
            Value<Severity>(json, "severity"),
            json.GetProperty("message").GetString()!)
        {
            Effect = json.GetProperty("effect").ValueKind == JsonValueKind.Null ? Effect.None : Value<Effect>(json, "effect"),
            Line = json.GetProperty("line").GetInt64(),
            Column = json.GetProperty("column").GetInt32(),
            ByteOffset = json.GetProperty("byteOffset").GetInt64(),
            ByteLength = json.GetProperty("byteLength").GetInt32(),
            Pointer = json.GetProperty("pointer").GetString()!,
            SchemaLocation = json.GetProperty("schemaLocation").GetString(),
            EvaluationPath = json.TryGetProperty(EvaluationPath, out JsonElement path) ? path.GetString() : null,
            Expected = json.GetProperty("expected").GetString(),
            Found = json.GetProperty("found").GetString(),
        };
    }

    private static T Value<T>(JsonElement json, string name)
        where T : struct, Enum =>
        Enum.TryParse(json.GetProperty(name).GetString(), ignoreCase: true, out T value)
            ? value
            : throw new FormatException($"no {name} is {json.GetProperty(name)}");
}
