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
    private const int OpenPairs = 8;

    /// <summary>Finds the end of a string.</summary>
    /// <param name="text">The first byte after the opening quote. The bytes before it are readable, a control character stands in the
    /// padded buffer at the latest at the end of its text.</param>
    /// <returns>The closing quote, or null where the string is malformed.</returns>
    /// <remarks>What is wrong is gathered in a mask and asked for at the end: strings are nearly always right. There is no call in the
    /// loop, so that what is carried from block to block stays in registers.</remarks>
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
        ulong openUnits = 0;        // what the \u of the block before leave to be checked here, if anything: see UnitErrors
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

            ulong units = escaped & block.Equal((byte)'u');
            if ((units | openUnits) != 0)
            {
                bad |= UnitErrors(block, units, ref openUnits);
            }

            if (stops != 0)
            {
                byte* end = at + BitOperations.TrailingZeroCount(stops);
                return (bad | (openUnits >> OpenPairs)) == 0 && *end == '"' ? end : null;
            }
        }
    }

    // The four bytes after a \u must be digits. D8 to DB begin the high half of a surrogate pair, whose low half, DC to DF, must come six bytes later:
    //
    //     \ud83d\ude00      units    .u.....u....     the letters u
    //                       high     ...8........     second digits of high halves
    //                       low      .........e..     second digits of low halves: where the high ones are, moved by six
    //
    // What lies beyond the block goes into `open`: bits 0 to 3, an escape whose u was among the last four bytes; bit 4, a D that was the last byte;
    // from bit 8 on, where a low half must have its second digit. What stands after the string does no harm: an escape that reaches beyond the
    // closing quote has the quote among its digits, and is wrong already.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong UnitErrors(TBlock block, ulong units, ref ulong open)
    {
        ulong before = open & 0xF;
        ulong digits = (units << 1) | (units << 2) | (units << 3) | (units << 4) | before | (before >> 1) | (before >> 2) | (before >> 3);
        ulong startsWithD = ((units << 1) | (before >> 3)) & (block.Equal((byte)'d') | block.Equal((byte)'D'));
        ulong halves = ((startsWithD << 1) | ((open >> 4) & 1)) & block.AtLeast((byte)'8');
        ulong low = halves & (block.AtLeast((byte)'c') | (block.AtLeast((byte)'C') & ~block.AtLeast((byte)'a')));
        ulong high = halves ^ low;
        ulong unpaired = ((high << 6) | (open >> OpenPairs)) ^ low;
        open = (units >> 60) | ((startsWithD >> 63) << 4) | ((high >> 58) << OpenPairs);
        return (digits & ~block.HexDigits()) | unpaired;
    }
}
