using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Scanning;

/// <summary>Sixty-four bytes in four registers of 128 bits (SSSE3, NEON).</summary>
internal readonly unsafe struct Block128 : IBlock<Block128>
{
    private readonly Vector128<byte> _a, _b, _c, _d;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Block128(Vector128<byte> a, Vector128<byte> b, Vector128<byte> c, Vector128<byte> d)
    {
        _a = a;
        _b = b;
        _c = c;
        _d = d;
    }

    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.IsHardwareAccelerated;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Block128 Load(byte* at) => new(Vector128.Load(at), Vector128.Load(at + 16), Vector128.Load(at + 32), Vector128.Load(at + 48));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Equal(byte value)
    {
        Vector128<byte> wanted = Vector128.Create(value);
        return Mask(Vector128.Equals(_a, wanted), Vector128.Equals(_b, wanted), Vector128.Equals(_c, wanted), Vector128.Equals(_d, wanted));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong AtLeast(byte value)
    {
        byte below = (byte)(value - 1);
        return ~Mask(AtMost(_a, below), AtMost(_b, below), AtMost(_c, below), AtMost(_d, below));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Controls() => Mask(AtMost(_a, 0x1F), AtMost(_b, 0x1F), AtMost(_c, 0x1F), AtMost(_d, 0x1F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong HighBits() => Mask(_a, _b, _c, _d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EscapeLetters() => ~Mask(NoLetter(_a), NoLetter(_b), NoLetter(_c), NoLetter(_d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong HexDigits() => Mask(HexDigit(_a), HexDigit(_b), HexDigit(_c), HexDigit(_d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Utf8Errors(byte* at, bool isFirst) => ~Mask(
        NoError(_a, at, isFirst), NoError(_b, at + 16, isFirst: false), NoError(_c, at + 32, isFirst: false), NoError(_d, at + 48, isFirst: false));

    // SSE compares signed bytes only; a byte is at most a value when it is the smaller of both.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> AtMost(Vector128<byte> bytes, byte value) => Vector128.Equals(Vector128.Min(bytes, Vector128.Create(value)), bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> HexDigit(Vector128<byte> bytes) =>
        AtMost(bytes - Vector128.Create((byte)'0'), 9) | AtMost((bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), 5);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> NoLetter(Vector128<byte> bytes) => Vector128.Equals(
        Lookup(NibbleTables.EscapeLow, Low(bytes)) & Lookup(NibbleTables.EscapeHigh, High(bytes)), Vector128<byte>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> NoError(Vector128<byte> bytes, byte* at, bool isFirst)
    {
        Vector128<byte> before = Vector128.Load(at - 1);
        Vector128<byte> pair =
            Lookup(NibbleTables.Utf8BeforeHigh, High(before)) &
            Lookup(NibbleTables.Utf8BeforeLow, Low(before)) &
            Lookup(NibbleTables.Utf8High, High(bytes));

        // 0x80 where the third byte of three or four, or the fourth of four, must stand; a pair of continuations is right there only.
        Vector128<byte> edge = Vector128.Load(NibbleTables.Edge + (isFirst ? 0 : 2));
        Vector128<byte> third = Vector128.SubtractSaturate(Vector128.Load(at - 2) & edge, Vector128.Create((byte)(0xE0 - 0x80)));
        Vector128<byte> fourth = Vector128.SubtractSaturate(Vector128.Load(at - 3) & edge, Vector128.Create((byte)(0xF0 - 0x80)));
        return Vector128.Equals(((third | fourth) & Vector128.Create((byte)0x80)) ^ pair, Vector128<byte>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(Vector128<byte> a, Vector128<byte> b, Vector128<byte> c, Vector128<byte> d) =>
        a.ExtractMostSignificantBits() | ((ulong)b.ExtractMostSignificantBits() << 16) |
        ((ulong)c.ExtractMostSignificantBits() << 32) | ((ulong)d.ExtractMostSignificantBits() << 48);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Low(Vector128<byte> bytes) => bytes & Vector128.Create((byte)0x0F);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> High(Vector128<byte> bytes) =>
        Vector128.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & Vector128.Create((byte)0x0F);

    // Every index is below 16, so that the platform's own shuffle will do.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Lookup(byte* table, Vector128<byte> halves) => Vector128.ShuffleNative(Vector128.Load(table), halves);
}
