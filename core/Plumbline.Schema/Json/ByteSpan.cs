namespace Plumbline.Schema.Json;

/// <summary>A range of bytes in a UTF-8 text.</summary>
/// <param name="Start">First byte, from 0.</param>
/// <param name="Length">Number of bytes; 0 for a place between two bytes.</param>
public readonly record struct ByteSpan(int Start, int Length)
{
    /// <summary>The byte after the last one.</summary>
    public int End => Start + Length;

    /// <summary>The span between two offsets.</summary>
    public static ByteSpan Between(int start, int end) => new(start, end - start);
}
