namespace Plumbline;

/// <summary>What is reported of a member name that occurs twice in one object. Every occurrence is judged in any case.</summary>
public enum DuplicateKeyPolicy : byte
{
    /// <summary>An error: documents, request bodies.</summary>
    Error,

    /// <summary>A warning: lines of a dataset.</summary>
    Warning,

    /// <summary>Nothing.</summary>
    Ignore,
}

/// <summary>How values are judged, apart from their schema.</summary>
public sealed record ValidationOptions
{
    /// <summary>For single documents: duplicate keys are errors.</summary>
    public static ValidationOptions Document { get; } = new();

    /// <summary>For lines of a dataset: duplicate keys are warnings.</summary>
    public static ValidationOptions DatasetLines { get; } = new() { DuplicateKeys = DuplicateKeyPolicy.Warning };

    /// <summary>The most arrays and objects that may be open inside each other; 64 unless said.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>What is reported of duplicate keys.</summary>
    public DuplicateKeyPolicy DuplicateKeys { get; init; } = DuplicateKeyPolicy.Error;

    /// <summary>Whether <c>format</c> is asserted (rule <c>format</c>); else it is an annotation, save in dialects whose vocabulary asserts it.
    /// Formats that <see cref="StringFormat"/> does not know are annotations in any case.</summary>
    public bool AssertFormats { get; init; }

    /// <summary>Counts tokens for <c>x-minTokens</c> and <c>x-maxTokens</c>; without one these keywords are not judged.</summary>
    public ITokenCounter? TokenCounter { get; init; }

    /// <summary>Texts of the job's parameters that stand in, in token sums, for values that an example lacks.</summary>
    public IReadOnlyList<DefaultText> DefaultTexts { get; init; } = [];
}
