using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>
/// A text of 1 to 15 bytes as one 16-byte value: the bytes, zeros, and in the last byte the length in the high four bits. The low four
/// bits are free for the count of tokens, so that a table of keys is a table of counts as well.
/// </summary>
internal static class PretokenKey
{
    /// <summary>The longest text that has a key.</summary>
    public const int MaxLength = 15;

    private static ReadOnlySpan<byte> Ones =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>The key of a text; 16 bytes from its start can be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Of(ref byte text, int length)
    {
        Vector128<byte> mask = Vector128.LoadUnsafe(ref Unsafe.AsRef(in Ones[0]), (nuint)(16 - length));
        return (Vector128.LoadUnsafe(ref text) & mask) | Vector128.Create(0UL, (ulong)(uint)length << 60).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash(Vector128<byte> key)
    {
        Vector128<ulong> halves = key.AsUInt64();
        return (halves.ToScalar() * 0x9E3779B97F4A7C15) + (halves.GetElement(1) * 0xC2B2AE3D27D4EB4F);
    }
}
