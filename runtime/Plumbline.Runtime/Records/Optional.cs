using System.Diagnostics.CodeAnalysis;

namespace Plumbline;

/// <summary>A member that may be absent and, when it is present, may be <c>null</c>: the two are told apart.</summary>
/// <remarks>The default value is absent. Members whose schema does not admit <c>null</c> are plain nullable types instead.</remarks>
/// <typeparam name="T">Type of the value; nullable where the schema admits <c>null</c>.</typeparam>
[SuppressMessage("Naming", "CA1716", Justification = "Optional is a keyword of Visual Basic only.")]
public readonly struct Optional<T>(T value) : IEquatable<Optional<T>>
{
    private readonly T _value = value;

    /// <summary>Whether the member is present.</summary>
    public bool HasValue { get; } = true;

    /// <summary>The value of a member that is present.</summary>
    /// <exception cref="InvalidOperationException">The member is absent.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The member is absent; HasValue says so beforehand.");

    /// <summary>The value, or the default of its type (<c>null</c> as a rule) when the member is absent.</summary>
    public T? ValueOrDefault => _value;

    /// <summary>A member that is present.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternative.")]
    public static implicit operator Optional<T>(T value) => new(value);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => HasValue == other.HasValue && ValueEquality<T>.Comparer.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? HashCode.Combine(true, _value is null ? 0 : ValueEquality<T>.Comparer.GetHashCode(_value)) : 0;

    /// <summary>The value as text; <c>(absent)</c> when there is none.</summary>
    public override string ToString() => HasValue ? _value?.ToString() ?? "null" : "(absent)";

    /// <summary>Equality of presence and value.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Inequality of presence or value.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);
}
