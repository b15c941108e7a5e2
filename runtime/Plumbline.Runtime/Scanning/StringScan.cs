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
    /// <remarks>What is wrong is gathered in a mask and asked for at the end: strings are nearly always right. There is no call in the
    /// loop, so that what is carried from block to block stays in registers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static byte* End(byte* text)
    {
        // Most strings of documents are short and plain: a quote, and before it neither backslash nor control character nor a byte outside of ASCII.
        TBlock start = TBlock.Load(text);
        ulong quotes = start.Equal((byte)'"');
        ulong unusual = start.Equal((byte)'\\') | start.Controls() | start.HighBits();
        if ((quotes & (0 - quotes) & ((unusual & (0 - unusual)) - 1)) != 0)
        {
            return text + BitOperations.TrailingZeroCount(quotes);
        }

        ulong escapeCarry = 0;      // 1: the first byte is escaped by the block before
        ulong openSequence = 0;     // not 0: the block before ended inside of a UTF-8 sequence, perhaps
        ulong unitsBefore = 0;      // the \u of the block before
        ulong halves = 0;           // not 0: an escape names half of a surrogate pair, perhaps
        ulong bad = 0;
        for (byte* at = text; ; at += 64)
        {
            TBlock block = TBlock.Load(at);
            ulong escaped = BlockEscapes.Find(block.Equal((byte)'\\'), ref escapeCarry);
            ulong stops = (block.Equal((byte)'"') & ~escaped) | block.Controls();

            // Every bit up to the first stop and with it; all bits when there is none.
            ulong inside = stops ^ (stops - 1);
            escaped &= inside;
            bad |= escaped & ~block.EscapeLetters();

            // The three bytes after a lead byte may lie in the next block, which is then judged even if it is ASCII.
            ulong high = block.HighBits() & inside;
            if ((high | openSequence) != 0)
            {
                bad |= block.Utf8Errors(at, isFirst: at == text) & inside;
            }

            openSequence = high >> 61;

            // The four bytes after a \u must be digits; a digit D followed by one from 8 up makes half of a pair.
            ulong units = escaped & block.Equal((byte)'u');
            if ((units | (unitsBefore >> 60)) != 0)
            {
                ulong digits = (units << 1) | (units << 2) | (units << 3) | (units << 4) |
                    (unitsBefore >> 63) | (unitsBefore >> 62) | (unitsBefore >> 61) | (unitsBefore >> 60);
                bad |= digits & inside & ~block.HexDigits();
                ulong startsWithD = ((units << 1) | (unitsBefore >> 63)) & (block.Equal((byte)'d') | block.Equal((byte)'D'));
                halves |= ((startsWithD << 1) | ((unitsBefore >> 62) & 1)) & block.AtLeast((byte)'8');
            }

            unitsBefore = units;
            if (stops != 0)
            {
                byte* end = at + BitOperations.TrailingZeroCount(stops);
                return bad == 0 && *end == '"' && (halves == 0 || SurrogateEscapes.ArePaired(text, end)) ? end : null;
            }
        }
    }
}
