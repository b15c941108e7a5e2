using System.Numerics;
using System.Runtime.CompilerServices;

namespace Plumbline.Scanning;

/// <summary>
/// Reads a JSON string to its closing quote, 64 bytes a step, and checks on the way everything that the grammar asks of it:
/// no control character, known escapes, paired surrogates, well-formed UTF-8.
/// </summary>
/// <typeparam name="TBlock">The vector width.</typeparam>
internal static unsafe class StringScan<TBlock>
    where TBlock : struct, IBlock<TBlock>
{
    /// <summary>Finds the end of a string.</summary>
    /// <param name="text">The first byte after the opening quote. The bytes before it are readable, a control character stands in the
    /// padded buffer at the latest at the end of its text.</param>
    /// <returns>The closing quote, or null where the string is malformed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static byte* End(byte* text)
    {
        ulong escapeCarry = 0;
        ulong openSequence = 0;
        ulong bad = 0;
        byte* pairedLow = null;
        for (byte* at = text; ; at += 64)
        {
            TBlock block = TBlock.Load(at);
            ulong escaped = BlockEscapes.Find(block.Equal((byte)'\\'), ref escapeCarry);
            ulong stops = (block.Equal((byte)'"') & ~escaped) | block.Controls();

            // Every bit up to the first stop and with it; all bits when there is none.
            ulong inside = stops ^ (stops - 1);
            bad |= escaped & inside & ~block.EscapeLetters();

            // The three bytes after a lead byte may lie in the next block, which is then judged even if it is ASCII.
            ulong high = block.HighBits() & inside;
            if ((high | openSequence) != 0)
            {
                bad |= block.Utf8Errors(at, isFirst: at == text) & inside;
            }

            openSequence = high >> 61;
            ulong units = escaped & inside & block.Equal((byte)'u');
            if (units != 0 && !UnicodeEscapes.AreValid(at, units, ref pairedLow))
            {
                return null;
            }

            if (stops != 0)
            {
                byte* end = at + BitOperations.TrailingZeroCount(stops);
                return bad == 0 && *end == '"' ? end : null;
            }
        }
    }
}
