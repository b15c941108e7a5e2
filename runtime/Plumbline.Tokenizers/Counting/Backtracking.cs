using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Plumbline.Tokenizers.Tables;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Counting;

/// <summary>
/// Byte-pair encoding without merging: symbols are laid from left to right, the longest first, and taken back where two neighbours could not stand
/// beside each other in an encoding. As every symbol encodes to itself, a row of symbols in which all neighbours can is the encoding, and there is
/// only one such row. A position from which no row leads on is remembered as dead, which keeps the work linear.
/// </summary>
/// <remarks>Not thread-safe: memo and buffers belong to one thread.</remarks>
internal sealed class Backtracking(MergeVocabulary vocabulary, JoinFilter joins) : IPretokenEncoder
{
    private const int MemoBits = 14;

    // pair << 2 | 2 | verdict, by hash of the pair; compared exactly, so a collision costs a second judgement and no more.
    private readonly ulong[] memo = new ulong[1 << MemoBits];

    // Enough for a pretoken of 16 KB; a longer one makes them grow, once.
    private int[] row = new int[1 << 14];
    private ulong[] dead = new ulong[(1 << 14) / 64 + 1];

    /// <summary>How many symbols the encoding of a text has.</summary>
    /// <param name="text">The first byte.</param>
    /// <param name="length">Bytes, at least one; each must belong to an atom.</param>
    public int Count(ref byte text, int length)
    {
        if (length <= ShortMerging.MaxLength && vocabulary.Bytes is { } bytes && ShortMerging.Count(bytes, joins, ref text, length) is > 0 and int merged)
        {
            return merged;
        }

        return CountLaid(ref text, length);
    }

    /// <summary>The same as <see cref="Count"/>, without <see cref="ShortMerging"/>.</summary>
    public int CountLaid(ref byte text, int length)
    {
        ByteTrie trie = vocabulary.Trie;
        Table<int> lengths = vocabulary.Lengths;
        int symbol = trie.LongestMatch(ref text, length);
        if (lengths[symbol] == length)
        {
            return 1;
        }

        Prepare(length);
        Table<int> prefixes = trie.Prefixes;
        int count = 0, position = 0;
        while (true)
        {
            int end = position + lengths[symbol];
            if ((dead[end >> 6] >> end & 1) == 0 && (count == 0 || StayApart(row[count - 1], symbol)))
            {
                if (count == row.Length)
                {
                    Array.Resize(ref row, count * 2);
                }

                row[count++] = symbol;
                position = end;
                if (position == length)
                {
                    return count;
                }

                symbol = trie.LongestMatch(ref Unsafe.Add(ref text, position), length - position);
                continue;
            }

            symbol = prefixes[symbol];
            if (symbol < 0)
            {
                // Nothing leads on from here. The symbol before it now ends at a dead position, and is tried shorter.
                dead[position >> 6] |= 1UL << position;
                symbol = row[--count];
                position -= lengths[symbol];
            }
        }
    }

    private void Prepare(int length)
    {
        int words = (length >> 6) + 1;
        if (dead.Length < words)
        {
            dead = new ulong[Math.Max(words, dead.Length * 2)];
        }
        else
        {
            dead.AsSpan(0, words).Clear();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool StayApart(int left, int right)
    {
        ulong pair = (ulong)(uint)left << 21 | (uint)right;
        ref ulong entry = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(memo), (int)(pair * 0x9E3779B97F4A7C15 >> (64 - MemoBits)));
        ulong known = entry;
        if (known >> 2 != pair || known == 0)
        {
            known = pair << 2 | (vocabulary.StayApart(left, right) ? 3UL : 2UL);
            entry = known;
        }

        return (known & 1) != 0;
    }
}
