using Plumbline.Tokenizers.Counting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Splitting;

/// <summary>The patterns that there are splitters for.</summary>
internal enum PretokenPatternKind
{
    /// <summary>GPT-2 and what follows it: <c>ByteLevel</c> of tokenizer.json with its own pattern.</summary>
    Gpt2,

    /// <summary>That of GPT-2 between digits, each of which is by itself.</summary>
    Gpt2SingleDigits,

    /// <summary>That of GPT-2 between numbers.</summary>
    Gpt2Numbers,

    /// <summary>cl100k_base and Llama 3.</summary>
    Cl100k,

    /// <summary>cl100k_base as newer tiktoken for Python has it: white space at the end of a text stays together.</summary>
    Cl100kLastSpaces,

    /// <summary>o200k_base.</summary>
    O200k,

    /// <summary>Qwen 2 and 3: that of cl100k_base, each digit by itself.</summary>
    Qwen,
}

/// <summary>The patterns as they are written in files, and the counters that run them.</summary>
internal static class PretokenPatternKinds
{
    private static readonly Dictionary<string, PretokenPatternKind> ByRegex = new(StringComparer.Ordinal)
    {
        [@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"] = PretokenPatternKind.Gpt2,
        [@"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"] = PretokenPatternKind.Cl100k,
        [@"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+"] = PretokenPatternKind.Cl100k,
        [@"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s"] =
            PretokenPatternKind.Cl100kLastSpaces,
        [@"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"
            + @"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"
            + @"\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"] = PretokenPatternKind.O200k,
        [@"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"] = PretokenPatternKind.Qwen,
    };

    /// <summary>The pattern that a regular expression writes, or null where there is no splitter for it.</summary>
    public static PretokenPatternKind? OfRegex(string regex) => ByRegex.TryGetValue(regex, out PretokenPatternKind kind) ? kind : null;

    /// <summary>A counter with a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="name">What reports call the counter.</param>
    /// <param name="vocabulary">The tokens.</param>
    /// <param name="spaced">Whether a space is put before each pretoken that does not begin with one.</param>
    public static TokenCounter Counter(this PretokenPatternKind pattern, string name, EncoderVocabulary vocabulary, bool spaced = false) => pattern switch
    {
        PretokenPatternKind.Gpt2 => Counter<Gpt2Pattern>(name, vocabulary, spaced),
        PretokenPatternKind.Gpt2SingleDigits => Counter<Gpt2DigitsPattern<SingleDigits>>(name, vocabulary, spaced),
        PretokenPatternKind.Gpt2Numbers => Counter<Gpt2DigitsPattern<AllDigits>>(name, vocabulary, spaced),
        PretokenPatternKind.Cl100k => Counter<WordPattern<ThreeDigits>>(name, vocabulary, spaced),
        PretokenPatternKind.Cl100kLastSpaces => Counter<WordPattern<ThreeDigitsAndLastSpaces>>(name, vocabulary, spaced),
        PretokenPatternKind.O200k => Counter<CasedWordPattern>(name, vocabulary, spaced),
        PretokenPatternKind.Qwen => Counter<WordPattern<SingleDigits>>(name, vocabulary, spaced),
        _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
    };

    private static TokenCounter Counter<TPattern>(string name, EncoderVocabulary vocabulary, bool spaced)
        where TPattern : struct, IPretokenPattern =>
        spaced ? new SpacedPretokenCounter<TPattern>(name, vocabulary) : new PretokenCounter<TPattern>(name, vocabulary);
}
