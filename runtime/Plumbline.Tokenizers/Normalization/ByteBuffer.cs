using System.Runtime.CompilerServices;

namespace Plumbline.Tokenizers.Normalization;

/// <summary>Bytes that grow and are used again; 16 more than are written can always be read.</summary>
internal sealed class ByteBuffer
{
    /// <summary>How many bytes can be read behind what is written.</summary>
    public const int Padding = 16;

    private byte[] bytes = new byte[4096];

    public int Length { get; private set; }

    public ref byte First => ref bytes[0];

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Truncate(int length) => Length = length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(ReadOnlySpan<byte> added)
    {
        if (Length + added.Length + Padding > bytes.Length)
        {
            Grow(added.Length);
        }

        added.CopyTo(bytes.AsSpan(Length));
        Length += added.Length;
    }

    private void Grow(int added) => Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + added + Padding));
}
