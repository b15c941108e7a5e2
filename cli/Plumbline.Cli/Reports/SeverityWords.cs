using System.Globalization;

namespace Plumbline.Cli.Reports;

/// <summary>Severities, effects and counts, in words.</summary>
internal static class SeverityWords
{
    /// <summary><c>error</c>, <c>warning</c> or <c>note</c>.</summary>
    public static string Word(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary><c>no errors</c>, <c>1 error</c>, <c>2,017 errors</c>.</summary>
    public static string Of(long count, string one) => count switch
    {
        0 => $"no {one}s",
        1 => $"1 {one}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {one}s"),
    };

    /// <summary><c>rejected</c>, <c>truncated</c>, <c>ignored</c> or <c>none</c>.</summary>
    public static string Of(Effect effect) => effect switch
    {
        Effect.Rejected => "rejected",
        Effect.Truncated => "truncated",
        Effect.Ignored => "ignored",
        _ => "none",
    };
}
