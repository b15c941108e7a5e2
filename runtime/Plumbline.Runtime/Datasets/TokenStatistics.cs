namespace Plumbline;

/// <summary>How many tokens the texts of one field have: exact, as a <see cref="Distribution"/> of the counts.</summary>
public sealed partial class TokenStatistics : IEquatable<TokenStatistics>
{
    /// <summary>The <see cref="Path"/> that stands for all fields of a dataset which has too many to tell apart.</summary>
    public const string AllFields = "(all fields)";

    private readonly Distribution _tokens = new();

    internal TokenStatistics(string path) => Path = path;

    /// <summary>Where the texts stand in an example: a JSON Pointer in which <c>*</c> stands for every item of an array, or <see cref="AllFields"/>.</summary>
    public string Path { get; }

    /// <summary>Examples that have at least one text here; for <see cref="AllFields"/>, the sum of that over the fields.</summary>
    public long Examples { get; private set; }

    /// <summary>Tokens a text, as they are spread.</summary>
    public Distribution Counts => _tokens;

    /// <summary>Number of texts.</summary>
    public long Texts => _tokens.Count;

    /// <summary>Tokens of all texts.</summary>
    public long Total => _tokens.Total;

    /// <summary>Tokens a text, on average.</summary>
    public double Mean => _tokens.Mean;

    /// <summary>Tokens of the longest text.</summary>
    public long Max => _tokens.Max;

    /// <summary>How the texts are spread: buckets of 0, 1, 2 to 3, 4 to 7 tokens and so on, from the first to the last that holds a text.</summary>
    public IReadOnlyList<Bucket> Histogram => _tokens.Histogram;

    /// <summary>The percentiles by nearest rank: for each, the fewest tokens that so many percent of the texts do not exceed.</summary>
    /// <param name="percents">From 0 to 100, in ascending order.</param>
    public long[] Percentiles(params ReadOnlySpan<int> percents) => _tokens.Percentiles(percents);

    /// <inheritdoc/>
    public bool Equals(TokenStatistics? other) =>
        other is not null && Path == other.Path && Examples == other.Examples && _tokens.Equals(other._tokens);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TokenStatistics);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, Examples, _tokens);

    /// <summary>Counts, for a person who debugs.</summary>
    public override string ToString() => FormattableString.Invariant($"{Path}: {Examples} examples, {Texts} texts, {Total} tokens");

    internal void Add(long tokens, bool isFirstOfExample)
    {
        Examples += isFirstOfExample ? 1 : 0;
        _tokens.Add(tokens);
    }

    internal void Absorb(TokenStatistics next)
    {
        Examples += next.Examples;
        _tokens.Absorb(next._tokens);
    }

    internal void Clear()
    {
        Examples = 0;
        _tokens.Clear();
    }
}
