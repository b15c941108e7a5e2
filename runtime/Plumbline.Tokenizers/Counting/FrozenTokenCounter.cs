using Plumbline.Tokenizers.Normalization;

namespace Plumbline.Tokenizers.Counting;

/// <summary>A tokenizer with added tokens: they are found in the text first, count one each, and what is between them is counted apart.</summary>
internal sealed class FrozenTokenCounter(TokenCounter between, FrozenTexts added) : TokenCounter(between.Name)
{
    /// <inheritdoc/>
    public override long MaxTokens(long utf8Bytes) =>
        // Each text between may get a space of its own.
        between.MaxTokens(utf8Bytes) + (between is CharacterCounter or UnigramCounter or PrecompiledTextCounter ? utf8Bytes : 0);

    /// <inheritdoc/>
    public override long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue)
    {
        long count = 0;
        while (count <= stopAfter)
        {
            int next = added.Find(utf8, out int length);
            ReadOnlySpan<byte> gap = next < 0 ? utf8 : utf8[..next];
            if (!gap.IsEmpty)
            {
                count += between.Count(gap, stopAfter - count);
            }

            if (next < 0)
            {
                break;
            }

            count++;
            utf8 = utf8[(next + length)..];
        }

        return count;
    }
}
