using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Tokenizers.Splitting;

/// <summary>
/// Where pretokens start in 64 bytes of text, all found at once: the bytes become masks, one bit a byte, lowest first, and the patterns of cl100k_base,
/// o200k_base and Qwen become shifts and ands of masks.
/// <code>
/// text      I saw 12345 HTMLTags,\n  (he'd)
/// Letters   10111000000011111111000000110100
/// Digits    00000011111000000000000000000000
/// Starts    11000111001100000001101101100001     the fifth bit of the number by counting to three, "Tags" belongs to its capitals
/// </code>
/// Most of it looks one byte back only. What hangs on more (the end of the text, characters outside ASCII, white space between line ends) ends what is told.
/// </summary>
internal static class AsciiStarts
{
    /// <summary>How many bytes are read.</summary>
    public const int Bytes = 64;

    /// <summary>
    /// A bit for each start of a pretoken that is certain, and for the end of the text where it ends a pretoken inside the window. Bit 0 means nothing.
    /// </summary>
    /// <param name="text">Where a pretoken starts; <see cref="Bytes"/> can be read.</param>
    /// <param name="left">Bytes to the end of the text, at least one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Find<TPattern>(ref byte text, int left)
        where TPattern : struct, IPretokenPattern
    {
        Vector512<byte> bytes = Vector512.LoadUnsafe(ref text);
        int seen = Math.Min(BitOperations.TrailingZeroCount(bytes.ExtractMostSignificantBits()), left);
        ulong inside = Below(seen);
        ulong letters = In(bytes | Vector512.Create((byte)0x20), 'a', 26) & inside;
        ulong digits = In(bytes, '0', 10) & inside;
        ulong space = Are(bytes, ' ') & inside;
        ulong newLines = (Are(bytes, '\n') | Are(bytes, '\r')) & inside;
        ulong blanks = space | (In(bytes, '\t', 5) & inside & ~newLines);
        ulong apostrophes = Are(bytes, '\'') & inside;
        ulong spaces = blanks | newLines;
        ulong marks = ~(letters | digits | spaces) & inside;

        // A mark is the first of its run or goes on, and a space before it belongs to it. Only a first one without a space can be the character before a word.
        ulong laterMarks = marks & (marks | space) << 1;
        ulong starts = (marks & ~laterMarks)
            | (letters & (newLines | digits | laterMarks) << 1)
            | Numbers<TPattern>(digits)
            | (newLines & ~((spaces | marks) << 1))

            // A run of blanks starts one, and its last starts the next, except before line ends.
            | (blanks & ~(blanks << 1 & (blanks | newLines) >> 1));

        int known = seen;
        ulong betweenLines = ((blanks & newLines << 1) + blanks) & ~blanks & newLines;
        if (TPattern.IsCased)
        {
            ulong capitals = letters & In(bytes, 'A', 26);
            starts |= capitals & (letters & ~capitals) << 1;

            // "[\r\n/]*" behind marks: a slash goes on only there.
            betweenLines |= ((newLines & marks << 1) + newLines) & ~newLines & Are(bytes, '/') & inside;
            apostrophes &= letters << 1;
        }
        else
        {
            apostrophes &= starts | 1;
        }

        if (betweenLines != 0)
        {
            known = BitOperations.TrailingZeroCount(betweenLines);
        }

        if (apostrophes != 0)
        {
            starts = WithContractions<TPattern>(ref text, starts, apostrophes, seen, atEnd: seen == left, ref known);
        }

        // White space before the unknown may be one with it: only its start is certain.
        ulong certain = Below(known);
        int run = 64 - BitOperations.LeadingZeroCount(certain & ~spaces);
        if (run < known)
        {
            return starts & (2UL << run) - 1;
        }

        ulong end = seen == left && known == seen && seen < 64 ? 1UL << seen : 0;
        return (starts & certain) | end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Are(Vector512<byte> bytes, char value) => Vector512.Equals(bytes, Vector512.Create((byte)value)).ExtractMostSignificantBits();

    // Those from a first one on, so many of them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong In(Vector512<byte> bytes, char first, byte count) =>
        Vector512.LessThan(bytes - Vector512.Create((byte)first), Vector512.Create(count)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Below(int bit) => bit == 64 ? ulong.MaxValue : (1UL << bit) - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Numbers<TPattern>(ulong digits)
        where TPattern : struct, IPretokenPattern
    {
        if (TPattern.MostDigits == 1)
        {
            return digits;
        }

        ulong starts = digits & ~(digits << 1), later = starts;
        ulong behindThree = digits & digits << 1 & digits << 2 & digits << 3;
        while ((later = later << 3 & behindThree) != 0)
        {
            starts |= later;
        }

        return starts;
    }

    // A contraction ends the word before it (o200k_base) or is a pretoken; either way the next one starts behind it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong WithContractions<TPattern>(ref byte text, ulong starts, ulong apostrophes, int seen, bool atEnd, ref int known)
        where TPattern : struct, IPretokenPattern
    {
        int behind = 0;
        for (; apostrophes != 0; apostrophes &= apostrophes - 1)
        {
            int apostrophe = BitOperations.TrailingZeroCount(apostrophes);
            if (!atEnd && apostrophe + 2 >= seen)
            {
                known = Math.Min(known, apostrophe);
                break;
            }

            // Behind a contraction an apostrophe has no word before it.
            int length = TPattern.IsCased && apostrophe == behind ? 0 : Contractions.Length(ref text, apostrophe, seen);
            if (length > 0)
            {
                behind = apostrophe + length;
                starts &= ~(((1UL << length) - 1) << apostrophe) | (TPattern.IsCased ? 0 : 1UL << apostrophe);
                starts |= behind < seen ? 1UL << behind : 0;
            }
        }

        return starts;
    }
}
