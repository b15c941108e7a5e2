using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Plumbline.Tokenizers.Tables;

namespace Plumbline.Tokenizers.Vocabularies;

/// <summary>
/// A cache of the counts of texts of 16 to 30 bytes: in scripts of two and three bytes a letter that is a word. An entry is 32 bytes (the text, zeros, its
/// length, its count), two of them a cache line.
/// </summary>
internal sealed unsafe class MediumPretokenTable
{
    /// <summary>The longest text that has an entry.</summary>
    public const int MaxLength = 30;

    /// <summary>How many bytes are read from the start of a text.</summary>
    public const int Readable = 32;

    private const int SetBits = 13;
    private const int SetBytes = 64;

    private readonly Table<byte> sets = new(SetBytes << SetBits);

    private static ReadOnlySpan<byte> Ones =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>The count of a text, or 0; also its key, for <see cref="Remember"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ref byte text, int length, out Vector256<byte> key)
    {
        Vector256<byte> mask = Vector256.LoadUnsafe(ref Unsafe.AsRef(in Ones[0]), (nuint)(32 - length));
        key = (Vector256.LoadUnsafe(ref text) & mask) | Vector256.Create(0UL, 0, 0, (ulong)(uint)length << 48).AsByte();
        byte* set = SetOf(key);
        Vector256<byte> countless = Vector256.Create(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue >> 8).AsByte();
        return (Vector256.Load(set) & countless) == key ? set[31]
            : (Vector256.Load(set + 32) & countless) == key ? set[63]
            : 0;
    }

    /// <summary>Remembers a count in front of the one that was remembered last; the one before that is forgotten.</summary>
    public void Remember(Vector256<byte> key, int count)
    {
        byte* set = SetOf(key);
        Vector256.Load(set).Store(set + 32);
        key.Store(set);
        set[31] = (byte)count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* SetOf(Vector256<byte> key)
    {
        Vector256<ulong> parts = key.AsUInt64();
        ulong hash = (parts.GetElement(0) * 0x9E3779B97F4A7C15) + (parts.GetElement(1) * 0xC2B2AE3D27D4EB4F)
            + (parts.GetElement(2) * 0x165667B19E3779F9) + (parts.GetElement(3) * 0xD6E8FEB86659FD93);
        return sets.First + (hash >> (64 - SetBits)) * SetBytes;
    }
}
