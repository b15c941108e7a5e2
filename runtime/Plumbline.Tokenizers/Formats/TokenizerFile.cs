using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Formats;

/// <summary>Tells the formats of tokenizer files apart, by content.</summary>
internal static class TokenizerFile
{
    public static TokenCounter Read(string name, ReadOnlyMemory<byte> content)
    {
        if (TiktokenFile.Recognises(content.Span))
        {
            return PatternOfTiktoken(name).Counter(name, RankedTokens.Compile(name, TiktokenFile.ReadTokens(name, content.Span)));
        }

        throw new TokenizerFormatException(
            $"{name}: not a tokenizer file: expected .tiktoken lines (base64, space, rank).");
    }

    private static PretokenPatternKind PatternOfTiktoken(string name) =>
        Path.GetFileName(name).StartsWith("o200k", StringComparison.OrdinalIgnoreCase) ? PretokenPatternKind.O200k : PretokenPatternKind.Cl100k;
}
