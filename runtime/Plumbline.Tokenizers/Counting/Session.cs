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
    private readonly LongPretokenTable longCache = new();
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
        return lead >= FirstOfUnspaced && !vocabulary.HasWhole
            ? CountSegments(ref pretoken, length, readable, isNew: false)
            : CountCached(ref pretoken, length, readable, cut: true);
    }

    /// <summary>The tokens of a text that is known to have no place to be cut.</summary>
    public int CountUncut(ref byte text, int length) => encoder.Count(ref text, length);

    // What is longer than a key of the first cache: a word of a script of two or three bytes a letter.
    private int CountCached(ref byte text, int length, int readable, bool cut)
    {
        int count;
        if (length <= MediumPretokenTable.MaxLength && readable >= MediumPretokenTable.Readable)
        {
            count = mediumCache.Find(ref text, length, out Vector256<byte> key);
            if (count == 0)
            {
                count = CountUncached(ref text, length, readable, cut);
                mediumCache.Remember(key, count);
            }
        }
        else if (length <= LongPretokenTable.MaxLength && readable >= LongPretokenTable.Readable)
        {
            count = longCache.Find(ref text, length, out Vector512<byte> key);
            if (count == 0)
            {
                count = CountUncached(ref text, length, readable, cut);
                longCache.Remember(key, count);
            }
        }
        else
        {
            count = CountUncached(ref text, length, readable, cut);
        }

        return count;
    }

    // A part of a pretoken may look like a token that counts only where it is the whole: such vocabularies cannot be cut.
    private int CountUncached(ref byte text, int length, int readable, bool cut) =>
        !cut ? encoder.Count(ref text, length)
        : !vocabulary.HasWhole ? CountSegments(ref text, length, readable, isNew: true)
        : vocabulary.IsWhole(ref text, length) ? 1
        : encoder.Count(ref text, length);

    // Most long pretokens are lines of a script that has no spaces. Cut where no symbol can be, they are words of a few characters that the caches know. A
    // new one is one that no cache knows as a whole.
    private int CountSegments(ref byte pretoken, int length, int readable, bool isNew)
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

        return start == 0 && isNew
            ? encoder.Count(ref pretoken, length)
            : count + CountSegment(ref Unsafe.Add(ref pretoken, start), length - start, readable - start);
    }

    private int CountSegment(ref byte segment, int length, int readable) =>
        length <= PretokenKey.MaxLength && readable >= 16 ? CountShort(ref segment, length) : CountCached(ref segment, length, readable, cut: false);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int CountUnknown(ref byte pretoken, int length, Vector128<byte> key, ulong hash)
    {
        int count = vocabulary.Short.FindKept(key, hash) != 0 ? 1 : encoder.Count(ref pretoken, length);
        cache.Remember(key, hash, count);
        return count;
    }
}
