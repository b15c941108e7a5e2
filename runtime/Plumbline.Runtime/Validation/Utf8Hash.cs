using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plumbline;

/// <summary>Hashes short texts: member names, enum values. Seeded once a process, so that no file can be written to collide.</summary>
internal static class Utf8Hash
{
    private const ulong Odd = 0x9E37_79B9_7F4A_7C15; // 2^64 divided by the golden ratio

    // Strings hash by a secret of the process, which is at hand when a generator of random numbers is yet to be made.
    private static readonly ulong Seed = Secret("seed", "of texts");
    private static readonly ulong OtherSeed = Secret("other", "seed of words");

    /// <summary>Hashes a text of any length.</summary>
    public static uint Of(ReadOnlySpan<byte> text) => (uint)(LongOf(text) >> 32);

    /// <summary>Hashes two words, each of which data may choose.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left ^ Seed, right ^ OtherSeed, out ulong low);
        return (uint)((high ^ low) >> 32);
    }

    /// <summary>Hashes a text of any length, to 64 bits.</summary>
    public static ulong LongOf(ReadOnlySpan<byte> text)
    {
        ulong hash = Seed ^ (uint)text.Length;
        ref byte first = ref MemoryMarshal.GetReference(text);
        nint length = text.Length;
        nint at = 0;
        for (; at + sizeof(ulong) < length; at += sizeof(ulong))
        {
            hash = Fold(hash ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, at)));
        }

        return Fold(hash ^ Last(ref first, length));
    }

    private static ulong Secret(string high, string low) =>
        ((ulong)(uint)high.GetHashCode(StringComparison.Ordinal) << 32) | (uint)low.GetHashCode(StringComparison.Ordinal) | 1;

    // The last eight bytes, some of them hashed before; of a shorter text all bytes, some of them twice. The length is in the hash already.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Last(ref byte first, nint length)
    {
        if (length >= sizeof(ulong))
        {
            return Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, length - sizeof(ulong)));
        }

        if (length >= sizeof(uint))
        {
            return Unsafe.ReadUnaligned<uint>(ref first) | ((ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, length - sizeof(uint))) << 32);
        }

        return length == 0 ? 0 : first | ((ulong)Unsafe.Add(ref first, length >> 1) << 8) | ((ulong)Unsafe.Add(ref first, length - 1) << 16);
    }

    // Both halves of the 128-bit product: a bit anywhere reaches every bit of the result.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong value)
    {
        ulong high = Math.BigMul(value, Odd ^ Seed, out ulong low);
        return high ^ low;
    }
}
