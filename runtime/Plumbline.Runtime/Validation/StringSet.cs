using System.ComponentModel;

namespace Plumbline;

/// <summary>The values of an <c>enum</c> that holds strings only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StringSet
{
    private readonly Utf8Index _index;

    /// <summary>Creates a set.</summary>
    /// <param name="assertion">What is reported of another value.</param>
    /// <param name="values">The strings, unescaped.</param>
    public StringSet(Assertion assertion, params string[] values)
    {
        Assertion = assertion;
        _index = new Utf8Index(values);
    }

    /// <summary>What is reported of another value.</summary>
    public Assertion Assertion { get; }

    /// <summary>Whether an unescaped text is one of the strings.</summary>
    internal bool Contains(ReadOnlySpan<byte> text) => _index.Find(text) >= 0;
}
