using System.Buffers;
using System.Text.Unicode;

namespace Plumbline.Tokenizers;

/// <summary>Counts the tokens of a text in UTF-16.</summary>
/// <param name="text">The text.</param>
public delegate int CharTokenCount(ReadOnlySpan<char> text);

/// <summary>Makes token counters of what others offer.</summary>
public static class TokenCounters
{
    /// <summary>A counter that asks a tokenizer over UTF-16 text, such as those of Microsoft.ML.Tokenizers.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="count">Counts a text; called from as many threads as use the counter.</param>
    /// <param name="maxTokensPerByte">
    /// The most tokens that a byte of UTF-8 can have. 1 is right for byte-level tokenizers that add no special tokens; say more where a tokenizer normalizes
    /// text to longer text.
    /// </param>
    /// <param name="extraTokens">Tokens that every text has besides (beginning and end of text), where the tokenizer adds such.</param>
    /// <remarks>
    /// Texts are transcoded into rented buffers; the transcoding itself allocates nothing. Bytes that are not UTF-8 become U+FFFD. The whole text is counted
    /// whatever <c>stopAfter</c> says, as the tokenizer cannot be stopped.
    /// </remarks>
    public static ITokenCounter FromChars(string name, CharTokenCount count, int maxTokensPerByte = 1, int extraTokens = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxTokensPerByte);
        ArgumentOutOfRangeException.ThrowIfNegative(extraTokens);
        return new CharTokenCounter(name, count, maxTokensPerByte, extraTokens);
    }

    private sealed class CharTokenCounter(string name, CharTokenCount count, int maxTokensPerByte, int extraTokens) : ITokenCounter
    {
        private const int OnStack = 512;

        public string Name => name;

        public long MaxTokens(long utf8Bytes) => checked((utf8Bytes * maxTokensPerByte) + extraTokens);

        public long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue)
        {
            // UTF-16 never has more units than UTF-8 has bytes.
            char[]? rented = utf8.Length > OnStack ? ArrayPool<char>.Shared.Rent(utf8.Length) : null;
            Span<char> text = rented ?? stackalloc char[OnStack];
            Utf8.ToUtf16(utf8, text, out _, out int written, replaceInvalidSequences: true);
            long tokens = count(text[..written]);
            if (rented is not null)
            {
                ArrayPool<char>.Shared.Return(rented);
            }

            return tokens;
        }
    }
}
