using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>
/// The byte strings of all symbols as a trie in order of levels: the nodes of one depth follow each other in the order of their bytes, so the children of a
/// node are a stretch of the next level, which ends where that of the next node begins.
/// <code>
/// symbols      a, ab, ac, b, bcd
/// node         0 | 1  2 | 3  4  5 | 6
/// label          | a  b | b  c  c | d
/// first child  1 | 3  5 | 6  6  6 | 7
/// </code>
/// Nine bytes a node: the upper levels, where most walks end, stay in near caches. Nothing is hashed, and every array is written in order when it is built.
/// </summary>
internal sealed class ByteTrie
{
    private const int None = -1;
    private const int LabelsAtOnce = 32;

    private readonly byte[] labels;
    private readonly int[] firstChild;

    // The longest symbol that ends at a node or above it.
    private readonly int[] symbolAt;

    // The first two bytes are one step: they decide the script, and most walks are short. The second is 0 where no symbol begins so.
    private readonly int[] afterOne = new int[256];
    private readonly int[] afterTwo = new int[65536];

    /// <summary>Makes the trie of symbols; of equal ones the first in order is found.</summary>
    /// <param name="symbols">The symbols.</param>
    /// <param name="order">Their numbers in the order of their bytes.</param>
    public ByteTrie(SymbolList symbols, int[] order)
    {
        int[] shared = SharedWithLast(symbols, order, out int[] next);
        int nodes = next[^1];
        labels = new byte[nodes + LabelsAtOnce];
        firstChild = new int[nodes + 1];
        symbolAt = new int[nodes];
        Prefixes = new int[symbols.Count];
        Fill(symbols, order, shared, next);
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

    // The child behind a label, or 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Child(int node, byte label)
    {
        ref int first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(firstChild), node);
        int child = first, end = Unsafe.Add(ref first, 1);
        for (; child < end; child += LabelsAtOnce)
        {
            Vector256<byte> some = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(labels), (nuint)child);
            uint equal = Vector256.Equals(some, Vector256.Create(label)).ExtractMostSignificantBits();
            int found = child + BitOperations.TrailingZeroCount(equal);
            if (equal != 0)
            {
                return found < end ? found : 0; // what stands behind the stretch are children of others
            }
        }

        return 0;
    }

    // For each symbol in order, how many bytes it shares with the one before it: the nodes for these are there already. Also where each level begins,
    // and after the last of them an empty one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] SharedWithLast(SymbolList symbols, int[] order, out int[] levels)
    {
        int[] shared = new int[order.Length];
        int[] more = new int[16]; // by depth, how many symbols need new nodes from there on, less those that need none any more
        ReadOnlySpan<byte> last = default;
        for (int i = 0; i < order.Length; i++)
        {
            ReadOnlySpan<byte> bytes = symbols[order[i]];
            int same = 0;
            while (same < last.Length && same < bytes.Length && last[same] == bytes[same])
            {
                same++;
            }

            if (bytes.Length + 2 > more.Length)
            {
                Array.Resize(ref more, (bytes.Length + 2) * 2);
            }

            shared[i] = same;
            more[same + 1]++;
            more[bytes.Length + 1]--;
            last = bytes;
        }

        levels = new int[more.Length + 1];
        levels[1] = 1; // the root is a level of one
        for (int depth = 1, nodes = 0; depth < more.Length; depth++)
        {
            nodes += more[depth];
            levels[depth + 1] = levels[depth] + nodes;
        }

        return shared;
    }

    // next tells for each depth the number of the next node there.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(SymbolList symbols, int[] order, int[] shared, int[] next)
    {
        int[] longestAt = symbolAt, path = new int[next.Length];
        longestAt[0] = None;
        firstChild[0] = 1;
        firstChild[^1] = longestAt.Length;
        for (int i = 0; i < order.Length; i++)
        {
            ReadOnlySpan<byte> bytes = symbols[order[i]];
            int node = path[shared[i]], longest = longestAt[node];
            Prefixes[order[i]] = longest;
            for (int depth = shared[i]; depth < bytes.Length; depth++)
            {
                int child = next[depth + 1]++;
                labels[child] = bytes[depth];
                firstChild[child] = next[depth + 2];
                longestAt[child] = longest;
                path[depth + 1] = node = child;
                if (depth == 1)
                {
                    afterTwo[bytes[0] << 8 | bytes[1]] = child;
                }
                else if (depth == 0)
                {
                    afterOne[bytes[0]] = child;
                }
            }

            if (shared[i] < bytes.Length)
            {
                longestAt[node] = order[i];
            }
        }
    }
}
