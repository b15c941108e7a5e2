using System.Runtime.InteropServices;

namespace Plumbline;

/// <summary>
/// How many tokens the texts of one field have: exact, as every count of tokens is kept with the number of texts that have it. That table is small: texts of
/// <c>n</c> different counts have at least <c>n * n / 2</c> tokens together, so that a million rows take a terabyte of text.
/// </summary>
public sealed partial class TokenStatistics : IEquatable<TokenStatistics>
{
    /// <summary>The <see cref="Path"/> that stands for all fields of a dataset which has too many to tell apart.</summary>
    public const string AllFields = "(all fields)";

    private readonly Dictionary<long, long> _texts = [];

    internal TokenStatistics(string path) => Path = path;

    /// <summary>Where the texts stand in an example: a JSON Pointer in which <c>*</c> stands for every item of an array, or <see cref="AllFields"/>.</summary>
    public string Path { get; }

    /// <summary>Examples that have at least one text here; for <see cref="AllFields"/>, the sum of that over the fields.</summary>
    public long Examples { get; private set; }

    /// <summary>Number of texts.</summary>
    public long Texts { get; private set; }

    /// <summary>Tokens of all texts.</summary>
    public long Total { get; private set; }

    /// <summary>Tokens a text, on average.</summary>
    public double Mean => Texts == 0 ? 0 : (double)Total / Texts;

    /// <summary>Tokens of the longest text.</summary>
    public long Max => _texts.Count == 0 ? 0 : _texts.Keys.Max();

    /// <summary>How the texts are spread: buckets of 0, 1, 2 to 3, 4 to 7 tokens and so on, from the first to the last that holds a text.</summary>
    public IReadOnlyList<TokenBucket> Histogram
    {
        get
        {
            long[] texts = new long[64];
            foreach ((long tokens, long count) in _texts)
            {
                texts[BucketOf(tokens)] += count;
            }

            int first = Array.FindIndex(texts, static count => count > 0);
            int last = Array.FindLastIndex(texts, static count => count > 0);
            return first < 0 ? [] : [.. Enumerable.Range(first, last - first + 1).Select(i => new TokenBucket(i == 0 ? 0 : 1L << (i - 1), (1L << i) - 1, texts[i]))];
        }
    }

    /// <summary>The percentiles by nearest rank: for each, the fewest tokens that so many percent of the texts do not exceed.</summary>
    /// <param name="percents">From 0 to 100, in ascending order.</param>
    public long[] Percentiles(params ReadOnlySpan<int> percents)
    {
        long[] answers = new long[percents.Length];
        int next = 0;
        long seen = 0;
        foreach ((long tokens, long count) in _texts.OrderBy(static row => row.Key))
        {
            seen += count;

            // In 128 bits: exact for any number of texts.
            while (next < percents.Length && (Int128)seen * 100 >= (Int128)Texts * percents[next])
            {
                answers[next++] = tokens;
            }
        }

        return answers;
    }

    /// <inheritdoc/>
    public bool Equals(TokenStatistics? other) =>
        other is not null && Path == other.Path && Examples == other.Examples && Texts == other.Texts && Total == other.Total &&
        _texts.Count == other._texts.Count && _texts.All(row => other._texts.GetValueOrDefault(row.Key) == row.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TokenStatistics);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, Examples, Texts, Total);

    /// <summary>Counts, for a person who debugs.</summary>
    public override string ToString() => FormattableString.Invariant($"{Path}: {Examples} examples, {Texts} texts, {Total} tokens");

    internal void Add(long tokens, bool isFirstOfExample)
    {
        Examples += isFirstOfExample ? 1 : 0;
        AddTexts(tokens, 1);
    }

    internal void Absorb(TokenStatistics next)
    {
        Examples += next.Examples;
        foreach ((long tokens, long count) in next._texts)
        {
            AddTexts(tokens, count);
        }
    }

    internal void Clear()
    {
        Examples = 0;
        Texts = 0;
        Total = 0;
        _texts.Clear();
    }

    private static int BucketOf(long tokens) => 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)tokens);

    private void AddTexts(long tokens, long count)
    {
        ref long texts = ref CollectionsMarshal.GetValueRefOrAddDefault(_texts, tokens, out _);
        texts += count;
        Texts += count;
        Total += tokens * count;
    }
}

/// <summary>A bucket of a histogram.</summary>
/// <param name="From">The fewest tokens of a text in it.</param>
/// <param name="To">The most tokens of a text in it.</param>
/// <param name="Texts">How many texts are in it.</param>
public readonly record struct TokenBucket(long From, long To, long Texts);
