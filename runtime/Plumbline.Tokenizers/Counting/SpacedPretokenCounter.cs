using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Plumbline.Tokenizers.Normalization;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Counting;

/// <summary>
/// Byte-level byte-pair encoding where each pretoken that does not begin with a space gets one: <c>add_prefix_space</c> behind a <c>Split</c>.
/// </summary>
internal sealed class SpacedPretokenCounter<TPattern> : TokenCounter
    where TPattern : struct, IPretokenPattern
{
    [ThreadStatic]
    private static ConditionalWeakTable<SpacedPretokenCounter<TPattern>, Workspace>? own;

    private readonly EncoderVocabulary vocabulary;

    public SpacedPretokenCounter(string name, EncoderVocabulary vocabulary)
        : base(name)
    {
        this.vocabulary = vocabulary;
        RuntimeHelpers.RunClassConstructor(typeof(CharacterClasses).TypeHandle);
        _ = Own();
    }

    /// <inheritdoc/>
    public override long MaxTokens(long utf8Bytes) => checked(utf8Bytes * 2); // each byte a pretoken, each with a space

    /// <inheritdoc/>
    public override long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue)
    {
        (Session session, ByteBuffer spaced) = Own();
        ref byte text = ref MemoryMarshal.GetReference(utf8);
        long count = 0;
        for (int position = 0; position < utf8.Length && count <= stopAfter;)
        {
            int end = TPattern.EndOf(ref text, position, utf8.Length);
            spaced.Clear();
            if (utf8[position] != ' ')
            {
                spaced.Append(" "u8);
            }

            spaced.Append(utf8[position..end]);
            position = end;
            count += spaced.Length <= PretokenKey.MaxLength
                ? session.CountShort(ref spaced.First, spaced.Length)
                : session.CountLong(ref spaced.First, spaced.Length, spaced.Length + ByteBuffer.Padding);
        }

        return count;
    }

    private Workspace Own()
    {
        own ??= [];
        return own.GetValue(this, static counter => new Workspace(new Session(counter.vocabulary), new ByteBuffer()));
    }

    private sealed record Workspace(Session Session, ByteBuffer Spaced);
}
