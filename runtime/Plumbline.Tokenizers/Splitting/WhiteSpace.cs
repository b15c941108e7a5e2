using System.Numerics;
using System.Runtime.CompilerServices;

namespace Plumbline.Tokenizers.Splitting;

/// <summary>The white-space alternatives that end the patterns: <c>\s*[\r\n]+|\s+(?!\S)|\s+</c>.</summary>
internal static class WhiteSpace
{
    /// <summary>The end of what the alternatives match at a white-space character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where a white-space character stands.</param>
    /// <param name="end">The end of the text.</param>
    /// <param name="linesApart">False for GPT-2, which has no <c>\s*[\r\n]+</c>.</param>
    /// <param name="keepsLast">Whether <c>\s++$</c> comes before these.</param>
    public static int EndOf(ref byte text, int position, int end, bool linesApart, bool keepsLast)
    {
        int lastStart = position, afterNewLine = 0, at = position;
        while (at < end)
        {
            CharacterClass found = Utf8Reader.ClassAt(ref text, at, end, out int length);
            if ((found & CharacterClass.Space) == 0)
            {
                break;
            }

            lastStart = at;
            at += length;
            if ((found & CharacterClass.NewLine) != 0)
            {
                afterNewLine = at;
            }
        }

        return afterNewLine > 0 && linesApart && !(keepsLast && at == end) ? afterNewLine
            : at == end || lastStart == position ? at // all of it at the end of the text, or one alone
            : lastStart; // the last one is left for the word behind it
    }

    /// <summary>The same inside a window: the length, or 0 where the window does not show enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LengthIn(in AsciiWindow window, int bit, bool linesApart, bool keepsLast)
    {
        int run = BitOperations.TrailingZeroCount(~(window.Spaces >> bit));
        if (!window.Sees(bit + run))
        {
            return 0;
        }

        ulong newLines = window.NewLines >> bit & ((1UL << run) - 1);
        return newLines != 0 && linesApart && !(keepsLast && bit + run == window.End) ? 64 - BitOperations.LeadingZeroCount(newLines)
            : bit + run == window.End || run == 1 ? run
            : run - 1;
    }
}
