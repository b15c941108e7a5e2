namespace Plumbline.Tokenizers.Tools.Texts;

/// <summary>The same numbers from the same seed, on every version of .NET (SplitMix64).</summary>
public sealed class TextRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0 and below a limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>One of some values.</summary>
    public T Of<T>(ReadOnlySpan<T> values) => values[Below(values.Length)];

    private ulong Next()
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
