using System.Runtime.CompilerServices;
using Plumbline.Tokenizers.Tables;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>
/// A vocabulary of byte-pair encoding, renumbered: first the atoms (the 256 bytes, or characters), then what merges make, in the order in which
/// merges are tried. Every symbol encodes to itself, and is made by exactly one merge: the pair <c>(Left, Right)</c>. Symbols of a file that no text can
/// ever be encoded to are not in it.
/// </summary>
internal sealed class MergeVocabulary
{
    /// <summary>Makes a vocabulary of atoms and merges.</summary>
    /// <param name="atoms">The bytes of each atom.</param>
    /// <param name="left">For each merge, in order, the symbol that it starts with.</param>
    /// <param name="right">For each merge, in order, the symbol that it ends with.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public MergeVocabulary(SymbolList atoms, ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        Atoms = atoms.Count;
        int count = Atoms + left.Length;
        Left = new Table<int>(count);
        Right = new Table<int>(count);
        Lengths = new Table<int>(count);
        Pairs = new PairTable(left.Length);
        var symbols = new SymbolList(count);
        for (int symbol = 0; symbol < Atoms; symbol++)
        {
            symbols.Add(atoms[symbol]);
            Left[symbol] = Right[symbol] = symbol;
            Lengths[symbol] = atoms.Length(symbol);
        }

        left.CopyTo(Left.Values[Atoms..]);
        right.CopyTo(Right.Values[Atoms..]);
        for (int symbol = Atoms; symbol < count; symbol++)
        {
            symbols.AddMerged(Left[symbol], Right[symbol]);
            Lengths[symbol] = symbols.Length(symbol);
            Pairs.Add(Left[symbol], Right[symbol], symbol);
        }

        Symbols = symbols;
        Trie = new ByteTrie(symbols, ByteTrie.Order(symbols));
        Bytes = ReferenceEquals(atoms, ByteAtoms.List) ? new ByteVocabulary(Pairs, Trie, Lengths) : null;
    }

    /// <summary>A vocabulary over bytes out of a file.</summary>
    public MergeVocabulary(TableReader file)
    {
        Atoms = 256;
        Left = file.Next<int>();
        Right = file.Next<int>();
        Lengths = file.Next<int>();
        Pairs = new PairTable(file);
        Trie = new ByteTrie(file);
        Bytes = new ByteVocabulary(Pairs, Trie, Lengths);
    }

    /// <summary>How many of the symbols are atoms.</summary>
    public int Atoms { get; }

    /// <summary>How many symbols there are.</summary>
    public int Count => Left.Length;

    /// <summary>The bytes of the symbols; null where the vocabulary is out of a file, which has them only in the order in which they are looked up.</summary>
    public SymbolList? Symbols { get; }

    /// <summary>For each symbol, how many bytes it has.</summary>
    public Table<int> Lengths { get; }

    /// <summary>For each symbol, what its merge starts with; an atom is its own left.</summary>
    public Table<int> Left { get; }

    /// <summary>For each symbol, what its merge ends with; an atom is its own right.</summary>
    public Table<int> Right { get; }

    /// <summary>The merges by their two sides.</summary>
    public PairTable Pairs { get; }

    /// <summary>For merging short texts; null where the atoms are characters.</summary>
    public ByteVocabulary? Bytes { get; }

    /// <summary>The symbols by their bytes.</summary>
    public ByteTrie Trie { get; }

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

    public void Write(TableWriter file)
    {
        file.Add(Left);
        file.Add(Right);
        file.Add(Lengths);
        Pairs.Write(file);
        Trie.Write(file);
    }
}
