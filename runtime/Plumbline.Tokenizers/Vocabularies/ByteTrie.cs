using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>
/// The byte strings of all symbols as a trie whose edges lie in one hash table, which a vocabulary of 200,000 symbols fills in a few milliseconds.
/// The first two bytes are one step by a table: they decide the script, and most walks are short.
/// </summary>
internal sealed class ByteTrie
{
    private const int None = -1;

    // An edge is (node << 8 | byte) << 32 | child; no edge leads to the root, so 0 is free.
    private ulong[] edges;
    private int shift;
    private int nodes = 1;
    private readonly int[] afterOne = new int[256];
    private readonly int[] afterTwo = new int[65536];
    private int[] parents = new int[1024];

    // While building: the symbol that ends at a node. When sealed: the longest symbol that ends at a node or above it.
    private int[] symbols = new int[1024];

    public ByteTrie(int expectedNodes)
    {
        int bits = Math.Max(10, BitOperations.Log2((uint)Math.Max(1, expectedNodes)) + 2);
        edges = new ulong[1L << bits];
        shift = 64 - bits;
        symbols[0] = None;
    }

    /// <summary>Adds edges for bytes below a node and tells the node that they lead to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Extend(int node, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            node = Child(node, value) is > 0 and int child ? child : AddChild(node, value);
        }

        return node;
    }

    /// <summary>Says that a symbol ends at a node; false where another one does already.</summary>
    public bool Mark(int node, int symbol)
    {
        if (symbols[node] != None)
        {
            return false;
        }

        symbols[node] = symbol;
        return true;
    }

    /// <summary>Ends building: from now on the longest symbol on a path can be asked for.</summary>
    /// <param name="endNodes">The node of each symbol.</param>
    /// <returns>For each symbol, the longest other symbol that it starts with, or -1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int[] Seal(int[] endNodes)
    {
        // A parent is always older than its children, so one pass in order of age is enough.
        for (int node = 1; node < nodes; node++)
        {
            if (symbols[node] == None)
            {
                symbols[node] = symbols[parents[node]];
            }
        }

        int[] prefixes = new int[endNodes.Length];
        for (int symbol = 0; symbol < prefixes.Length; symbol++)
        {
            prefixes[symbol] = symbols[parents[endNodes[symbol]]];
        }

        parents = [];
        for (int first = 0; first < 256; first++)
        {
            afterOne[first] = Child(0, (byte)first);
            for (int second = 0; second < 256 && afterOne[first] > 0; second++)
            {
                afterTwo[first << 8 | second] = Child(afterOne[first], (byte)second);
            }
        }

        return prefixes;
    }

    /// <summary>The longest symbol that the bytes start with, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LongestMatch(ref byte bytes, int length)
    {
        ref int symbol = ref MemoryMarshal.GetArrayDataReference(symbols);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Child(int node, byte value)
    {
        uint key = (uint)(node << 8 | value);
        ref ulong table = ref MemoryMarshal.GetArrayDataReference(edges);
        uint mask = (uint)edges.Length - 1;
        uint slot = (uint)(key * 0x9E3779B97F4A7C15 >> shift);
        while (true)
        {
            ulong edge = Unsafe.Add(ref table, slot);
            if ((uint)(edge >> 32) == key)
            {
                return (int)edge; // 0 for a free slot and key 0
            }

            if (edge == 0)
            {
                return 0;
            }

            slot = (slot + 1) & mask;
        }
    }

    private int AddChild(int node, byte value)
    {
        if ((long)nodes * 2 > edges.Length)
        {
            Grow();
        }

        if (nodes == symbols.Length)
        {
            Array.Resize(ref symbols, nodes * 2);
            Array.Resize(ref parents, nodes * 2);
        }

        int child = nodes++;
        symbols[child] = None;
        parents[child] = node;
        Put((ulong)(uint)(node << 8 | value) << 32 | (uint)child);
        return child;
    }

    private void Put(ulong edge)
    {
        uint slot = (uint)((edge >> 32) * 0x9E3779B97F4A7C15 >> shift);
        while (edges[slot] != 0)
        {
            slot = (slot + 1) & ((uint)edges.Length - 1);
        }

        edges[slot] = edge;
    }

    private void Grow()
    {
        ulong[] old = edges;
        edges = new ulong[old.Length * 2];
        shift--;
        foreach (ulong edge in old)
        {
            if (edge != 0)
            {
                Put(edge);
            }
        }
    }
}
