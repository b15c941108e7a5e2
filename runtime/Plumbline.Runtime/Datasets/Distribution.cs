using System.Numerics;
using System.Runtime.InteropServices;

namespace Plumbline;

/// <summary>How a count is spread: every value with the number of times that it was met, so that whatever is told of it is exact.</summary>
/// <remarks>The table is small: <c>n</c> different counts add up to at least <c>n * n / 2</c>, so that a million rows take a terabyte of text.</remarks>
public sealed class Distribution : IEquatable<Distribution>
{
    // Values below this have a place in a table, which nearly all counts are; the few others are looked up.
    private const int MostPlaces = 4096;

    private readonly Dictionary<long, long> _others = [];

    // Grows with the values that are met.
    private long[] _places = [];

    /// <summary>Each value and how often it was met, in ascending order: all that there is to a distribution.</summary>
    public IEnumerable<KeyValuePair<long, long>> Rows
    {
        get
        {
            for (int value = 0; value < _places.Length; value++)
            {
                if (_places[value] != 0)
                {
                    yield return new(value, _places[value]);
                }
            }

            foreach (KeyValuePair<long, long> row in _others.OrderBy(static row => row.Key))
            {
                yield return row;
            }
        }
    }

    /// <summary>How many values there are.</summary>
    public long Count { get; private set; }

    /// <summary>The sum of them.</summary>
    public long Total { get; private set; }

    /// <summary>Their mean.</summary>
    public double Mean => Count == 0 ? 0 : (double)Total / Count;

    /// <summary>The least of them.</summary>
    public long Min => Rows.FirstOrDefault().Key;

    /// <summary>The greatest of them.</summary>
    public long Max => Rows.LastOrDefault().Key;

    /// <summary>Buckets of 0, 1, 2 to 3, 4 to 7 and so on, from the first to the last that holds a value.</summary>
    public IReadOnlyList<Bucket> Histogram
    {
        get
        {
            long[] times = new long[64];
            foreach ((long value, long count) in Rows)
            {
                times[64 - BitOperations.LeadingZeroCount((ulong)value)] += count;
            }

            int first = Array.FindIndex(times, static count => count > 0);
            int last = Array.FindLastIndex(times, static count => count > 0);
            return first < 0 ? [] : [.. Enumerable.Range(first, last - first + 1).Select(i => new Bucket(i == 0 ? 0 : 1L << (i - 1), (1L << i) - 1, times[i]))];
        }
    }

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value, from 0.</param>
    /// <param name="times">How often it was met.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is below 0.</exception>
    public void Add(long value, long times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (value < MostPlaces)
        {
            if (value >= _places.Length)
            {
                Array.Resize(ref _places, (int)BitOperations.RoundUpToPowerOf2((uint)value + 1));
            }

            _places[value] += times;
        }
        else
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_others, value, out _) += times;
        }

        Count += times;
        Total += value * times;
    }

    /// <summary>Adds the values of another.</summary>
    /// <param name="other">The other one; stays as it is.</param>
    public void Absorb(Distribution other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int value = 0; value < other._places.Length; value++)
        {
            if (other._places[value] != 0)
            {
                Add(value, other._places[value]);
            }
        }

        foreach ((long value, long times) in other._others)
        {
            Add(value, times);
        }
    }

    /// <summary>Forgets all values.</summary>
    public void Clear()
    {
        Array.Clear(_places);
        _others.Clear();
        Count = 0;
        Total = 0;
    }

    /// <summary>Percentiles by nearest rank: for each, the least value that so many percent do not exceed.</summary>
    /// <param name="percents">From 0 to 100, in ascending order.</param>
    public long[] Percentiles(params ReadOnlySpan<int> percents)
    {
        long[] answers = new long[percents.Length];
        int next = 0;
        long seen = 0;
        foreach ((long value, long times) in Rows)
        {
            seen += times;

            // In 128 bits: exact for any number of values.
            while (next < percents.Length && (Int128)seen * 100 >= (Int128)Count * percents[next])
            {
                answers[next++] = value;
            }
        }

        return answers;
    }

    /// <inheritdoc/>
    public bool Equals(Distribution? other) =>
        other is not null && Count == other.Count && Total == other.Total && Rows.SequenceEqual(other.Rows);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Distribution);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Total);
}

/// <summary>A bucket of a histogram.</summary>
/// <param name="From">The least value in it.</param>
/// <param name="To">The greatest value in it.</param>
/// <param name="Count">How many values are in it.</param>
public readonly record struct Bucket(long From, long To, long Count);
