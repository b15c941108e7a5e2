using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Counting;

/// <summary>What one thread needs to count pretokens: caches of the last ones, and the buffers of the encoder.</summary>
internal sealed class Session(EncoderVocabulary vocabulary)
{
    // 4 × 2^13 entries of 16 bytes: half a megabyte, which leaves the other half of a common second-level cache to the text and the vocabulary.
    private const int CacheSetBits = 13;

    // Kana, ideographs and Hangul start with this byte or a higher one: there, text has no spaces, and parts of pretokens come again, not the whole.
    private const byte FirstOfUnspaced = 0xE3;

    private readonly PretokenTable cache = new(CacheSetBits);
    private readonly MediumPretokenTable mediumCache = new();
    private readonly IPretokenEncoder encoder = vocabulary.CreateEncoder();

    /// <summary>The tokens of a pretoken of at most <see cref="PretokenKey.MaxLength"/> bytes; 16 bytes from its start can be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CountShort(ref byte pretoken, int length)
    {
        Vector128<byte> key = PretokenKey.Of(ref pretoken, length);
        ulong hash = PretokenKey.Hash(key);
        int count = cache.Find(key, hash);
        return count != 0 ? count : CountUnknown(ref pretoken, length, key, hash);
    }

    /// <summary>The tokens of a longer pretoken.</summary>
    /// <param name="pretoken">Its first byte.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="readable">How many bytes can be read from its start on.</param>
    public int CountLong(ref byte pretoken, int length, int readable)
    {
        byte lead = pretoken == ' ' ? Unsafe.Add(ref pretoken, 1) : pretoken;
        if (length > MediumPretokenTable.MaxLength || readable < MediumPretokenTable.Readable || lead >= FirstOfUnspaced)
        {
            return CountUncached(ref pretoken, length, readable);
        }

        int count = mediumCache.Find(ref pretoken, length, out Vector256<byte> key);
        if (count == 0)
        {
            count = CountUncached(ref pretoken, length, readable);
            mediumCache.Remember(key, count);
        }

        return count;
    }

    /// <summary>The tokens of a text that is known to have no place to be cut.</summary>
    public int CountUncut(ref byte text, int length) => encoder.Count(ref text, length);

    // A part of a pretoken may look like a token that counts only where it is the whole: such vocabularies cannot be cut.
    private int CountUncached(ref byte pretoken, int length, int readable) =>
        !vocabulary.HasWhole ? CountSegments(ref pretoken, length, readable)
        : vocabulary.IsWhole(ref pretoken, length) ? 1
        : encoder.Count(ref pretoken, length);

    // Most long pretokens are lines of a script that has no spaces. Cut where no symbol can be, they are words of a few characters that the cache knows.
    private int CountSegments(ref byte pretoken, int length, int readable)
    {
        JoinFilter joins = vocabulary.Joins;
        int count = 0, start = 0, before = Utf8Reader.Decode(ref pretoken, 0, length, out int at);
        while (at < length)
        {
            ref byte border = ref Unsafe.Add(ref pretoken, at);
            int character = Utf8Reader.Decode(ref pretoken, at, length, out int bytes);
            if (!joins.MayJoin(before, character, ref border))
            {
                count += CountSegment(ref Unsafe.Add(ref pretoken, start), at - start, readable - start);
                start = at;
            }

            before = character;
            at += bytes;
        }

        return count + CountSegment(ref Unsafe.Add(ref pretoken, start), length - start, readable - start);
    }

    private int CountSegment(ref byte segment, int length, int readable) =>
        length <= PretokenKey.MaxLength && readable >= 16 ? CountShort(ref segment, length) : encoder.Count(ref segment, length);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int CountUnknown(ref byte pretoken, int length, Vector128<byte> key, ulong hash)
    {
        int count = vocabulary.Short.FindKept(key, hash) != 0 ? 1 : encoder.Count(ref pretoken, length);
        cache.Remember(key, hash, count);
        return count;
    }
}
