using Plumbline.Tokenizers.Counting;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>A byte-level vocabulary made from tokens in order of rank, where two neighbours merge whenever they make a token: tiktoken's.</summary>
internal static class RankedTokens
{
    /// <summary>Compiles tokens for counting.</summary>
    /// <param name="file">The file, for errors.</param>
    /// <param name="tokens">The tokens in order of rank.</param>
    public static EncoderVocabulary Compile(string file, SymbolList tokens)
    {
        MergeVocabulary merges = Compile(file, tokens, out List<int> outOfReach);
        var whole = new SymbolList(outOfReach.Count);
        outOfReach.ForEach(token => whole.Add(tokens[token]));
        if (outOfReach.Count == 0)
        {
            return EncoderVocabulary.Ordered(merges, whole);
        }

        int[] byteTokens = new int[256];
        for (int token = 0; token < tokens.Count; token++)
        {
            if (tokens.Length(token) == 1)
            {
                byteTokens[tokens[token][0]] = token;
            }
        }

        var ranked = new RankedMerges(value => byteTokens[value], bytesAreAtoms: true);
        ranked.AddAllPairs(tokens, token => token);
        if (!AnyInReach(ranked, tokens, outOfReach))
        {
            return EncoderVocabulary.Ordered(merges, whole);
        }

        // Every token is found whole: that is tiktoken's rule, and saves asking which of them merges lead to.
        return EncoderVocabulary.ByRank(ranked, tokens, tokens);
    }

    /// <summary>Compiles tokens to merges and tells those that no merges of a lower rank lead to.</summary>
    public static MergeVocabulary Compile(string file, SymbolList tokens, out List<int> outOfReach)
    {
        Span<bool> bytes = stackalloc bool[256];
        var compiler = new MergeCompiler(ByteAtoms.List, tokens.Count);
        outOfReach = [];
        int[] row = new int[64];
        for (int i = 0; i < tokens.Count; i++)
        {
            ReadOnlySpan<byte> token = tokens[i];
            if (token.Length == 1)
            {
                bytes[token[0]] = true;
                continue;
            }

            if (token.Length > row.Length)
            {
                row = new int[token.Length * 2];
            }

            for (int at = 0; at < token.Length; at++)
            {
                row[at] = token[at];
            }

            if (compiler.Add(row.AsSpan(0, token.Length)) == MergeOutcome.OutOfReach)
            {
                outOfReach.Add(i);
            }
        }

        int missing = bytes.IndexOf(false);
        return missing < 0
            ? compiler.Compile()
            : throw new TokenizerFormatException(
                file, $"byte 0x{missing:X2}", "no token stands for this byte, so not every text can be encoded; the file is not whole");
    }

    /// <summary>Whether merges of a later rank lead to one of the tokens, which makes the ranks unfit for <see cref="Backtracking"/>.</summary>
    public static bool AnyInReach(RankedMerges merges, SymbolList tokens, List<int> outOfReach)
    {
        var encoder = new RankMerging(merges);
        foreach (int token in outOfReach)
        {
            byte[] bytes = tokens[token].ToArray();
            if (encoder.Count(ref bytes[0], bytes.Length) == 1)
            {
                return true;
            }
        }

        return false;
    }
}
