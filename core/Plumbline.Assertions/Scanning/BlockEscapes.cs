using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Plumbline.Scanning;

/// <summary>Finds the bytes that are escaped by a backslash, 64 at a time and without a branch.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BlockEscapes
{
    private const ulong EvenBits = 0x5555_5555_5555_5555;

    /// <summary>Finds the bytes that a run of an odd number of backslashes escapes.</summary>
    /// <param name="backslashes">The backslashes of the block.</param>
    /// <param name="carry">In: 1 when the first byte of the block is escaped by the end of the block before. Out: the same for the next block.</param>
    /// <returns>The bytes after runs of odd length; with a carry, the first byte too. Backslashes escaped inside a run are not among them:
    /// they need no check of their own.</returns>
    /// <remarks>
    /// Adding the first bit of a run to the run itself clears it, and the carry comes to rest just after it. Doing so only for the runs
    /// that start on an even bit tells them from the others, and an odd length is an even start with an odd end or the reverse.
    /// <code>
    ///   text           a \ n \ \ " \ \ \ "        (bit 0 leftmost)
    ///   backslashes    . 1 . 1 1 . 1 1 1 .
    ///   starts         . 1 . 1 . . 1 . . .        a backslash after none
    ///   even starts    . . . . . . 1 . . .
    ///   sum            . 1 . 1 1 . . . . 1        run at 6 cleared, carry at 9
    ///   ends           . . 1 . . 1 . . . 1        the byte after each run
    ///   of even runs   . . . . . . . . . 1        sum without backslashes
    ///   escaped        . . 1 . . . . . . 1        of even runs, flipped where an end is on an even bit
    /// </code>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Find(ulong backslashes, ref ulong carry)
    {
        ulong escaping = backslashes & ~carry;
        ulong follows = escaping << 1;
        ulong starts = escaping & ~follows;
        ulong sum = escaping + (starts & EvenBits);
        ulong ends = follows & ~escaping;
        ulong endsOfEvenRuns = sum & ~escaping;
        ulong escaped = (endsOfEvenRuns ^ (ends & EvenBits)) | carry;

        // A run that reaches the top and survived the addition started on an odd bit: its length is odd, it escapes the next block's first byte.
        carry = (escaping & sum) >> 63;
        return escaped;
    }
}
