using System.Runtime.CompilerServices;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Counting;

/// <summary>
/// Byte-pair encoding by its definition, with a queue of merges: n log n, for the vocabularies that <see cref="Backtracking"/> cannot serve.
/// </summary>
internal sealed class RankMerging(RankedMerges merges) : IPretokenEncoder
{
    private readonly PriorityQueue<(int Left, int LeftSymbol, int RightSymbol, int Merged), ulong> queue = new();
    private int[] symbols = new int[256];
    private int[] next = new int[256];
    private int[] previous = new int[256];

    public int Count(ref byte text, int length)
    {
        if (symbols.Length < length)
        {
            int capacity = length * 2;
            (symbols, next, previous) = (new int[capacity], new int[capacity], new int[capacity]);
        }

        int count = SplitToAtoms(ref text, length);
        for (int i = 0; i < count; i++)
        {
            next[i] = i + 1 < count ? i + 1 : -1;
            previous[i] = i - 1;
        }

        for (int i = 0; i + 1 < count; i++)
        {
            Offer(i, i + 1);
        }

        while (queue.TryDequeue(out (int Left, int LeftSymbol, int RightSymbol, int Merged) merge, out _))
        {
            int left = merge.Left, right = next[left];
            if (symbols[left] != merge.LeftSymbol || right < 0 || symbols[right] != merge.RightSymbol)
            {
                continue; // one of the two has merged with its other neighbour since
            }

            symbols[left] = merge.Merged;
            symbols[right] = -1;
            next[left] = next[right];
            if (next[right] >= 0)
            {
                previous[next[right]] = left;
                Offer(left, next[right]);
            }

            if (previous[left] >= 0)
            {
                Offer(previous[left], left);
            }

            count--;
        }

        return count;
    }

    private void Offer(int left, int right)
    {
        if (merges.Find(symbols[left], symbols[right], out int rank, out int merged))
        {
            queue.Enqueue((left, symbols[left], symbols[right], merged), (ulong)(uint)rank << 32 | (uint)left);
        }
    }

    private int SplitToAtoms(ref byte text, int length)
    {
        int count = 0;
        for (int at = 0; at < length;)
        {
            int bytes = 1;
            int value = merges.BytesAreAtoms ? Unsafe.Add(ref text, at) : Utf8Reader.Decode(ref text, at, length, out bytes);
            symbols[count++] = merges.AtomOf(value);
            at += bytes;
        }

        return count;
    }
}
