using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Counting;

/// <summary>What one thread needs to count pretokens: a cache of the last ones, and the buffers of the encoder.</summary>
internal sealed class Session(ByteVocabulary vocabulary)
{
    // 4 × 2^13 entries of 16 bytes: half a megabyte, which leaves the other half of a common second-level cache to the text and the vocabulary.
    private const int CacheSetBits = 13;

    private readonly PretokenTable cache = new(CacheSetBits);
    private readonly Backtracking encoder = new(vocabulary.Merges);

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
    public int CountLong(ref byte pretoken, int length) =>
        vocabulary.IsWhole(ref pretoken, length) ? 1 : encoder.Count(ref pretoken, length);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int CountUnknown(ref byte pretoken, int length, Vector128<byte> key, ulong hash)
    {
        int count = vocabulary.Short.FindKept(key, hash) != 0 ? 1 : encoder.Count(ref pretoken, length);
        cache.Remember(key, hash, count);
        return count;
    }
}
