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

    /// <summary>Fails unless this report says what another says: every field of every finding, and all about each file save how long it took and whether
    /// its schema was named as a bundled format.</summary>
    public void AssertSame(JsonReport other)
    {
        Assert.Equal(other.Findings.Select(finding => finding.Json), Findings.Select(finding => finding.Json));
        Assert.Equal(other.Files.Select(Facts), Files.Select(Facts));
    }

    private static string Facts(JsonElement file) => string.Join(
        "\n",
        file.EnumerateObject().Where(member => member.Name is not ("seconds" or "format")).Select(member => $"{member.Name}: {member.Value.GetRawText()}"));
}

/// <summary>One finding of a JSON report; <paramref name="Json"/> holds every field of it.</summary>
internal sealed record JsonFinding(
    string Rule, string Severity, string Message, long Line, long Column, string Pointer, string? Expected, string? Found, string Json)
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
