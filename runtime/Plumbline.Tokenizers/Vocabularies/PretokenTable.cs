using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Plumbline.Tokenizers.Tables;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>
/// Counts of short texts by <see cref="PretokenKey"/>, in sets of four that fill a cache line each. As a cache it forgets; as the table of a
/// vocabulary it keeps what it was given, spilling from a full set to the next.
/// </summary>
internal sealed unsafe class PretokenTable
{
    private const int SetBytes = 64;

    // In memory of its own, sets lie on cache lines.
    private readonly Table<byte> memory;
    private readonly byte* sets;
    private readonly int shift;
    private readonly uint lastSet;

    public PretokenTable(int setBits)
        : this(new Table<byte>(SetBytes << setBits))
    {
    }

    /// <summary>A table out of a file, filled by <see cref="Add"/>.</summary>
    public PretokenTable(TableReader file)
        : this(file.Next<byte>())
    {
    }

    private PretokenTable(Table<byte> memory)
    {
        this.memory = memory;
        sets = memory.First;
        lastSet = (uint)(memory.Length / SetBytes) - 1;
        shift = BitOperations.LeadingZeroCount((ulong)lastSet);
    }

    public void Write(TableWriter file) => file.Add(memory);

    /// <summary>The count of a key, or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(Vector128<byte> key, ulong hash)
    {
        byte* set = sets + (hash >> shift) * SetBytes;
        int way = WayOf(set, key);
        return way < 8 ? set[(way * 8) + 15] & 0x0F : 0;
    }

    /// <summary>Remembers a count; one of the four in the set may be forgotten.</summary>
    public void Remember(Vector128<byte> key, ulong hash, int count)
    {
        byte* set = sets + (hash >> shift) * SetBytes;
        int way = 0;
        while (way < 3 && set[(way * 16) + 15] != 0)
        {
            way++;
        }

        if (way == 3 && set[63] != 0)
        {
            way = (int)(hash >> 16) & 3;
        }

        Write(set + (way * 16), key, count);
    }

    /// <summary>Adds a key to a table that must keep all; one that is there already is there twice then, which does no harm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector128<byte> key, int count)
    {
        uint index = (uint)(PretokenKey.Hash(key) >> shift);
        while (true)
        {
            byte* set = sets + ((ulong)index * SetBytes);
            for (int way = 0; way < 4; way++)
            {
                if (set[(way * 16) + 15] == 0)
                {
                    Write(set + (way * 16), key, count);
                    return;
                }
            }

            index = (index + 1) & lastSet;
        }
    }

    /// <summary>Like <see cref="Find"/>, in a table that was filled by <see cref="Add"/>.</summary>
    public int FindKept(Vector128<byte> key, ulong hash)
    {
        uint index = (uint)(hash >> shift);
        while (true)
        {
            byte* set = sets + ((ulong)index * SetBytes);
            int way = WayOf(set, key);
            if (way < 8)
            {
                return set[(way * 8) + 15] & 0x0F;
            }

            if (set[63] == 0)
            {
                return 0;
            }

            index = (index + 1) & lastSet;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(byte* entry, Vector128<byte> key, int count)
    {
        key.Store(entry);
        entry[15] |= (byte)count;
    }

    // Twice the way that holds the key (0, 2, 4, 6), or more: all four entries are compared at once, as pairs of 64-bit lanes of which both must agree.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WayOf(byte* set, Vector128<byte> key)
    {
        Vector256<byte> twice = Vector256.Create(key, key);
        Vector512<ulong> keys = Vector512.Create(twice, twice).AsUInt64();
        Vector512<ulong> countless = Vector512.Create(
            ulong.MaxValue, 0xF0FFFFFFFFFFFFFF, ulong.MaxValue, 0xF0FFFFFFFFFFFFFF, ulong.MaxValue, 0xF0FFFFFFFFFFFFFF, ulong.MaxValue, 0xF0FFFFFFFFFFFFFF);
        uint equal = (uint)Vector512.Equals(Vector512.Load(set).AsUInt64() & countless, keys).ExtractMostSignificantBits();
        return BitOperations.TrailingZeroCount(equal & equal >> 1 & 0x55);
    }
}
