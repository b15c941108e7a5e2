#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Plumbline.Scanning;

namespace Plumbline;

// The end of a string, 64 bytes at a time: what a finding spans, and the values on the way of a path, are found by it.
public static partial class JsonSyntax
{
    private const int Block = 64;

    // Goes on inside a string to behind its closing quote; false where less than a block of text is left before that.
    private static bool SkipBlocks(ReadOnlySpan<byte> wellFormed, ref int offset)
    {
        ref byte text = ref MemoryMarshal.GetReference(wellFormed);
        ulong carry = 0;
        for (int last = wellFormed.Length - Block; offset <= last;)
        {
            ref byte block = ref Unsafe.Add(ref text, offset);
            ulong quotes = Equal(ref block, (byte)'"') & ~BlockEscapes.Find(Equal(ref block, (byte)'\\'), ref carry);
            if (quotes != 0)
            {
                offset += BitOperations.TrailingZeroCount(quotes) + 1;
                return true;
            }

            offset += Block;
        }

        // The first byte behind the blocks is escaped: whoever goes on begins with its backslash.
        offset -= (int)carry;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Equal(ref byte block, byte value)
    {
        Vector256<byte> values = Vector256.Create(value);
        uint low = Vector256.Equals(Vector256.LoadUnsafe(ref block), values).ExtractMostSignificantBits();
        uint high = Vector256.Equals(Vector256.LoadUnsafe(ref block, Block / 2), values).ExtractMostSignificantBits();
        return low | ((ulong)high << (Block / 2));
    }
}
#endif
