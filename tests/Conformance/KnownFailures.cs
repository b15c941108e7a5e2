namespace Plumbline.Tests.Conformance;

/// <summary>An optional test of the suite that fails, and why that is right or must be.</summary>
/// <param name="Draft">The draft's folder.</param>
/// <param name="Test">The test, as <see cref="SuiteRun.Failed"/> writes it.</param>
/// <param name="Reason">The specification's word, or the limit of the platform.</param>
public sealed record KnownFailure(string Draft, string Test, string Reason);

/// <summary>Every optional test that fails. The run compares in both directions: one that passes must leave this list.</summary>
public static class KnownFailures
{
    public static IReadOnlyList<KnownFailure> All { get; } =
    [
        .. Content("validation of string-encoded content based on media type | an invalid JSON document"),
        .. Content("validation of binary string-encoding | an invalid base64 string (% is not a valid character)"),
        .. Content("validation of binary-encoded media type documents | a validly-encoded invalid JSON document"),
        .. Content("validation of binary-encoded media type documents | an invalid base64 string that is valid JSON"),
    ];

    private static KnownFailure[] Content(string test) =>
    [
        new("draft7", $"optional/content.json | {test}", "content* are annotations: draft 7 (validation, 8.2) says MAY, and 2019-09 and later say SHOULD NOT"),
    ];
}
