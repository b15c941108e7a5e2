using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plumbline.Scanning;

/// <summary>
/// Tables of 16 entries for byte shuffles: a property of a byte that depends on its two halves is found by looking up each half and
/// taking what both allow (AND).
/// </summary>
internal static unsafe class NibbleTables
{
    // What may follow a backslash, by high half: 2x (" /), 5x (\), 6x (b f n), 7x (r t u).
    private const byte Row2 = 1, Row5 = 2, Row6 = 4, Row7 = 8;

    // What is wrong with a byte and the one before it (Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte",
    // 2020, table 8): bits that all three lookups must allow.
    private const byte TooShort = 1;        // a lead byte, then no continuation
    private const byte TooLong = 2;         // ASCII, then a continuation
    private const byte Overlong3 = 4;       // E0, then 80-9F
    private const byte TooLarge = 8;        // F4, then 90-BF; F5-FF, then 90-BF
    private const byte Surrogate = 16;      // ED, then A0-BF
    private const byte Overlong2 = 32;      // C0 or C1, then a continuation
    private const byte Overlong4 = 64;      // F0, then 80-8F
    private const byte TooLarge8 = 64;      // F5-FF, then 80-8F: shares its bit, since both end in an 8x
    private const byte TwoContinuations = 128; // right only as third or fourth byte of a sequence
    private const byte AnyLow = TooShort | TooLong | TwoContinuations; // does not depend on the low half

    /// <summary>By low half: which rows have an escape letter in this column.</summary>
    public static byte* EscapeLow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Address(
            [0, 0, Row2 | Row6 | Row7, 0, Row7, Row7, Row6, 0, 0, 0, 0, 0, Row5, 0, Row6, Row2]);
    }

    /// <summary>By high half: the row.</summary>
    public static byte* EscapeHigh
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Address(
            [0, 0, Row2, 0, 0, Row5, Row6, Row7, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    /// <summary>By high half of the byte before.</summary>
    public static byte* Utf8BeforeHigh
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Address(
        [
            TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong,
            TwoContinuations, TwoContinuations, TwoContinuations, TwoContinuations,
            TooShort | Overlong2, TooShort, TooShort | Overlong3 | Surrogate, TooShort | TooLarge | TooLarge8 | Overlong4,
        ]);
    }

    /// <summary>By low half of the byte before.</summary>
    public static byte* Utf8BeforeLow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Address(
        [
            AnyLow | Overlong2 | Overlong3 | Overlong4, AnyLow | Overlong2, AnyLow, AnyLow, AnyLow | TooLarge,
            AnyLow | TooLarge | TooLarge8, AnyLow | TooLarge | TooLarge8, AnyLow | TooLarge | TooLarge8, AnyLow | TooLarge | TooLarge8,
            AnyLow | TooLarge | TooLarge8, AnyLow | TooLarge | TooLarge8, AnyLow | TooLarge | TooLarge8, AnyLow | TooLarge | TooLarge8,
            AnyLow | TooLarge | TooLarge8 | Surrogate, AnyLow | TooLarge | TooLarge8, AnyLow | TooLarge | TooLarge8,
        ]);
    }

    /// <summary>By high half of the byte itself.</summary>
    public static byte* Utf8High
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Address(
        [
            TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort,
            TooLong | Overlong2 | TwoContinuations | Overlong3 | TooLarge8 | Overlong4,
            TooLong | Overlong2 | TwoContinuations | Overlong3 | TooLarge,
            TooLong | Overlong2 | TwoContinuations | Surrogate | TooLarge,
            TooLong | Overlong2 | TwoContinuations | Surrogate | TooLarge,
            TooShort, TooShort, TooShort, TooShort,
        ]);
    }

    /// <summary>Two zero bytes, then 64 of all ones: masks off the two bytes before a text when loaded at 0, nothing when loaded at 2.</summary>
    public static byte* Edge
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Address(
        [
            0, 0,
            255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
            255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
            255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
            255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        ]);
    }

    // Constant data of the assembly: it does not move.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* Address(ReadOnlySpan<byte> table) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(table));
}
