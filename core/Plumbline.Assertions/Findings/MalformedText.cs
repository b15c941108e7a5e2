namespace Plumbline;

/// <summary>The rules about text that is not JSON at all, and about names that occur twice: they hold without any schema.</summary>
public static class MalformedText
{
    private const string DuplicateExpected = "each member name once";

    /// <summary>A member name that occurs twice in a line of a dataset: readers keep one of them, so it is a warning.</summary>
    public static Assertion DuplicateInDataset { get; } = new(Rules.DuplicateKey, "", DuplicateExpected);

    /// <summary>A member name that occurs twice in a document (a request body, a schema file): an error.</summary>
    public static Assertion DuplicateInDocument { get; } = new(Rules.DuplicateKey, "", DuplicateExpected, severity: Severity.Error);

    /// <summary>An empty line that is not the last.</summary>
    public static Assertion EmptyLine { get; } = new(Rules.EmptyLine, "", "a JSON value");

    /// <summary>A byte order mark before the first line.</summary>
    public static Assertion ByteOrderMark { get; } = new(Rules.ByteOrderMark, "", "no byte order mark");

    /// <summary>A line that is longer than the run accepts; the fault's actual number is that of its bytes.</summary>
    public static Assertion LineTooLong(long maxBytes) => new(Rules.LineTooLong, "", $"at most {FindingText.Count(maxBytes, "byte")} a line");

    /// <summary>Whether a rule is one of those that say that a text is not JSON (PLB5001 to PLB5006).</summary>
    public static bool Includes(Rule rule) =>
        ReferenceEquals(rule, Rules.MalformedJson) || ReferenceEquals(rule, Rules.InvalidUtf8) || ReferenceEquals(rule, Rules.LoneSurrogate) ||
        ReferenceEquals(rule, Rules.ControlCharacter) || ReferenceEquals(rule, Rules.TooDeep) || ReferenceEquals(rule, Rules.TrailingText);
}
