using Plumbline.Datasets;

namespace Plumbline;

/// <summary>
/// What a run found out about a dataset: the value that a dataset is folded into, line by line. Summaries merge associatively, so that
/// threads, byte ranges and machines come to the same answer as one pass.
/// </summary>
/// <remarks>All counts are exact, also those of findings that were not kept. Sums that would pass <see cref="long.MaxValue"/> stay there.</remarks>
public sealed partial class DatasetSummary : IEquatable<DatasetSummary>
{
    private readonly RuleTally _rules = new();
    private readonly long[] _severities = new long[(int)Severity.Note + 1];
    private readonly long[] _effects = new long[(int)Effect.Ignored + 1];
    private long[] _counters;
    private TokenFields? _tokens;

    internal DatasetSummary(int counters) => _counters = counters == 0 ? [] : new long[counters];

    /// <summary>Lines, malformed and empty ones included.</summary>
    public long Lines { get; internal set; }

    /// <summary>Lines that hold one JSON value, valid or not. A malformed line is no example.</summary>
    public long Examples { get; internal set; }

    /// <summary>Examples and other lines with at least one error.</summary>
    public long FaultyLines { get; internal set; }

    /// <summary>Bytes of the text (of a compressed file: uncompressed), line endings and a byte order mark included.</summary>
    public long Bytes { get; internal set; }

    /// <summary>Totals over all examples, in the order of the schema's <c>x-dataset/totals</c>.</summary>
    public IReadOnlyList<long> Counters => _counters;

    /// <summary>One of <see cref="Counters"/>.</summary>
    /// <param name="index">Its place among them.</param>
    /// <exception cref="IndexOutOfRangeException">There is none at that place.</exception>
    public long CounterAt(int index) => _counters[index];

    /// <summary>Tokens of the strings of all examples, field by field in the order of first sight; empty unless <see cref="DatasetOptions.CountTokens"/> is
    /// set.</summary>
    public IReadOnlyList<TokenStatistics> Tokens => _tokens?.InOrder ?? [];

    /// <summary>Findings of severity error.</summary>
    public long Errors => _severities[(int)Severity.Error];

    /// <summary>Findings of severity warning.</summary>
    public long Warnings => _severities[(int)Severity.Warning];

    /// <summary>Findings of severity note.</summary>
    public long Notes => _severities[(int)Severity.Note];

    /// <summary>Findings of any severity.</summary>
    public long Findings => Saturated(Saturated(Errors, Warnings), Notes);

    /// <summary>Findings that were left aside because of their rules (<see cref="DatasetOptions.IgnoredRules"/>); part of no other count.</summary>
    public long Ignored { get; internal set; }

    /// <summary>Whether the whole input was read; false where the run was cancelled or ended at a finding.</summary>
    public bool IsComplete { get; internal set; } = true;

    /// <summary>Findings a rule, in order of rule id; rules without findings are absent.</summary>
    public IReadOnlyList<KeyValuePair<Rule, long>> RuleCounts => _rules.Copy();

    /// <summary>Findings of one rule.</summary>
    public long CountOf(Rule rule) => _rules.Of(rule);

    /// <summary>Findings about values with which a service does one thing.</summary>
    public long CountOf(Effect effect) => _effects[(int)effect];

    /// <summary>The summary of two datasets, or of two parts of one, read one after the other.</summary>
    public static DatasetSummary Merge(DatasetSummary first, DatasetSummary second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var merged = new DatasetSummary(0);
        merged.Absorb(first);
        merged.Absorb(second);
        return merged;
    }

    /// <inheritdoc/>
    public bool Equals(DatasetSummary? other) =>
        other is not null && Lines == other.Lines && Examples == other.Examples && FaultyLines == other.FaultyLines && Bytes == other.Bytes &&
        Ignored == other.Ignored && IsComplete == other.IsComplete && _counters.AsSpan().SequenceEqual(other._counters) &&
        _severities.AsSpan().SequenceEqual(other._severities) && _effects.AsSpan().SequenceEqual(other._effects) &&
        Tokens.SequenceEqual(other.Tokens) &&
        _rules.Holds(other._rules);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DatasetSummary);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Lines, Examples, FaultyLines, Bytes, Errors, Warnings, Notes);

    /// <summary>Counts, for a person who debugs.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Lines} lines, {Examples} examples, {Bytes} bytes, {Errors} errors, {Warnings} warnings, {Notes} notes");

    internal void Count(Rule rule, Severity severity, Effect effect)
    {
        _rules.Add(rule, 1);
        Raise(_severities, (int)severity, 1);
        Raise(_effects, (int)effect, 1);
    }

    internal void CountValues(ReadOnlySpan<long> counters)
    {
        for (int i = 0; i < counters.Length; i++)
        {
            Raise(_counters, i, counters[i]);
        }
    }

    internal void Absorb(IReadOnlyList<TokenStatistics> tokens)
    {
        if (tokens.Count > 0)
        {
            _tokens ??= new TokenFields();
            _tokens.Absorb(tokens);
        }
    }

    internal void Absorb(DatasetSummary next)
    {
        Absorb(next.Tokens);
        Lines = Saturated(Lines, next.Lines);
        Examples = Saturated(Examples, next.Examples);
        FaultyLines = Saturated(FaultyLines, next.FaultyLines);
        Bytes = Saturated(Bytes, next.Bytes);
        Ignored = Saturated(Ignored, next.Ignored);
        IsComplete &= next.IsComplete;
        if (_counters.Length < next._counters.Length)
        {
            Array.Resize(ref _counters, next._counters.Length);
        }

        CountValues(next._counters);
        for (int i = 0; i < _severities.Length; i++)
        {
            Raise(_severities, i, next._severities[i]);
        }

        for (int i = 0; i < _effects.Length; i++)
        {
            Raise(_effects, i, next._effects[i]);
        }

        _rules.Add(next._rules);
    }

    internal void Clear()
    {
        Lines = 0;
        Examples = 0;
        FaultyLines = 0;
        Bytes = 0;
        Ignored = 0;
        IsComplete = true;
        Array.Clear(_counters);
        Array.Clear(_severities);
        Array.Clear(_effects);
        _rules.Clear();
    }

    // Counts are never negative, so that only one side can overflow; min(a + b, max) is associative.
    internal static long Saturated(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;

    private static void Raise(long[] counts, int index, long by) => counts[index] = Saturated(counts[index], by);
}
