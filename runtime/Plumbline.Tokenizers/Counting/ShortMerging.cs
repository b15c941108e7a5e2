using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Counting;

/// <summary>
/// Byte-pair encoding by its definition, for a short text: of all neighbours the pair that merges earliest is merged, the leftmost of equal ones,
/// until none does. The first merges of a word are those of all words and lie in near caches; only the last ones reach for memory, which is why it is faster
/// here than <see cref="Backtracking"/>, whose every step does.
/// </summary>
/// <remarks>
/// The row begins with whole characters, not with their bytes, wherever these merge by themselves first: where the character is a symbol, and no symbol at all
/// crosses one of its two borders with a part of a character (<see cref="JoinFilter.MayJoinInside"/>). What it merges to with whole neighbours comes later
/// than its own merges, as every merge comes later than those that make its sides. More than half of the merges of Cyrillic, kana and Hangul are these.
/// </remarks>
internal static class ShortMerging
{
    /// <summary>The longest text that is tried, in bytes.</summary>
    public const int MaxLength = 96;

    private const int MaxSymbols = 32;

    // What a pair makes, and behind it in five bits the place of the pair: the lowest is the earliest merge and the leftmost of equal ones. No pair merges
    // to symbol 0, and what that becomes here, less one, is the highest.
    private const int PlaceBits = 5;
    private const uint Never = uint.MaxValue << PlaceBits;

    private static ReadOnlySpan<uint> Places => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    /// <summary>How many symbols the encoding of a text has, or 0 where it begins with too many.</summary>
    /// <param name="vocabulary">A vocabulary whose atoms are bytes.</param>
    /// <param name="joins">Its borders.</param>
    /// <param name="text">The first byte.</param>
    /// <param name="length">Bytes, 1 to <see cref="MaxLength"/>.</param>
    [SkipLocalsInit]
    public static unsafe int Count(ByteVocabulary vocabulary, JoinFilter joins, ref byte text, int length)
    {
        int* symbols = stackalloc int[MaxSymbols + 4];
        int count = Lay(vocabulary, joins, ref text, length, symbols);
        if (count > MaxSymbols)
        {
            return 0;
        }

        uint* merges = stackalloc uint[MaxSymbols];
        Vector512.Store(Vector512.Create(Never), merges);
        Vector512.Store(Vector512.Create(Never), merges + 16);
        for (int i = 1; i < count; i++)
        {
            merges[i - 1] = Key(vocabulary.Merge(symbols[i - 1], symbols[i]), i - 1);
        }

        // A bit for each place where a symbol stands.
        uint standing = (uint)((1UL << count) - 1);
        Vector512<uint> first = Vector512.Load(merges);
        return count <= 17
            ? Merge(vocabulary.Pairs, symbols, standing, first)
            : Merge(vocabulary.Pairs, symbols, standing, first, Vector512.Load(merges + 16));
    }

    // The symbols that merging begins with; no more than a few beyond the most that there may be.
    private static unsafe int Lay(ByteVocabulary vocabulary, JoinFilter joins, ref byte text, int length, int* symbols)
    {
        int count = 0, at = 0;
        bool alone = true;
        while (at < length && count <= MaxSymbols)
        {
            int lead = Unsafe.Add(ref text, at);
            if (lead < 0x80)
            {
                symbols[count++] = lead;
                at++;
                alone = at == length || !joins.MayJoinInside(ref Unsafe.Add(ref text, at));
                continue;
            }

            int character = Utf8Reader.Decode(ref text, at, length, out int bytes);
            int symbol = vocabulary.SymbolOf(character);
            int end = at + bytes;
            bool before = alone;
            alone = end == length || !joins.MayJoinInside(ref Unsafe.Add(ref text, end));
            if (symbol != 0 && bytes > 1 && before && alone)
            {
                symbols[count++] = symbol;
                at = end;
                continue;
            }

            while (at < end)
            {
                symbols[count++] = Unsafe.Add(ref text, at++);
            }
        }

        return count;
    }

    // The merges never leave their register: written one by one and read together, they would have to reach the cache in between.
    private static unsafe int Merge(PairTable pairs, int* symbols, uint standing, Vector512<uint> merges)
    {
        Vector512<uint> places = Vector512.LoadUnsafe(in Places[0]);
        while (true)
        {
            uint earliest = Lowest(merges);
            if (earliest >= Never)
            {
                return BitOperations.PopCount(standing);
            }

            Step(pairs, symbols, earliest, ref standing, out int left, out int right, out int previous, out uint with, out uint ahead);
            merges = With(merges, places, right, Never);
            merges = With(merges, places, left, with);
            merges = With(merges, places, previous, ahead);
        }
    }

    private static unsafe int Merge(PairTable pairs, int* symbols, uint standing, Vector512<uint> merges, Vector512<uint> later)
    {
        Vector512<uint> places = Vector512.LoadUnsafe(in Places[0]), laterPlaces = places + Vector512.Create(16U);
        while (true)
        {
            uint earliest = Lowest(Vector512.Min(merges, later));
            if (earliest >= Never)
            {
                return BitOperations.PopCount(standing);
            }

            Step(pairs, symbols, earliest, ref standing, out int left, out int right, out int previous, out uint with, out uint ahead);
            merges = With(With(With(merges, places, right, Never), places, left, with), places, previous, ahead);
            later = With(With(With(later, laterPlaces, right, Never), laterPlaces, left, with), laterPlaces, previous, ahead);
        }
    }

    // Makes a merge; tells which places it changes, and what the merged symbol makes with the one behind it and with the one ahead of it. Where there is none
    // ahead, that is at no place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Step(
        PairTable pairs, int* symbols, uint merge, ref uint standing, out int left, out int right, out int previous, out uint with, out uint ahead)
    {
        left = (int)merge & ((1 << PlaceBits) - 1);
        int merged = (int)(merge >> PlaceBits) + 1;
        uint behind = standing >> left >> 1;
        right = left + 1 + BitOperations.TrailingZeroCount(behind);
        symbols[left] = merged;
        standing &= ~(1U << right);
        behind = standing >> left >> 1;
        with = behind == 0 ? Never : Key(pairs.Find(merged, symbols[left + 1 + BitOperations.TrailingZeroCount(behind)]), left);
        uint front = standing & ((1U << left) - 1);
        previous = front == 0 ? -1 : BitOperations.Log2(front);
        ahead = front == 0 ? Never : Key(pairs.Find(symbols[previous], merged), previous);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Key(int merged, int place) => ((uint)merged - 1) << PlaceBits | (uint)place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> With(Vector512<uint> values, Vector512<uint> places, int place, uint value) =>
        Vector512.ConditionalSelect(Vector512.Equals(places, Vector512.Create((uint)place)), Vector512.Create(value), values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Lowest(Vector512<uint> values)
    {
        Vector256<uint> eight = Vector256.Min(values.GetLower(), values.GetUpper());
        Vector128<uint> four = Vector128.Min(eight.GetLower(), eight.GetUpper());
        four = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2U, 3, 0, 1)));
        four = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(1U, 0, 3, 2)));
        return four.ToScalar();
    }
}
