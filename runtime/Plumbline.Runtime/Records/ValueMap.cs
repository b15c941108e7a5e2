using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Plumbline;

/// <summary>An immutable map from member names to values that keeps the order of its members and is equal to another with the same
/// members in any order. The default value is empty.</summary>
/// <remarks>Collection expressions create it: <c>ValueMap&lt;int&gt; map = [new("a", 1), new("b", 2)];</c></remarks>
/// <typeparam name="T">Type of the values; its equality decides, with JSON elements compared by value.</typeparam>
[CollectionBuilder(typeof(ValueMap), nameof(ValueMap.Create))]
public readonly struct ValueMap<T> : IReadOnlyDictionary<string, T>, IEquatable<ValueMap<T>>
{
    // OrderedDictionary keeps the place of a name's first occurrence while its value may be replaced: what duplicates need.
    private readonly OrderedDictionary<string, T>? _members;

    // Takes the dictionary over: nobody else may hold it.
    internal ValueMap(OrderedDictionary<string, T>? members) => _members = members;

    /// <summary>Number of members.</summary>
    public int Count => _members is null ? 0 : _members.Count;

    /// <summary>Names, in order.</summary>
    public IEnumerable<string> Keys => _members is null ? [] : _members.Keys;

    /// <summary>Values, in order of their names.</summary>
    public IEnumerable<T> Values => _members is null ? [] : _members.Values;

    /// <summary>The value of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such member.</exception>
    public T this[string key] => TryGetValue(key, out T? value) ? value : throw new KeyNotFoundException($"There is no member \"{key}\".");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _members is not null && _members.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return _members is not null && _members.TryGetValue(key, out value);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() =>
        _members is null ? Enumerable.Empty<KeyValuePair<string, T>>().GetEnumerator() : _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ValueMap<T> other)
    {
        if (Count != other.Count)
        {
            return false;
        }

        foreach (KeyValuePair<string, T> member in this)
        {
            if (!other.TryGetValue(member.Key, out T? value) || !ValueEquality<T>.Comparer.Equals(member.Value, value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueMap<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Count;
        foreach (KeyValuePair<string, T> member in this)
        {
            // A sum, so that the order of members does not show.
            hash += HashCode.Combine(member.Key, member.Value is null ? 0 : ValueEquality<T>.Comparer.GetHashCode(member.Value));
        }

        return hash;
    }

    /// <summary>The members as text: <c>{a: 1, b: 2}</c>.</summary>
    public override string ToString() => $"{{{string.Join(", ", this.Select(member => $"{member.Key}: {member.Value}"))}}}";

    /// <summary>Equality by members.</summary>
    public static bool operator ==(ValueMap<T> left, ValueMap<T> right) => left.Equals(right);

    /// <summary>Inequality by members.</summary>
    public static bool operator !=(ValueMap<T> left, ValueMap<T> right) => !left.Equals(right);
}

/// <summary>Creates <see cref="ValueMap{T}"/> values.</summary>
public static class ValueMap
{
    /// <summary>Creates a map of the members given; of a name that is given twice, the last value is kept.</summary>
    public static ValueMap<T> Create<T>(params ReadOnlySpan<KeyValuePair<string, T>> members)
    {
        var map = new OrderedDictionary<string, T>(members.Length, StringComparer.Ordinal);
        foreach (KeyValuePair<string, T> member in members)
        {
            map[member.Key] = member.Value;
        }

        return new(map);
    }

    /// <summary>Creates a map of the members given; of a name that is given twice, the last value is kept.</summary>
    public static ValueMap<T> ToValueMap<T>(this IEnumerable<KeyValuePair<string, T>> members) => Create([.. members]);
}
