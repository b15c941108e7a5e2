using System.Collections;

namespace Plumbline.Datasets;

/// <summary>Findings a rule, in order of rule id. There are few rules, and a file breaks fewer still: a search among them in turn is faster than a
/// table.</summary>
internal sealed class RuleTally : IReadOnlyList<KeyValuePair<Rule, long>>
{
    private Rule[] _rules = new Rule[8];
    private long[] _counts = new long[8];

    /// <summary>How many rules have findings.</summary>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public KeyValuePair<Rule, long> this[int index] =>
        index < Count ? new(_rules[index], _counts[index]) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Findings of one rule.</summary>
    public long Of(Rule rule) => Array.IndexOf(_rules, rule, 0, Count) is >= 0 and int at ? _counts[at] : 0;

    /// <summary>Adds findings of a rule.</summary>
    public void Add(Rule rule, long count)
    {
        for (int i = 0; i < Count; i++)
        {
            if (ReferenceEquals(_rules[i], rule))
            {
                _counts[i] = DatasetSummary.Saturated(_counts[i], count);
                return;
            }
        }

        Insert(rule, count);
    }

    /// <summary>Adds all findings of another tally.</summary>
    public void Add(RuleTally other)
    {
        for (int i = 0; i < other.Count; i++)
        {
            Add(other._rules[i], other._counts[i]);
        }
    }

    /// <summary>Whether the same rules have the same numbers of findings.</summary>
    public bool Holds(RuleTally other) =>
        _rules.AsSpan(0, Count).SequenceEqual(other._rules.AsSpan(0, other.Count))
            && _counts.AsSpan(0, Count).SequenceEqual(other._counts.AsSpan(0, other.Count));

    /// <summary>A tally of its own with the same counts.</summary>
    public RuleTally Copy()
    {
        var copy = new RuleTally();
        copy.Add(this);
        return copy;
    }

    /// <summary>Forgets all findings.</summary>
    public void Clear()
    {
        Array.Clear(_rules);
        Count = 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<Rule, long>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Insert(Rule rule, long count)
    {
        if (Count == _rules.Length)
        {
            Array.Resize(ref _rules, Count * 2);
            Array.Resize(ref _counts, Count * 2);
        }

        int at = Count;
        for (; at > 0 && string.CompareOrdinal(_rules[at - 1].Id, rule.Id) > 0; at--)
        {
            _rules[at] = _rules[at - 1];
            _counts[at] = _counts[at - 1];
        }

        _rules[at] = rule;
        _counts[at] = count;
        Count++;
    }
}
