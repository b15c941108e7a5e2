namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>A byte-level vocabulary made from tokens in order of rank, where two neighbours merge whenever they make a token.</summary>
internal static class RankedTokens
{
    /// <summary>Compiles tokens; those that no merges lead to are kept for whole pretokens.</summary>
    /// <param name="file">The file, for errors.</param>
    /// <param name="tokens">The tokens in order of rank.</param>
    public static ByteVocabulary Compile(string file, SymbolList tokens)
    {
        Span<bool> bytes = stackalloc bool[256];
        var compiler = new MergeCompiler(ByteAtoms.List, tokens.Count);
        var unreachable = new SymbolList(16);
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
                unreachable.Add(token);
            }
        }

        int missing = bytes.IndexOf(false);
        return missing < 0
            ? new ByteVocabulary(compiler.Compile(), unreachable)
            : throw new TokenizerFormatException(file, $"byte 0x{missing:X2}", "no token stands for this byte, so not every text can be encoded; the file is not whole");
    }
}
