using System.Text.Json;

namespace Plumbline;

/// <summary>A text that is not JSON, or breaks its schema, or holds a number that the record's C# type cannot hold.</summary>
/// <remarks>A <see cref="JsonException"/>, so that whoever handles those of System.Text.Json (ASP.NET Core answers 400) handles this one.</remarks>
public sealed class SchemaValidationException : JsonException
{
    /// <summary>Creates an exception without findings.</summary>
    public SchemaValidationException()
        : this([])
    {
    }

    /// <summary>Creates an exception without findings.</summary>
    public SchemaValidationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception without findings.</summary>
    public SchemaValidationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception that tells findings.</summary>
    /// <param name="findings">What is wrong, warnings and notes included, in order of byte offset.</param>
    public SchemaValidationException(IReadOnlyList<Finding> findings)
        : base(Tell(findings)) => Findings = findings;

    /// <summary>What is wrong, in order of byte offset.</summary>
    public IReadOnlyList<Finding> Findings { get; } = [];

    private static string Tell(IReadOnlyList<Finding> findings)
    {
        Finding? first = findings.FirstOrDefault(finding => finding.Severity == Severity.Error);
        int others = findings.Count(finding => finding.Severity == Severity.Error) - 1;
        return first is null
            ? "The JSON is not valid against its schema."
            : $"{first.Line}:{first.Column}: {first.Rule} {first.Message} ({(first.Pointer.Length == 0 ? "the whole value" : first.Pointer)})"
                + (others > 0 ? $", and {others} more" : "");
    }
}
