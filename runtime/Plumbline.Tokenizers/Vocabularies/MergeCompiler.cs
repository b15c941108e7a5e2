using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>What became of a token given to <see cref="MergeCompiler"/>.</summary>
internal enum MergeOutcome
{
    /// <summary>It is made by one merge of two symbols that were there, and is a symbol now.</summary>
    Added,

    /// <summary>It is there already.</summary>
    Known,

    /// <summary>No merges so far lead to it.</summary>
    OutOfReach,
}

/// <summary>
/// Makes a <see cref="MergeVocabulary"/> from tokens given in the order in which their merges are tried.
/// </summary>
/// <remarks>
/// A token is made by at most one merge: what happens inside its bytes in a text is what happens to these bytes alone, as long as nothing merges
/// across their ends. So its bytes are encoded by the merges that are there so far. If two symbols are left over, they are its merge. If more are,
/// the token is out of reach, except where a merge of a later order would bring it back into reach: then order of rank and order of making differ,
/// and only merging by rank encodes right.
/// </remarks>
internal sealed class MergeCompiler(SymbolList atoms, int capacity)
{
    private readonly List<int> left = new(capacity);
    private readonly List<int> right = new(capacity);
    private readonly PairTable pairs = new(capacity);
    private int[] row = new int[64];
    private int[] merges = new int[64];

    /// <summary>How many symbols there are, atoms among them; the number that the next one gets.</summary>
    public int Count => atoms.Count + left.Count;

    /// <summary>Adds the token that a row of atoms makes.</summary>
    public MergeOutcome Add(ReadOnlySpan<int> atomsOfToken)
    {
        int parts = Encode(atomsOfToken);
        if (parts != 2)
        {
            return parts == 1 ? MergeOutcome.Known : MergeOutcome.OutOfReach;
        }

        AddPair(row[0], row[1]);
        return MergeOutcome.Added;
    }

    /// <summary>Adds the token that a row of atoms makes, if it is made by the merge of just these two symbols.</summary>
    public MergeOutcome Add(ReadOnlySpan<int> atomsOfToken, int first, int second)
    {
        int parts = Encode(atomsOfToken);
        if (parts != 2 || row[0] != first || row[1] != second)
        {
            return parts == 1 ? MergeOutcome.Known : MergeOutcome.OutOfReach;
        }

        AddPair(first, second);
        return MergeOutcome.Added;
    }

    /// <summary>The vocabulary of all that was added.</summary>
    public MergeVocabulary Compile() => new(atoms, CollectionsMarshal.AsSpan(left), CollectionsMarshal.AsSpan(right));

    private void AddPair(int first, int second)
    {
        pairs.Add(first, second, Count);
        left.Add(first);
        right.Add(second);
    }

    // Tokens are short, so looking through the row for the first of the lowest merges costs less than a queue.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Encode(ReadOnlySpan<int> atomsOfToken)
    {
        int count = atomsOfToken.Length;
        if (count > row.Length)
        {
            row = new int[count * 2];
            merges = new int[count * 2];
        }

        atomsOfToken.CopyTo(row);
        for (int i = 0; i + 1 < count; i++)
        {
            merges[i] = pairs.Find(row[i], row[i + 1]);
        }

        while (count > 1)
        {
            int best = 0;
            uint bestMerge = uint.MaxValue;
            for (int i = 0; i + 1 < count; i++)
            {
                uint merge = (uint)merges[i] - 1; // none, 0, becomes the highest
                if (merge < bestMerge)
                {
                    bestMerge = merge;
                    best = i;
                }
            }

            if (bestMerge == uint.MaxValue)
            {
                break;
            }

            row[best] = merges[best];
            row.AsSpan(best + 2, count - best - 2).CopyTo(row.AsSpan(best + 1));
            merges.AsSpan(best + 1, count - best - 1).CopyTo(merges.AsSpan(best));
            count--;
            if (best > 0)
            {
                merges[best - 1] = pairs.Find(row[best - 1], row[best]);
            }

            if (best + 1 < count)
            {
                merges[best] = pairs.Find(row[best], row[best + 1]);
            }
        }

        return count;
    }
}
