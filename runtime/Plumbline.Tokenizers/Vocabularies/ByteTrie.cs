using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Plumbline.Tokenizers.Tables;

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

    private readonly Table<byte> labels;
    private readonly Table<int> firstChild;

    // The longest symbol that ends at a node or above it.
    private readonly Table<int> symbolAt;

    // The first two bytes are one step: they decide the script, and most walks are short. The second is 0 where no symbol begins so.
    private readonly Table<int> afterOne = new(256);
    private readonly Table<int> afterTwo = new(65536);

    /// <summary>Makes the trie of symbols; of equal ones the first in order is found.</summary>
    /// <param name="symbols">The symbols.</param>
    /// <param name="order">Their numbers in the order of their bytes.</param>
    public ByteTrie(SymbolList symbols, int[] order)
    {
        int[] shared = SharedWithLast(symbols, order, out int[] next);
        int nodes = next[^1];
        labels = new Table<byte>(nodes + LabelsAtOnce);
        firstChild = new Table<int>(nodes + 1);
        symbolAt = new Table<int>(nodes);
        Prefixes = new Table<int>(symbols.Count);
        Fill(symbols, order, shared, next);
        FindUpperLevels();
    }

    /// <summary>A trie out of a file.</summary>
    public ByteTrie(TableReader file)
    {
        labels = file.Next<byte>();
        firstChild = file.Next<int>();
        symbolAt = file.Next<int>();
        Prefixes = file.Next<int>();
        FindUpperLevels();
    }

    /// <summary>For each symbol, the longest other symbol that it starts with, or -1.</summary>
    public Table<int> Prefixes { get; }

    public void Write(TableWriter file)
    {
        file.Add(labels);
        file.Add(firstChild);
        file.Add(symbolAt);
        file.Add(Prefixes);
    }

    /// <summary>Finds the symbols that are two bytes, and those that are a character of two or three bytes.</summary>
    /// <param name="lengths">For each symbol, how many bytes it has.</param>
    /// <param name="ofTwoBytes">Gets those of two bytes at <c>first &lt;&lt; 8 | second</c>.</param>
    /// <param name="ofCharacter">Gets those of characters at their code point.</param>
    public void FindCharacters(Table<int> lengths, Table<int> ofTwoBytes, Table<int> ofCharacter)
    {
        for (int one = firstChild[0]; one < firstChild[1]; one++)
        {
            int first = labels[one];
            for (int two = firstChild[one]; two < firstChild[one + 1]; two++)
            {
                int second = labels[two];
                if (IsSymbol(two, 2))
                {
                    ofTwoBytes[first << 8 | second] = symbolAt[two];
                    if (first is >= 0xC2 and < 0xE0 && second is >= 0x80 and < 0xC0)
                    {
                        ofCharacter[(first & 0x1F) << 6 | (second & 0x3F)] = symbolAt[two];
                    }
                }

                for (int three = firstChild[two]; first is >= 0xE0 and < 0xF0 && three < firstChild[two + 1]; three++)
                {
                    int third = labels[three];
                    if (second is >= 0x80 and < 0xC0 && third is >= 0x80 and < 0xC0 && IsSymbol(three, 3))
                    {
                        ofCharacter[(first & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F)] = symbolAt[three];
                    }
                }
            }
        }

        bool IsSymbol(int node, int depth) => symbolAt[node] is >= 0 and int symbol && lengths[symbol] == depth;
    }

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
        int node = length > 1 ? afterTwo[bytes << 8 | Unsafe.Add(ref bytes, 1)] : 0;
        if (node == 0)
        {
            return symbolAt[afterOne[bytes]];
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

        return symbolAt[node];
    }

    // The child behind a label, or 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Child(int node, byte label)
    {
        int child = firstChild[node], end = firstChild[node + 1];
        for (; child < end; child += LabelsAtOnce)
        {
            Vector256<byte> some = Vector256.LoadUnsafe(ref labels[child]);
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
        int[] path = new int[next.Length];
        symbolAt[0] = None;
        firstChild[0] = 1;
        firstChild[symbolAt.Length] = symbolAt.Length;
        for (int i = 0; i < order.Length; i++)
        {
            ReadOnlySpan<byte> bytes = symbols[order[i]];
            int node = path[shared[i]], longest = symbolAt[node];
            Prefixes[order[i]] = longest;
            for (int depth = shared[i]; depth < bytes.Length; depth++)
            {
                int child = next[depth + 1]++;
                labels[child] = bytes[depth];
                firstChild[child] = next[depth + 2];
                symbolAt[child] = longest;
                path[depth + 1] = node = child;
            }

            if (shared[i] < bytes.Length)
            {
                symbolAt[node] = order[i];
            }
        }
    }

    private void FindUpperLevels()
    {
        for (int one = firstChild[0]; one < firstChild[1]; one++)
        {
            afterOne[labels[one]] = one;
            for (int two = firstChild[one]; two < firstChild[one + 1]; two++)
            {
                afterTwo[labels[one] << 8 | labels[two]] = two;
            }
        }
    }
}
