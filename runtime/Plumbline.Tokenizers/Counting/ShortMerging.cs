using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Counting;

/// <summary>
/// Byte-pair encoding by its definition, for a text of a few bytes: of all neighbours the pair that merges earliest is merged, the leftmost of equal ones,
/// until none does. The first merges of a word are those of all words and lie in near caches; only the last ones reach for memory, which is why it is faster
/// here than <see cref="Backtracking"/>, whose every step does.
/// </summary>
internal static class ShortMerging
{
    /// <summary>The longest text, in bytes.</summary>
    public const int MaxLength = 32;

    private const uint Never = uint.MaxValue;

    /// <summary>How many symbols the encoding of a text has.</summary>
    /// <param name="vocabulary">A vocabulary whose atoms are bytes.</param>
    /// <param name="bytePairs">Its <see cref="MergeVocabulary.BytePairs"/>.</param>
    /// <param name="text">The first byte.</param>
    /// <param name="length">Bytes, 1 to <see cref="MaxLength"/>.</param>
    [SkipLocalsInit]
    public static unsafe int Count(MergeVocabulary vocabulary, int[] bytePairs, ref byte text, int length)
    {
        // A symbol stands at the place of its first byte. merges[i] is what it makes with the one behind it, less one: no merge, 0, becomes the highest.
        int* symbols = stackalloc int[MaxLength];
        uint* merges = stackalloc uint[MaxLength];
        Vector512.Store(Vector512.Create(Never), merges);
        Vector512.Store(Vector512.Create(Never), merges + 16);
        ref int pairs = ref MemoryMarshal.GetArrayDataReference(bytePairs);
        int before = symbols[0] = text;
        for (int i = 1; i < length; i++)
        {
            int value = Unsafe.Add(ref text, i);
            symbols[i] = value;
            merges[i - 1] = (uint)Unsafe.Add(ref pairs, before << 8 | value) - 1;
            before = value;
        }

        // A bit for each place where a symbol stands.
        uint standing = (uint)((1UL << length) - 1);
        while (true)
        {
            uint earliest = Earliest(merges, length, out int left);
            if (earliest == Never)
            {
                return BitOperations.PopCount(standing);
            }

            int right = left + 1 + BitOperations.TrailingZeroCount(standing >> left >> 1);
            int merged = (int)earliest + 1;
            symbols[left] = merged;
            merges[right] = Never;
            standing &= ~(1U << right);
            uint behind = standing >> left >> 1;
            merges[left] = behind == 0 ? Never : (uint)vocabulary.Pairs.Find(merged, symbols[left + 1 + BitOperations.TrailingZeroCount(behind)]) - 1;
            uint ahead = standing & ((1U << left) - 1);
            if (ahead != 0)
            {
                int previous = BitOperations.Log2(ahead);
                merges[previous] = (uint)vocabulary.Pairs.Find(symbols[previous], merged) - 1;
            }
        }
    }

    // The lowest of the merges and the first place that has it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe uint Earliest(uint* merges, int length, out int place)
    {
        Vector512<uint> first = Vector512.Load(merges);
        if (length <= 17)
        {
            uint low = Lowest(first);
            place = BitOperations.TrailingZeroCount(Vector512.Equals(first, Vector512.Create(low)).ExtractMostSignificantBits());
            return low;
        }

        Vector512<uint> second = Vector512.Load(merges + 16);
        uint lowest = Lowest(Vector512.Min(first, second));
        Vector512<uint> all = Vector512.Create(lowest);
        ulong places = Vector512.Equals(first, all).ExtractMostSignificantBits() | Vector512.Equals(second, all).ExtractMostSignificantBits() << 16;
        place = BitOperations.TrailingZeroCount(places);
        return lowest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Lowest(Vector512<uint> values)
    {
        Vector256<uint> eight = Vector256.Min(values.GetLower(), values.GetUpper());
        Vector128<uint> four = Vector128.Min(eight.GetLower(), eight.GetUpper());
        four = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2U, 3, 0, 1)));
        return Math.Min(four.ToScalar(), four.GetElement(1));
    }
}
