using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Plumbline.Tokenizers.Tables;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>
/// A cache of the counts of texts of 31 to 62 bytes, which only words of scripts of two and three bytes a letter often have: an entry (the text, zeros, its
/// length, its count) is a cache line, and the last text remembered in it stays.
/// </summary>
internal sealed unsafe class LongPretokenTable
{
    /// <summary>The longest text that has an entry.</summary>
    public const int MaxLength = 62;

    /// <summary>How many bytes are read from the start of a text.</summary>
    public const int Readable = 64;

    private const int EntryBits = 12;
    private const int EntryBytes = 64;

    private readonly Table<byte> entries = new(EntryBytes << EntryBits);

    /// <summary>The count of a text, or 0; also its key, for <see cref="Remember"/>.</summary>
    public int Find(ref byte text, int length, out Vector512<byte> key)
    {
        Vector512<byte> inside = Vector512.LessThan(Vector512<byte>.Indices, Vector512.Create((byte)length));
        key = (Vector512.LoadUnsafe(ref text) & inside) | LengthAndCount(length, 0);
        byte* entry = EntryOf(key);
        return (Vector512.Load(entry) & ~LengthAndCount(0, 255)) == key ? entry[EntryBytes - 1] : 0;
    }

    /// <summary>Remembers a count.</summary>
    public void Remember(Vector512<byte> key, int count) => (key | LengthAndCount(0, count)).Store(EntryOf(key));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> LengthAndCount(int length, int count) =>
        Vector512.Create(0UL, 0, 0, 0, 0, 0, 0, (ulong)(uint)length << 48 | (ulong)(uint)count << 56).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* EntryOf(Vector512<byte> key)
    {
        Vector512<ulong> multiplied = key.AsUInt64() * Vector512.Create(
            0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93,
            0xA0761D6478BD642F, 0xE7037ED1A0B428DB, 0x8EBC6AF09C88C6E3, 0x589965CC75374CC3);
        return entries.First + (Vector512.Sum(multiplied) >> (64 - EntryBits)) * EntryBytes;
    }
}
