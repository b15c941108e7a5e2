using System.Runtime.CompilerServices;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>
/// A vocabulary of byte-pair encoding, renumbered: first the atoms (the 256 bytes, or characters), then what merges make, in the order in which
/// merges are tried. Every symbol encodes to itself, and is made by exactly one merge: the pair <c>(Left, Right)</c>. Symbols of a file that no text can ever be
/// encoded to are not in it.
/// </summary>
internal sealed class MergeVocabulary
{
    /// <summary>Makes a vocabulary of atoms and merges.</summary>
    /// <param name="atoms">The bytes of each atom.</param>
    /// <param name="left">For each merge, in order, the symbol that it starts with.</param>
    /// <param name="right">For each merge, in order, the symbol that it ends with.</param>
    /// <param name="order">The symbols in the order of their bytes, where that is known.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public MergeVocabulary(SymbolList atoms, ReadOnlySpan<int> left, ReadOnlySpan<int> right, int[]? order = null)
    {
        Atoms = atoms.Count;
        int count = Atoms + left.Length;
        Symbols = new SymbolList(count);
        Left = new int[count];
        Right = new int[count];
        for (int symbol = 0; symbol < Atoms; symbol++)
        {
            Symbols.Add(atoms[symbol]);
            Left[symbol] = Right[symbol] = symbol;
        }

        left.CopyTo(Left.AsSpan(Atoms));
        right.CopyTo(Right.AsSpan(Atoms));
        for (int merge = 0; merge < left.Length; merge++)
        {
            Symbols.AddMerged(left[merge], right[merge]);
        }

        Pairs = new PairTable(left.Length);
        BytePairs = ReferenceEquals(atoms, ByteAtoms.List) ? new int[256 * 256] : null;
        Order = order ?? ByteTrie.Order(Symbols);

        // Loading is waited for, and most of it is these two.
        ByteTrie? trie = null;
        Parallel.Invoke(AddPairs, () => trie = new ByteTrie(Symbols, Order));
        Trie = trie!;
    }

    /// <summary>How many of the symbols are atoms.</summary>
    public int Atoms { get; }

    /// <summary>How many symbols there are.</summary>
    public int Count => Left.Length;

    /// <summary>The bytes of the symbols.</summary>
    public SymbolList Symbols { get; }

    /// <summary>For each symbol, what its merge starts with; an atom is its own left.</summary>
    public int[] Left { get; }

    /// <summary>For each symbol, what its merge ends with; an atom is its own right.</summary>
    public int[] Right { get; }

    /// <summary>The merges by their two sides.</summary>
    public PairTable Pairs { get; }

    /// <summary>What two bytes merge to, or 0, at <c>first &lt;&lt; 8 | second</c>; null where the atoms are characters.</summary>
    public int[]? BytePairs { get; }

    /// <summary>The symbols by their bytes.</summary>
    public ByteTrie Trie { get; }

    /// <summary>The symbols in the order of their bytes.</summary>
    public int[] Order { get; }

    /// <summary>
    /// Whether two symbols stay as they are when their bytes are encoded together.
    /// </summary>
    /// <remarks>
    /// Merges are taken back along the border, the latest first. At each moment the two symbols at the border must not merge with each other before
    /// the merge that was taken back last: that one would then never have happened. Of two equal merges the one further left happens first.
    /// </remarks>
    public bool StayApart(int left, int right)
    {
        int before = int.MaxValue;
        while (true)
        {
            int merged = Pairs.Find(left, right);
            if (merged != 0 && merged < before)
            {
                return false;
            }

            if (Math.Max(left, right) < Atoms)
            {
                return true;
            }

            if (left > right)
            {
                before = left;
                left = Right[left];
            }
            else
            {
                before = right + 1;
                right = Left[right];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPairs()
    {
        for (int symbol = Atoms; symbol < Count; symbol++)
        {
            int left = Left[symbol], right = Right[symbol];
            Pairs.Add(left, right, symbol);
            if (BytePairs is not null && Math.Max(left, right) < 256)
            {
                BytePairs[left << 8 | right] = symbol;
            }
        }
    }
}
