using Plumbline.Tokenizers.Counting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Splitting;

/// <summary>The patterns that there are splitters for.</summary>
internal enum PretokenPatternKind
{
    /// <summary>cl100k_base and Llama 3.</summary>
    Cl100k,

    /// <summary>o200k_base.</summary>
    O200k,

    /// <summary>Qwen 2 and 3: that of cl100k_base, each digit by itself.</summary>
    Qwen,
}

/// <summary>Makes the counter of a pattern.</summary>
internal static class PretokenPatternKinds
{
    public static TokenCounter Counter(this PretokenPatternKind pattern, string name, ByteVocabulary vocabulary) => pattern switch
    {
        PretokenPatternKind.Cl100k => new PretokenCounter<WordPattern<ThreeDigits>>(name, vocabulary),
        PretokenPatternKind.O200k => new PretokenCounter<CasedWordPattern>(name, vocabulary),
        PretokenPatternKind.Qwen => new PretokenCounter<WordPattern<SingleDigits>>(name, vocabulary),
        _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
    };
}
