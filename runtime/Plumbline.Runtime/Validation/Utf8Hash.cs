using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plumbline;

/// <summary>Hashes short texts: member names, enum values. Seeded once a process, so that no file can be written to collide.</summary>
internal static class Utf8Hash
{
    private const ulong Odd = 0x9E37_79B9_7F4A_7C15; // 2^64 divided by the golden ratio

    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64() | 1;

    /// <summary>Hashes a text of any length.</summary>
    public static uint Of(ReadOnlySpan<byte> text)
    {
        ulong hash = Seed ^ (uint)text.Length;
        ref byte first = ref MemoryMarshal.GetReference(text);
        nint left = text.Length;
        for (; left >= 8; left -= 8)
        {
            hash = Fold(hash ^ Unsafe.ReadUnaligned<ulong>(ref first));
            first = ref Unsafe.Add(ref first, 8);
        }

        ulong tail = 0;
        for (nint i = 0; i < left; i++)
        {
            tail |= (ulong)Unsafe.Add(ref first, i) << (int)(8 * i);
        }

        hash = Fold(hash ^ tail);
        return (uint)(hash >> 32);
    }

    // Both halves of the 128-bit product: a bit anywhere reaches every bit of the result.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong value)
    {
        ulong high = Math.BigMul(value, Odd ^ Seed, out ulong low);
        return high ^ low;
    }
}
