using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>
/// The byte strings of all symbols as a trie whose edges lie in one hash table. Symbols are added in the order of their bytes: then a path is followed
/// once, every node is made when it is first needed, and nodes of neighbouring numbers lie close to each other.
/// </summary>
internal sealed class ByteTrie
{
    private const int None = -1;

    // An edge is (node << 8 | byte) << 32 | child; no edge leads to the root, so 0 is free.
    private readonly ulong[] edges;
    private readonly int shift;

    // The first two bytes are one step: they decide the script, and most walks are short.
    private readonly int[] afterOne = new int[256];
    private readonly int[] afterTwo = new int[65536];

    // The longest symbol that ends at a node or above it.
    private readonly int[] symbolAt;

    /// <summary>Makes the trie of symbols; of equal ones the first in order is found.</summary>
    /// <param name="symbols">The symbols.</param>
    /// <param name="order">Their numbers in the order of their bytes.</param>
    public ByteTrie(SymbolList symbols, int[] order)
    {
        int[] shared = SharedWithLast(symbols, order, out int nodes, out int longest);
        int bits = BitOperations.Log2((uint)nodes) + 2;
        edges = new ulong[1L << bits];
        shift = 64 - bits;
        symbolAt = new int[nodes];
        Prefixes = new int[symbols.Count];
        Fill(symbols, order, shared, new int[longest + 1]);
    }

    /// <summary>For each symbol, the longest other symbol that it starts with, or -1.</summary>
    public int[] Prefixes { get; }

    /// <summary>The numbers of symbols in the order of their bytes.</summary>
    public static int[] Order(SymbolList symbols)
    {
        int[] order = new int[symbols.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        order.AsSpan().Sort((a, b) => symbols[a].SequenceCompareTo(symbols[b]) is not 0 and int difference ? difference : a.CompareTo(b));
        return order;
    }

    /// <summary>The longest symbol that the bytes start with, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LongestMatch(ref byte bytes, int length)
    {
        ref int symbol = ref MemoryMarshal.GetArrayDataReference(symbolAt);
        int node = length > 1 ? Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(afterTwo), bytes << 8 | Unsafe.Add(ref bytes, 1)) : 0;
        if (node == 0)
        {
            return Unsafe.Add(ref symbol, afterOne[bytes]);
        }

        for (int at = 2; at < length; at++)
        {
            int child = Child(node, Unsafe.Add(ref bytes, at));
            if (child == 0)
            {
                break;
            }

            node = child;
        }

        return Unsafe.Add(ref symbol, node);
    }

    // Eight neighbouring nodes share a cache line for each byte: a line that was made full while building is seldom met again.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Slot(int node, byte value) =>
        ((uint)(((ulong)((uint)node >> 3) << 8 | value) * 0x9E3779B97F4A7C15 >> shift) & ~7u) | ((uint)node & 7);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Child(int node, byte value)
    {
        uint key = (uint)(node << 8 | value);
        ref ulong table = ref MemoryMarshal.GetArrayDataReference(edges);
        uint slot = Slot(node, value);
        while (true)
        {
            ulong edge = Unsafe.Add(ref table, slot);
            if ((uint)(edge >> 32) == key || edge == 0)
            {
                return (int)edge;
            }

            slot = (slot + 1) & ((uint)edges.Length - 1);
        }
    }

    // For each symbol in order, how many bytes it shares with the one before it: the nodes for these are there already.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] SharedWithLast(SymbolList symbols, int[] order, out int nodes, out int longest)
    {
        int[] shared = new int[order.Length];
        ReadOnlySpan<byte> last = default;
        nodes = 1;
        longest = 0;
        for (int i = 0; i < order.Length; i++)
        {
            ReadOnlySpan<byte> bytes = symbols[order[i]];
            int same = 0;
            while (same < last.Length && same < bytes.Length && last[same] == bytes[same])
            {
                same++;
            }

            shared[i] = same;
            nodes += bytes.Length - same;
            longest = Math.Max(longest, bytes.Length);
            last = bytes;
        }

        return shared;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(SymbolList symbols, int[] order, int[] shared, int[] path)
    {
        int[] longestAt = symbolAt;
        ulong[] table = edges;
        uint mask = (uint)table.Length - 1;
        int nodes = 1;
        longestAt[0] = None;
        for (int i = 0; i < order.Length; i++)
        {
            ReadOnlySpan<byte> bytes = symbols[order[i]];
            int node = path[shared[i]];
            Prefixes[order[i]] = longestAt[node];
            for (int depth = shared[i]; depth < bytes.Length; depth++)
            {
                int child = nodes++;
                longestAt[child] = longestAt[node];
                if (depth >= 2)
                {
                    uint slot = Slot(node, bytes[depth]);
                    while (table[slot] != 0)
                    {
                        slot = (slot + 1) & mask;
                    }

                    table[slot] = (ulong)(uint)(node << 8 | bytes[depth]) << 32 | (uint)child;
                }
                else if (depth == 1)
                {
                    afterTwo[bytes[0] << 8 | bytes[1]] = child;
                }
                else
                {
                    afterOne[bytes[0]] = child;
                }

                path[depth + 1] = node = child;
            }

            if (shared[i] < bytes.Length)
            {
                longestAt[node] = order[i];
            }
        }
    }
}
