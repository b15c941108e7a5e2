using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Counting;

/// <summary>Byte-level byte-pair encoding: text is cut into pretokens by a pattern, and each pretoken is encoded by itself.</summary>
internal sealed class PretokenCounter<TPattern> : TokenCounter
    where TPattern : struct, IPretokenPattern
{
    // 64 bytes are looked at together, and a key of 16 bytes is read from the last of them.
    private const int Readable = AsciiStarts.Bytes + 16;

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
        while (position <= last && count <= stopAfter)
        {
            ref byte at = ref Unsafe.Add(ref text, position);
            ulong starts = TPattern.CutsAscii && (at | Unsafe.Add(ref at, 1)) < 0x80 ? AsciiStarts.Find<TPattern>(ref at, end - position) & ~1UL : 0;
            if (starts == 0)
            {
                int length = TPattern.EndOf(ref text, position, end) - position;
                count += CountPretoken(session, ref at, length, readable - position);
                position += length;
                continue;
            }

            int start = 0;
            do
            {
                int next = BitOperations.TrailingZeroCount(starts);
                count += CountPretoken(session, ref Unsafe.Add(ref at, start), next - start, readable - position - start);
                start = next;
                starts &= starts - 1;
            }
            while (starts != 0);
            position += start;
        }

        from = position;
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountPretoken(Session session, ref byte pretoken, int length, int readable) =>
        length <= PretokenKey.MaxLength ? session.CountShort(ref pretoken, length) : session.CountLong(ref pretoken, length, readable);
}
