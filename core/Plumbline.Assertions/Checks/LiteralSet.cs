using System.ComponentModel;
using System.Text;

namespace Plumbline;

/// <summary>The values of an <c>enum</c> or <c>const</c>, of any type. However many there are, a value is compared with those that share its hash.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LiteralSet
{
    // A hash reads the whole value; a comparison mostly ends at once.
    private const int MostCompared = 4;

    private readonly byte[][] _values;
    private readonly Dictionary<int, byte[][]>? _byHash;

    /// <summary>Creates a set.</summary>
    /// <param name="json">The values as JSON texts, without white space around them.</param>
    public LiteralSet(params string[] json)
    {
        _values = Array.ConvertAll(json, Encoding.UTF8.GetBytes);
        if (_values.Length > MostCompared)
        {
            _byHash = _values.GroupBy(value => JsonEquality.Hash(value)).ToDictionary(alike => alike.Key, WithoutRepeats);
        }
    }

    /// <summary>Whether a well-formed JSON text is equal to one of the values, as JSON Schema defines equality.</summary>
    public bool Contains(ReadOnlySpan<byte> raw)
    {
        foreach (byte[] value in Candidates(raw))
        {
            if (raw.SequenceEqual(value) || JsonEquality.AreEqual(raw, value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The values that a text is compared with: those that share its hash, where there are many.</summary>
    internal byte[][] Candidates(ReadOnlySpan<byte> raw) =>
        _byHash is null ? _values : _byHash.TryGetValue(JsonEquality.Hash(raw), out byte[][]? alike) ? alike : [];

    private static byte[][] WithoutRepeats(IEnumerable<byte[]> alike)
    {
        var distinct = new List<byte[]>();
        foreach (byte[] value in alike)
        {
            if (!distinct.Exists(earlier => JsonEquality.AreEqual(earlier, value)))
            {
                distinct.Add(value);
            }
        }

        return [.. distinct];
    }
}
