using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Tables;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>
/// Which two characters stand beside each other inside some symbol. Where a text has two that never do, no symbol crosses the border between them, so both
/// sides are encoded apart: long pretokens (a line of Chinese) become short ones, which caches know.
/// </summary>
internal sealed class JoinFilter
{
    // A bit by hash: may say that two characters join which do not, never the reverse.
    private readonly Table<ulong> pairs;
    private readonly int shift;

    // Symbols of byte-level vocabularies can begin or end inside a character. Of such a border the last byte before it and the first after it are kept.
    private readonly Table<ulong> fragments;

    /// <summary>The borders inside symbols that merges make: between the two sides of each merge, as those inside a side are the side's own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public JoinFilter(MergeVocabulary merges, SymbolList symbols)
        : this(merges.Count)
    {
        for (int symbol = merges.Atoms; symbol < merges.Count; symbol++)
        {
            AddBorder(symbols[symbol], merges.Lengths[merges.Left[symbol]]);
        }

        for (int atom = 0; atom < merges.Atoms; atom++)
        {
            AddBorders(symbols[atom]);
        }
    }

    /// <summary>All borders inside symbols.</summary>
    public JoinFilter(SymbolList symbols)
        : this(symbols.Count)
    {
        for (int symbol = 0; symbol < symbols.Count; symbol++)
        {
            AddBorders(symbols[symbol]);
        }
    }

    private JoinFilter(int symbols)
    {
        int bits = Math.Clamp(BitOperations.Log2((uint)symbols + 1) + 4, 16, 22);
        pairs = new Table<ulong>(1 << (bits - 6));
        fragments = new Table<ulong>(65536 / 64);
        shift = 64 - bits;
    }

    /// <summary>A filter out of a file.</summary>
    public JoinFilter(TableReader file)
    {
        pairs = file.Next<ulong>();
        fragments = file.Next<ulong>();
        shift = 64 - 6 - BitOperations.Log2((uint)pairs.Length);
    }

    public void Write(TableWriter file)
    {
        file.Add(pairs);
        file.Add(fragments);
    }

    /// <summary>Whether a symbol may cross the border between two characters.</summary>
    /// <param name="left">The code point before the border.</param>
    /// <param name="right">The code point behind it.</param>
    /// <param name="border">The first byte behind the border; the one before it can be read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayJoin(int left, int right, ref byte border)
    {
        ulong hash = Hash(left, right) >> shift;
        int bytes = Unsafe.Add(ref border, -1) << 8 | border;
        return ((pairs[(int)(hash >> 6)] >> (int)hash) | (fragments[bytes >> 6] >> bytes) & 1) != 0;
    }

    /// <summary>Whether a symbol may cross the border between two characters of which it does not have one whole.</summary>
    /// <param name="border">The first byte behind the border; the one before it can be read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayJoinInside(ref byte border)
    {
        int bytes = Unsafe.Add(ref border, -1) << 8 | border;
        return (fragments[bytes >> 6] >> bytes & 1) != 0;
    }

    private static ulong Hash(int left, int right) => ((ulong)(uint)left << 21 | (uint)right) * 0x9E3779B97F4A7C15;

    private void AddBorders(ReadOnlySpan<byte> symbol)
    {
        for (int border = 1; border < symbol.Length; border++)
        {
            AddBorder(symbol, border);
        }
    }

    private void AddBorder(ReadOnlySpan<byte> symbol, int border)
    {
        if ((symbol[border] & 0xC0) == 0x80)
        {
            return; // inside a character
        }

        int start = border - 1;
        while (start > 0 && (symbol[start] & 0xC0) == 0x80)
        {
            start--;
        }

        int left = Whole(symbol[start..border]), right = Whole(symbol[border..]);
        if (left < 0 || right < 0)
        {
            int bytes = symbol[border - 1] << 8 | symbol[border];
            fragments[bytes >> 6] |= 1UL << bytes;
        }
        else
        {
            ulong hash = Hash(left, right) >> shift;
            pairs[(int)(hash >> 6)] |= 1UL << (int)hash;
        }
    }

    // The code point that bytes begin with, or -1 where the character is not whole.
    private static int Whole(ReadOnlySpan<byte> bytes)
    {
        int value = Utf8Reader.Decode(ref MemoryMarshal.GetReference(bytes), 0, bytes.Length, out int length);
        return bytes[0] >= 0x80 && length == 1 ? -1 : value;
    }
}
