using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Plumbline.Scanning;

/// <summary>Sixty-four bytes in two registers of 256 bits (AVX2).</summary>
internal readonly unsafe struct Block256 : IBlock<Block256>
{
    private readonly Vector256<byte> _low;
    private readonly Vector256<byte> _high;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Block256(Vector256<byte> low, Vector256<byte> high)
    {
        _low = low;
        _high = high;
    }

    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.IsHardwareAccelerated && Avx2.IsSupported;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Block256 Load(byte* at) => new(Vector256.Load(at), Vector256.Load(at + 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Equal(byte value)
    {
        Vector256<byte> wanted = Vector256.Create(value);
        return Mask(Vector256.Equals(_low, wanted), Vector256.Equals(_high, wanted));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong AtLeast(byte value) => ~Mask(AtMost(_low, (byte)(value - 1)), AtMost(_high, (byte)(value - 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Controls() => Mask(AtMost(_low, 0x1F), AtMost(_high, 0x1F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong HighBits() => Mask(_low, _high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EscapeLetters() => ~Mask(NoLetter(_low), NoLetter(_high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong HexDigits() => Mask(HexDigit(_low), HexDigit(_high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Utf8Errors(byte* at, bool isFirst) => ~Mask(NoError(_low, at, isFirst), NoError(_high, at + 32, isFirst: false));

    // AVX2 compares signed bytes only; a byte is at most a value when it is the smaller of both.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> AtMost(Vector256<byte> bytes, byte value) => Vector256.Equals(Vector256.Min(bytes, Vector256.Create(value)), bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> HexDigit(Vector256<byte> bytes) =>
        AtMost(bytes - Vector256.Create((byte)'0'), 9) | AtMost((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), 5);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> NoLetter(Vector256<byte> bytes)
    {
        // The shuffle reads the low half of each index, and gives 0 for an index with the high bit set: right for bytes outside ASCII.
        Vector256<byte> letters = Avx2.Shuffle(Table(NibbleTables.EscapeLow), bytes) & Lookup(NibbleTables.EscapeHigh, High(bytes));
        return Vector256.Equals(letters, Vector256<byte>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> NoError(Vector256<byte> bytes, byte* at, bool isFirst)
    {
        Vector256<byte> before = Vector256.Load(at - 1);
        Vector256<byte> pair =
            Lookup(NibbleTables.Utf8BeforeHigh, High(before)) &
            Lookup(NibbleTables.Utf8BeforeLow, before & Vector256.Create((byte)0x0F)) &
            Lookup(NibbleTables.Utf8High, High(bytes));

        // 0x80 where the third byte of three or four, or the fourth of four, must stand; a pair of continuations is right there only.
        Vector256<byte> edge = Vector256.Load(NibbleTables.Edge + (isFirst ? 0 : 2));
        Vector256<byte> third = Vector256.SubtractSaturate(Vector256.Load(at - 2) & edge, Vector256.Create((byte)(0xE0 - 0x80)));
        Vector256<byte> fourth = Vector256.SubtractSaturate(Vector256.Load(at - 3) & edge, Vector256.Create((byte)(0xF0 - 0x80)));
        return Vector256.Equals(((third | fourth) & Vector256.Create((byte)0x80)) ^ pair, Vector256<byte>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> High(Vector256<byte> bytes) =>
        Vector256.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & Vector256.Create((byte)0x0F);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Lookup(byte* table, Vector256<byte> halves) => Avx2.Shuffle(Table(table), halves);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Table(byte* table) => Avx2.BroadcastVector128ToVector256(table);
}
