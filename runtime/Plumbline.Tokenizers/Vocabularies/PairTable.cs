using System.Numerics;
using System.Runtime.CompilerServices;
using Plumbline.Tokenizers.Tables;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>Which two symbols merge to which third.</summary>
internal sealed class PairTable
{
    /// <summary>Symbols are below this: three of them, in 21 bits each, are one entry.</summary>
    public const int MaxSymbols = 1 << 21;

    private const int PresentBits = 21;

    // left << 42 | right << 21 | merged; what is merged is never symbol 0, so 0 is free.
    private readonly Table<ulong> entries;
    private readonly int shift;

    // A bit by hash for each pair that is there: most pairs that are asked for are not, and this table stays in a nearer cache than the entries.
    private readonly Table<ulong> present;

    public PairTable(int count)
    {
        int bits = BitOperations.Log2((uint)Math.Max(8, count) * 5 / 4) + 1; // at most four fifths full: nearly all that is asked for here is here
        entries = new Table<ulong>(1 << bits);
        present = new Table<ulong>(1 << (PresentBits - 6));
        shift = 64 - bits;
    }

    /// <summary>A table out of a file.</summary>
    public PairTable(TableReader file)
    {
        entries = file.Next<ulong>();
        present = file.Next<ulong>();
        shift = 64 - BitOperations.Log2((uint)entries.Length);
    }

    public void Write(TableWriter file)
    {
        file.Add(entries);
        file.Add(present);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int left, int right, int merged)
    {
        ulong pair = (ulong)(uint)left << 21 | (uint)right;
        ulong hash = pair * 0x9E3779B97F4A7C15;
        present[(int)(hash >> (64 - PresentBits + 6))] |= 1UL << (int)(hash >> (64 - PresentBits));
        int slot = (int)(hash >> shift);
        while (entries[slot] != 0)
        {
            slot = (slot + 1) & (entries.Length - 1);
        }

        entries[slot] = pair << 21 | (uint)merged;
    }

    /// <summary>What the two merge to, or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int left, int right)
    {
        ulong pair = (ulong)(uint)left << 21 | (uint)right;
        ulong hash = pair * 0x9E3779B97F4A7C15;
        if ((present[(int)(hash >> (64 - PresentBits + 6))] >> (int)(hash >> (64 - PresentBits)) & 1) == 0)
        {
            return 0;
        }

        int slot = (int)(hash >> shift);
        while (true)
        {
            ulong entry = entries[slot];
            if (entry >> 21 == pair || entry == 0)
            {
                return (int)(entry & (MaxSymbols - 1));
            }

            slot = (slot + 1) & (entries.Length - 1);
        }
    }
}
