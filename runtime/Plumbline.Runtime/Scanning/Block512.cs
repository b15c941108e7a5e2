using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Plumbline.Scanning;

/// <summary>Sixty-four bytes in one register of 512 bits (AVX-512).</summary>
internal readonly unsafe struct Block512 : IBlock<Block512>
{
    private readonly Vector512<byte> _bytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Block512(Vector512<byte> bytes) => _bytes = bytes;

    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Block512 Load(byte* at) => new(Read(at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Equal(byte value) => Vector512.Equals(_bytes, Vector512.Create(value)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong AtLeast(byte value) => Vector512.GreaterThanOrEqual(_bytes, Vector512.Create(value)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Controls() => Vector512.LessThan(_bytes, Vector512.Create((byte)' ')).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong HighBits() => _bytes.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EscapeLetters()
    {
        // The shuffle reads the low half of each index, and gives 0 for an index with the high bit set: right for bytes outside ASCII.
        Vector512<byte> letters = Avx512BW.Shuffle(Table(NibbleTables.EscapeLow), _bytes) & Lookup(NibbleTables.EscapeHigh, High(_bytes));
        return ~Vector512.Equals(letters, Vector512<byte>.Zero).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong HexDigits()
    {
        Vector512<byte> lower = _bytes | Vector512.Create((byte)0x20);
        Vector512<byte> digit = Vector512.LessThan(_bytes - Vector512.Create((byte)'0'), Vector512.Create((byte)10));
        Vector512<byte> letter = Vector512.LessThan(lower - Vector512.Create((byte)'a'), Vector512.Create((byte)6));
        return (digit | letter).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Utf8Errors(byte* at, bool isFirst)
    {
        Vector512<byte> before = Read(at - 1);
        Vector512<byte> pair =
            Lookup(NibbleTables.Utf8BeforeHigh, High(before)) &
            Lookup(NibbleTables.Utf8BeforeLow, before & Vector512.Create((byte)0x0F)) &
            Lookup(NibbleTables.Utf8High, High(_bytes));

        // 0x80 where the third byte of three or four, or the fourth of four, must stand; a pair of continuations is right there only.
        Vector512<byte> edge = Read(NibbleTables.Edge + (isFirst ? 0 : 2));
        Vector512<byte> third = Vector512.SubtractSaturate(Read(at - 2) & edge, Vector512.Create((byte)(0xE0 - 0x80)));
        Vector512<byte> fourth = Vector512.SubtractSaturate(Read(at - 3) & edge, Vector512.Create((byte)(0xF0 - 0x80)));
        Vector512<byte> errors = ((third | fourth) & Vector512.Create((byte)0x80)) ^ pair;
        return ~Vector512.Equals(errors, Vector512<byte>.Zero).ExtractMostSignificantBits();
    }

    // Vector512.Load would be a call where the code is compiled ahead of time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Read(byte* at) => Unsafe.ReadUnaligned<Vector512<byte>>(at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> High(Vector512<byte> bytes) =>
        Vector512.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & Vector512.Create((byte)0x0F);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Lookup(byte* table, Vector512<byte> halves) => Avx512BW.Shuffle(Table(table), halves);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Table(byte* table) => Avx512F.BroadcastVector128ToVector512((int*)table).AsByte();
}
