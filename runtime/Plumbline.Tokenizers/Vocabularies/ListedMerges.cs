using System.Runtime.InteropServices;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>A merge of a file: which two tokens become which.</summary>
internal readonly record struct ListedMerge(int Left, int Right, int Merged);

/// <summary>A vocabulary made from a list of merges, where only these pairs merge, the first of the list first: tokenizer.json.</summary>
internal static class ListedMerges
{
    /// <summary>Compiles tokens and merges for counting.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="merges">The merges, in order.</param>
    /// <param name="characters">The characters that are atoms, or null where bytes are.</param>
    /// <param name="wholeFirst">Whether a whole pretoken is looked up before it is merged (<c>ignore_merges</c>).</param>
    public static EncoderVocabulary Compile(SymbolList tokens, IReadOnlyList<ListedMerge> merges, CharacterAtoms? characters, bool wholeFirst)
    {
        int[] symbolOf = SymbolsOfAtoms(tokens, characters);
        var compiler = new MergeCompiler(characters?.List ?? ByteAtoms.List, merges.Count);
        var doubtful = new HashSet<int>();
        var row = new List<int>();
        foreach (ListedMerge merge in merges)
        {
            if (!TrySplit(tokens[merge.Merged], characters, row))
            {
                continue; // made of characters that are no tokens: no text leads to it
            }

            int left = symbolOf[merge.Left], right = symbolOf[merge.Right], number = compiler.Count;
            if (left >= 0 && right >= 0 && compiler.Add(CollectionsMarshal.AsSpan(row), left, right) == MergeOutcome.Added)
            {
                symbolOf[merge.Merged] = number;
            }
            else if (symbolOf[merge.Merged] < 0)
            {
                doubtful.Add(merge.Merged);
            }
        }

        doubtful.RemoveWhere(token => symbolOf[token] >= 0);
        if (doubtful.Count > 0)
        {
            RankedMerges ranked = ByRank(tokens, merges, characters);
            if (RankedTokens.AnyInReach(ranked, tokens, [.. doubtful]))
            {
                return EncoderVocabulary.ByRank(ranked, tokens, wholeFirst ? tokens : null);
            }
        }

        var whole = new SymbolList(8);
        for (int token = 0; token < tokens.Count && wholeFirst; token++)
        {
            if (symbolOf[token] < 0)
            {
                whole.Add(tokens[token]);
            }
        }

        return EncoderVocabulary.Ordered(compiler.Compile(), whole);
    }

    private static int[] SymbolsOfAtoms(SymbolList tokens, CharacterAtoms? characters)
    {
        int[] symbolOf = new int[tokens.Count];
        var row = new List<int>();
        for (int token = 0; token < symbolOf.Length; token++)
        {
            symbolOf[token] = TrySplit(tokens[token], characters, row) && row.Count == 1 ? row[0] : -1;
        }

        return symbolOf;
    }

    private static RankedMerges ByRank(SymbolList tokens, IReadOnlyList<ListedMerge> merges, CharacterAtoms? characters)
    {
        int[] tokenOfAtom = new int[characters?.List.Count ?? 256];
        int[] symbolOf = SymbolsOfAtoms(tokens, characters);
        for (int token = 0; token < symbolOf.Length; token++)
        {
            if (symbolOf[token] >= 0)
            {
                tokenOfAtom[symbolOf[token]] = token;
            }
        }

        var ranked = new RankedMerges(value => tokenOfAtom[characters is null ? value : characters.Of(value)], bytesAreAtoms: characters is null);
        for (int rank = 0; rank < merges.Count; rank++)
        {
            ranked.Add(merges[rank].Left, merges[rank].Right, rank, merges[rank].Merged);
        }

        return ranked;
    }

    private static bool TrySplit(ReadOnlySpan<byte> token, CharacterAtoms? characters, List<int> row)
    {
        if (characters is not null)
        {
            return characters.TrySplit(token, row);
        }

        row.Clear();
        foreach (byte value in token)
        {
            row.Add(value);
        }

        return row.Count > 0;
    }
}
