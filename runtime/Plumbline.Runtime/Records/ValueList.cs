using System.Collections;
using System.Runtime.CompilerServices;

namespace Plumbline;

/// <summary>An immutable list that is equal to another when their items are. The default value is empty.</summary>
/// <remarks>Collection expressions create it: <c>ValueList&lt;int&gt; list = [1, 2, 3];</c></remarks>
/// <typeparam name="T">Type of the items; its equality decides, with JSON elements compared by value.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[]? _items;

    // Takes the array over: nobody else may hold it.
    internal ValueList(T[] items) => _items = items;

    /// <summary>Number of items.</summary>
    public int Count => _items is null ? 0 : _items.Length;

    /// <summary>The item at an index, from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such item.</exception>
    public T this[int index] => Items[index];

    /// <summary>The items, in place.</summary>
    public ReadOnlySpan<T> Span => _items;

    private T[] Items => _items ?? [];

    /// <summary>Enumerates without allocating.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => Span.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Items.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ValueList<T> other) => Span.SequenceEqual(other.Span, ValueEquality<T>.Comparer);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T item in Span)
        {
            hash.Add(item, ValueEquality<T>.Comparer);
        }

        return hash.ToHashCode();
    }

    /// <summary>The items as text: <c>[1, 2, 3]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", Items)}]";

    /// <summary>Equality by items.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Inequality by items.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);
}

/// <summary>Creates <see cref="ValueList{T}"/> values.</summary>
public static class ValueList
{
    /// <summary>Creates a list of copies of the items given.</summary>
    public static ValueList<T> Create<T>(params ReadOnlySpan<T> items) => new(items.ToArray());

    /// <summary>Creates a list of the items given.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new([.. items]);
}
