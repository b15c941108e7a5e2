using System.Runtime.CompilerServices;

namespace Plumbline;

/// <summary>
/// Pinned bytes with room to spare on both sides, so that scanning loops need no bounds checks: they may read up to
/// <see cref="Padding"/> bytes before the first byte and after the last, and they always meet a sentinel at the end.
/// </summary>
/// <remarks>
/// <para>Layout: <c>[Padding bytes][Capacity bytes of text][Padding bytes]</c>. Whoever fills the buffer calls
/// <see cref="SealLines"/> or <see cref="SealDocument"/> with the length of the text, before anything is judged in it.</para>
/// <para>The memory is an array on the pinned heap. It lives as long as this object is reachable; code that holds only a pointer
/// must keep the buffer alive.</para>
/// </remarks>
public sealed unsafe class PaddedBuffer
{
    /// <summary>Readable bytes before the text and after it.</summary>
    public const int Padding = 64;

    private readonly byte[]? _owned;

    /// <summary>Creates a buffer for a text of at most <paramref name="capacity"/> bytes.</summary>
    public PaddedBuffer(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, Array.MaxLength - (2 * Padding));
        _owned = GC.AllocateUninitializedArray<byte>(capacity + (2 * Padding), pinned: true);
        Capacity = capacity;
        Pointer = (byte*)Unsafe.AsPointer(ref _owned[Padding]);
        new Span<byte>(Pointer - Padding, Padding).Clear();
        SealDocument(0);
    }

    /// <summary>A view of memory that someone else owns: what a test places at the edge of a guard page.</summary>
    internal PaddedBuffer(byte* text, int capacity)
    {
        Pointer = text;
        Capacity = capacity;
    }

    /// <summary>The most bytes that a text may have.</summary>
    public int Capacity { get; }

    /// <summary>Bytes of text, as last sealed. The sentinel stands at this offset.</summary>
    public nint Length { get; private set; }

    /// <summary>Where a text is written before the buffer is sealed: <see cref="Capacity"/> bytes.</summary>
    public Span<byte> Span => new(Pointer, Capacity);

    /// <summary>The sealed text.</summary>
    public ReadOnlySpan<byte> Text => new(Pointer, (int)Length);

    internal byte* Pointer { get; }

    /// <summary>Ends a text of lines: a line feed stands after it, so that the last line ends too when the file has no final one.</summary>
    /// <param name="length">Bytes of text.</param>
    public void SealLines(nint length) => Seal(length, (byte)'\n');

    /// <summary>Ends a text that is one document: a zero stands after it, where no token can start.</summary>
    /// <param name="length">Bytes of text.</param>
    public void SealDocument(nint length) => Seal(length, 0);

    /// <summary>Offset of the first line feed at or after an offset of a text of lines; <see cref="Length"/> where there is none before the end.</summary>
    public nint FindLineFeed(nint offset)
    {
        // The framework's search is vectorized for every width already; the spans are shorter than 2 GB by construction.
        int found = new ReadOnlySpan<byte>(Pointer + offset, (int)(Length - offset)).IndexOf((byte)'\n');
        return found < 0 ? Length : offset + found;
    }

    private void Seal(nint length, byte sentinel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(checked((int)length), nameof(length));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)length, Capacity, nameof(length));
        Length = length;
        Pointer[length] = sentinel;
        new Span<byte>(Pointer + length + 1, Padding - 1).Clear();
    }
}
