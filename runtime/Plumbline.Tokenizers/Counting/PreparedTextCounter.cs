using Plumbline.Tokenizers.Normalization;

namespace Plumbline.Tokenizers.Counting;

/// <summary>A byte-level tokenizer that is given another text than it is asked for: in normalization form C, or with a space before it.</summary>
internal sealed class PreparedTextCounter(TokenCounter inner, bool composes, bool addsSpace) : TokenCounter(inner.Name)
{
    // U+1D160 becomes twelve bytes of four; nothing grows more (Unicode's FAQ of normalization).
    private const int MostGrowth = 3;

    [ThreadStatic]
    private static (ByteBuffer Text, CanonicalComposer Composer)? own;

    /// <inheritdoc/>
    public override long MaxTokens(long utf8Bytes) =>
        inner.MaxTokens(utf8Bytes == 0 ? 0 : checked((composes ? utf8Bytes * MostGrowth : utf8Bytes) + (addsSpace ? 1 : 0)));

    /// <inheritdoc/>
    public override long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue)
    {
        bool isSettled = !composes || CanonicalComposer.IsSettled(utf8);
        bool needsSpace = addsSpace && !utf8.IsEmpty && utf8[0] != ' ';
        if (isSettled && !needsSpace)
        {
            return inner.Count(utf8, stopAfter);
        }

        (ByteBuffer text, CanonicalComposer composer) = own ??= (new ByteBuffer(), new CanonicalComposer());
        text.Clear();
        if (needsSpace)
        {
            text.Append(" "u8);
        }

        if (isSettled)
        {
            text.Append(utf8);
        }
        else
        {
            composer.Append(utf8, text);
        }

        return inner.Count(text.Written, stopAfter);
    }
}
