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
    private ulong[] edges;
    private int shift;
    private int nodes = 1;

    // The first two bytes are one step: they decide the script, and most walks are short.
    private readonly int[] afterOne = new int[256];
    private readonly int[] afterTwo = new int[65536];

    // The longest symbol that ends at a node or above it.
    private int[] symbolAt;

    /// <summary>Makes the trie of symbols; of equal ones the first in order is found.</summary>
    /// <param name="symbols">The symbols.</param>
    /// <param name="order">Their numbers in the order of their bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ByteTrie(SymbolList symbols, ReadOnlySpan<int> order)
    {
        int bits = Math.Max(10, BitOperations.Log2((uint)Math.Max(1, symbols.Count)) + 3);
        edges = new ulong[1L << bits];
        shift = 32 - bits;
        symbolAt = new int[Math.Max(16, symbols.Count * 3)];
        symbolAt[0] = None;
        Prefixes = new int[symbols.Count];
        int[] path = new int[64];
        ReadOnlySpan<byte> last = default;
        foreach (int symbol in order)
        {
            ReadOnlySpan<byte> bytes = symbols[symbol];
            int shared = last.CommonPrefixLength(bytes);
            if (bytes.Length >= path.Length)
            {
                Array.Resize(ref path, bytes.Length * 2);
            }

            int node = path[shared];
            Prefixes[symbol] = symbolAt[node];
            for (int depth = shared; depth < bytes.Length; depth++)
            {
                node = AddChild(node, bytes, depth);
                path[depth + 1] = node;
            }

            if (shared < bytes.Length)
            {
                symbolAt[node] = symbol;
            }

            last = bytes;
        }
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

    // Neighbouring nodes with the same byte are neighbours in the table.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Slot(int node, byte value) => ((uint)node + (value * 0x9E3779B1u >> shift)) & ((uint)edges.Length - 1);

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int AddChild(int node, ReadOnlySpan<byte> bytes, int depth)
    {
        if (nodes == symbolAt.Length || (long)nodes * 2 > edges.Length)
        {
            Grow();
        }

        int child = nodes++;
        symbolAt[child] = symbolAt[node];
        if (depth == 0)
        {
            afterOne[bytes[0]] = child;
        }
        else if (depth == 1)
        {
            afterTwo[bytes[0] << 8 | bytes[1]] = child;
        }
        else
        {
            Put(node, bytes[depth], child);
        }

        return child;
    }

    private void Put(int node, byte value, int child)
    {
        uint slot = Slot(node, value);
        while (edges[slot] != 0)
        {
            slot = (slot + 1) & ((uint)edges.Length - 1);
        }

        edges[slot] = (ulong)(uint)(node << 8 | value) << 32 | (uint)child;
    }

    private void Grow()
    {
        if (nodes == symbolAt.Length)
        {
            Array.Resize(ref symbolAt, nodes * 2);
        }

        if ((long)nodes * 2 > edges.Length)
        {
            ulong[] old = edges;
            edges = new ulong[old.Length * 2];
            shift--;
            foreach (ulong edge in old)
            {
                if (edge != 0)
                {
                    Put((int)(edge >> 40), (byte)(edge >> 32), (int)edge);
                }
            }
        }
    }
}
