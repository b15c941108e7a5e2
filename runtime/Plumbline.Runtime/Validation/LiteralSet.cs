using System.ComponentModel;
using System.Text;

namespace Plumbline;

/// <summary>The values of an <c>enum</c> or <c>const</c>, of any type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LiteralSet
{
    private readonly byte[][] _values;

    /// <summary>Creates a set.</summary>
    /// <param name="json">The values as JSON texts, without white space around them.</param>
    public LiteralSet(params string[] json) => _values = Array.ConvertAll(json, Encoding.UTF8.GetBytes);

    /// <summary>Whether a well-formed JSON text is equal to one of the values, as JSON Schema defines equality.</summary>
    internal bool Contains(ReadOnlySpan<byte> raw)
    {
        foreach (byte[] value in _values)
        {
            if (raw.SequenceEqual(value) || JsonEquality.AreEqual(raw, value))
            {
                return true;
            }
        }

        return false;
    }
}
