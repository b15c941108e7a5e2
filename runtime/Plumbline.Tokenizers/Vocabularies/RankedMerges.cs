using System.Text;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>
/// Merges as a file lists them: of all neighbours in a row of symbols, the pair of the lowest rank merges first, the leftmost of equal ones. Symbols have the
/// numbers that the file's reader gave them.
/// </summary>
internal sealed class RankedMerges(Func<int, int> atomOf, bool bytesAreAtoms)
{
    private readonly Dictionary<ulong, (int Rank, int Merged)> pairs = [];

    /// <summary>Whether the atoms are bytes, else characters.</summary>
    public bool BytesAreAtoms { get; } = bytesAreAtoms;

    /// <summary>The symbol of a byte or of a code point.</summary>
    public int AtomOf(int value) => atomOf(value);

    /// <summary>Adds a merge; of two for the same pair the one with the lower rank stays.</summary>
    public void Add(int left, int right, int rank, int merged)
    {
        ulong pair = Pair(left, right);
        if (!pairs.TryGetValue(pair, out (int Rank, int Merged) known) || rank < known.Rank)
        {
            pairs[pair] = (rank, merged);
        }
    }

    /// <summary>What two neighbours merge to, and how early.</summary>
    public bool Find(int left, int right, out int rank, out int merged)
    {
        bool found = pairs.TryGetValue(Pair(left, right), out (int Rank, int Merged) merge);
        (rank, merged) = merge;
        return found;
    }

    /// <summary>Lets any two symbols merge that make a third, as tiktoken and SentencePiece do.</summary>
    /// <param name="symbols">The symbols.</param>
    /// <param name="rankOf">Their ranks; a negative one takes no part.</param>
    public void AddAllPairs(SymbolList symbols, Func<int, int> rankOf)
    {
        var numbers = new Dictionary<string, int>(symbols.Count);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int symbol = 0; symbol < symbols.Count; symbol++)
        {
            numbers.TryAdd(Encoding.Latin1.GetString(symbols[symbol]), symbol);
        }

        foreach ((string text, int symbol) in numbers)
        {
            for (int at = 1; at < text.Length && rankOf(symbol) >= 0; at++)
            {
                bool insideCharacter = !BytesAreAtoms && (text[at] & 0xC0) == 0x80;
                if (!insideCharacter && bySpan.TryGetValue(text.AsSpan(0, at), out int left) && bySpan.TryGetValue(text.AsSpan(at), out int right))
                {
                    Add(left, right, rankOf(symbol), symbol);
                }
            }
        }
    }

    private static ulong Pair(int left, int right) => (ulong)(uint)left << 32 | (uint)right;
}
