using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Tokenizers.Splitting;

/// <summary>
/// 63 bytes of text as masks, one bit a byte, lowest first; most pretokens end inside the window that they start in, and are then measured by
/// counting trailing zeros:
/// <code>
/// text     The cat's 12 lives…
/// Letters  1110111010000011111     a run of letters from k:  ~(Letters &gt;&gt; k) has its lowest one where the run ends
/// High     0000000000000000001…    the run ended here for want of sight: decide by the general splitter
/// </code>
/// Bit 63 stands for "not seen": it is set in <see cref="High"/> and in no other mask, so one test covers characters outside ASCII and runs that
/// leave the window.
/// </summary>
internal ref struct AsciiWindow
{
    /// <summary>How many bytes <see cref="Read{TPattern}"/> reads.</summary>
    public const int Bytes = 64;

    private const ulong Unseen = 1UL << 63;

    public ulong Letters;
    public ulong UpperCase;
    public ulong Digits;
    public ulong Spaces;
    public ulong NewLines;
    public ulong High;

    /// <summary>Characters that may stand before a word: all but letters, digits, line ends, and the apostrophe where it may start a contraction.</summary>
    public ulong Prefixes;

    /// <summary>Where the text ends inside the window, else 64.</summary>
    public int End;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Read<TPattern>(ref byte text, int left)
        where TPattern : struct, IPretokenPattern
    {
        Vector512<byte> bytes = Vector512.LoadUnsafe(ref text);
        Vector512<byte> folded = bytes | Vector512.Create((byte)0x20);
        Letters = Vector512.LessThan(folded - Vector512.Create((byte)'a'), Vector512.Create((byte)26)).ExtractMostSignificantBits();
        Digits = Vector512.LessThan(bytes - Vector512.Create((byte)'0'), Vector512.Create((byte)10)).ExtractMostSignificantBits();
        NewLines = (Vector512.Equals(bytes, Vector512.Create((byte)'\n')) | Vector512.Equals(bytes, Vector512.Create((byte)'\r'))).ExtractMostSignificantBits();
        Spaces = (Vector512.LessThan(bytes - Vector512.Create((byte)'\t'), Vector512.Create((byte)5)) | Vector512.Equals(bytes, Vector512.Create((byte)' ')))
            .ExtractMostSignificantBits();
        High = bytes.ExtractMostSignificantBits();

        ulong seen = ~Unseen;
        End = 64;
        if (left < 63)
        {
            seen = (1UL << left) - 1;
            End = left;
        }

        if (TPattern.TellsCase)
        {
            UpperCase = Letters & Vector512.LessThan(bytes, Vector512.Create((byte)'a')).ExtractMostSignificantBits() & seen;
        }

        Letters &= seen;
        Digits &= seen;
        NewLines &= seen;
        Spaces &= seen;
        High = (High & seen) | Unseen;
        Prefixes = ~(Letters | Digits | NewLines | High) & seen;
        if (TPattern.StartsWithContraction)
        {
            Prefixes &= ~Vector512.Equals(bytes, Vector512.Create((byte)'\'')).ExtractMostSignificantBits();
        }
    }

    /// <summary>Everything in ASCII that is no letter, digit or white space.</summary>
    public readonly ulong Marks => ~(Letters | Digits | Spaces | High) & (End < 64 ? (1UL << End) - 1 : ulong.MaxValue);

    /// <summary>Whether what stands at a bit is known; false where a run that ends there may go on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Sees(int bit) => (High >> bit & 1) == 0;
}
