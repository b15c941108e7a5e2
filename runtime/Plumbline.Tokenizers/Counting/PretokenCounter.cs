using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Counting;

/// <summary>Byte-level byte-pair encoding: text is cut into pretokens by a pattern, and each pretoken is encoded by itself.</summary>
internal sealed class PretokenCounter<TPattern> : TokenCounter
    where TPattern : struct, IPretokenPattern
{
    // A window is read, and a key of 16 bytes from the last byte of it.
    private const int Readable = AsciiWindow.Bytes + 16;

    [ThreadStatic]
    private static (PretokenCounter<TPattern>? Owner, Session? Session) recent;

    // Sessions of this thread: they go when the thread goes, or their counter.
    [ThreadStatic]
    private static ConditionalWeakTable<PretokenCounter<TPattern>, Session>? own;

    private readonly EncoderVocabulary vocabulary;

    public PretokenCounter(string name, EncoderVocabulary vocabulary)
        : base(name)
    {
        this.vocabulary = vocabulary;

        // Else the first text outside ASCII would pay for the table of classes.
        RuntimeHelpers.RunClassConstructor(typeof(CharacterClasses).TypeHandle);
        _ = OwnSession();
    }

    /// <inheritdoc/>
    public override long MaxTokens(long utf8Bytes) => utf8Bytes;

    /// <inheritdoc/>
    public override long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue)
    {
        Session session = recent.Owner == this ? recent.Session! : OwnSession();
        ref byte text = ref MemoryMarshal.GetReference(utf8);
        int position = 0;
        long count = 0;
        if (utf8.Length >= Readable)
        {
            count = CountWhileReadable(session, ref text, ref position, utf8.Length, utf8.Length, stopAfter);
        }

        return position == utf8.Length || count > stopAfter ? count : count + CountRest(session, utf8[position..], stopAfter - count);
    }

    private Session OwnSession()
    {
        own ??= [];
        Session session = own.GetValue(this, static counter => new Session(counter.vocabulary));
        recent = (this, session);
        return session;
    }

    // The last bytes are counted in a copy, behind which there is something to read. What a pattern matches never depends on what was before it.
    private static long CountRest(Session session, ReadOnlySpan<byte> rest, long stopAfter)
    {
        Span<byte> padded = stackalloc byte[2 * Readable];
        padded[rest.Length..].Clear();
        rest.CopyTo(padded);
        int position = 0;
        return CountWhileReadable(session, ref MemoryMarshal.GetReference(padded), ref position, rest.Length, padded.Length, stopAfter);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long CountWhileReadable(Session session, ref byte text, ref int from, int end, int readable, long stopAfter)
    {
        long count = 0;
        int position = from;
        int last = Math.Min(end - 1, readable - Readable);
        int windowStart = int.MinValue / 2;
        AsciiWindow window = default;
        while (position <= last)
        {
            ref byte at = ref Unsafe.Add(ref text, position);
            int length = 0;
            if (at < 0x80)
            {
                // Near its end a window often shows too little; read anew before that.
                if (position - windowStart > 40)
                {
                    window.Read<TPattern>(ref at, end - position);
                    windowStart = position;
                }

                length = TPattern.LengthIn(in window, position - windowStart, ref at);
            }

            if (length == 0)
            {
                length = TPattern.EndOf(ref text, position, end) - position;
            }

            count += length <= PretokenKey.MaxLength ? session.CountShort(ref at, length) : session.CountLong(ref at, length, readable - position);
            position += length;
            if (count > stopAfter)
            {
                break;
            }
        }

        from = position;
        return count;
    }
}
