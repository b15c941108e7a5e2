using System.Text.Json;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>A JSON report, read back.</summary>
internal sealed record JsonReport(JsonElement Root, IReadOnlyList<JsonFinding> Findings, IReadOnlyList<JsonElement> Files)
{
    public static JsonReport Of(ToolResult result)
    {
        JsonElement root = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(result.ExitCode, root.GetProperty("exitCode").GetInt32());
        return new JsonReport(root, [.. root.GetProperty("findings").EnumerateArray().Select(JsonFinding.Of)], [.. root.GetProperty("files").EnumerateArray()]);
    }
}

/// <summary>One finding of a JSON report; <paramref name="Json"/> holds every field of it.</summary>
internal sealed record JsonFinding(string Rule, string Severity, string Message, long Line, long Column, string Pointer, string? Expected, string? Found, string Json)
{
    public static JsonFinding Of(JsonElement finding) => new(
        finding.GetProperty("rule").GetString()!,
        finding.GetProperty("severity").GetString()!,
        finding.GetProperty("message").GetString()!,
        finding.GetProperty("line").GetInt64(),
        finding.GetProperty("column").GetInt64(),
        finding.GetProperty("pointer").GetString()!,
        finding.GetProperty("expected").GetString(),
        finding.GetProperty("found").GetString(),
        finding.GetRawText());
}
