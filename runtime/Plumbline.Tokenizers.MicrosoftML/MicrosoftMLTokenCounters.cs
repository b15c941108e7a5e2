using Microsoft.ML.Tokenizers;

namespace Plumbline.Tokenizers;

/// <summary>Makes token counters of tokenizers of Microsoft.ML.Tokenizers.</summary>
public static class MicrosoftMLTokenCounters
{
    /// <summary>A counter that counts as a tokenizer does.</summary>
    /// <param name="tokenizer">The tokenizer; used from as many threads as use the counter, which those of the package allow.</param>
    /// <param name="name">What reports call it.</param>
    /// <param name="maxTokensPerByte">The most tokens that a byte of UTF-8 can have; see <see cref="TokenCounters.FromChars"/>.</param>
    /// <param name="extraTokens">Tokens that the tokenizer adds to every text.</param>
    public static ITokenCounter ToTokenCounter(this Tokenizer tokenizer, string name, int maxTokensPerByte = 1, int extraTokens = 0)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        return TokenCounters.FromChars(name, text => tokenizer.CountTokens(text), maxTokensPerByte, extraTokens);
    }
}
