using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Plumbline.Scanning;

/// <summary>
/// Finds the end of an object or array that is known to be well-formed, 64 bytes a step: only its quotes and brackets are looked at. What a schema asks
/// of a value a second time does not check the grammar a second time.
/// </summary>
/// <typeparam name="TBlock">The vector width.</typeparam>
internal static unsafe class ContainerScan<TBlock>
    where TBlock : struct, IBlock<TBlock>
{
    /// <summary>Finds the byte after the closing bracket.</summary>
    /// <param name="open">The opening bracket.</param>
    /// <param name="end">End of the text, where the search ends in any case.</param>
    public static byte* End(byte* open, byte* end)
    {
        ulong escapeCarry = 0;
        ulong outside = ulong.MaxValue; // all bits while the block begins outside of a string
        int depth = 0;
        for (byte* at = open; at < end; at += 64)
        {
            TBlock block = TBlock.Load(at);
            ulong escaped = BlockEscapes.Find(block.Equal((byte)'\\'), ref escapeCarry);
            ulong plain = Toggled(block.Equal((byte)'"') & ~escaped) ^ outside;
            outside = (ulong)((long)plain >> 63);
            ulong opens = (block.Equal((byte)'{') | block.Equal((byte)'[')) & plain;
            ulong closes = (block.Equal((byte)'}') | block.Equal((byte)']')) & plain;
            if (BitOperations.PopCount(closes) < depth)
            {
                depth += BitOperations.PopCount(opens) - BitOperations.PopCount(closes);
                continue;
            }

            for (; closes != 0; closes &= closes - 1)
            {
                ulong before = (closes & (0 - closes)) - 1;
                depth--;
                if (depth + BitOperations.PopCount(opens & before) == 0)
                {
                    return at + BitOperations.TrailingZeroCount(closes) + 1;
                }
            }

            depth += BitOperations.PopCount(opens);
        }

        return end;
    }

    /// <summary>Each bit: whether an odd number of bits stands up to it and with it. Of quotes: from an opening one to before its closing one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Toggled(ulong bits)
    {
        if (Pclmulqdq.IsSupported)
        {
            return Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar();
        }

        for (int shift = 1; shift < 64; shift <<= 1)
        {
            bits ^= bits << shift;
        }

        return bits;
    }
}
