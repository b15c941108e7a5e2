using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Plumbline.Scanning;

/// <summary>Strings as member names are: short, and without anything special. Half the latency of the string scan.</summary>
internal static unsafe class ShortStrings
{
    /// <summary>Finds the closing quote of a plain string.</summary>
    /// <param name="text">The first byte after the opening quote.</param>
    /// <returns>The closing quote; null where it is not among the next 32 bytes, or something stands before it that is not printable
    /// ASCII or a backslash: then the string scan has to look.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* PlainEnd(byte* text)
    {
        // The bytes themselves bring the high bit of whatever is not ASCII. (Where there are no vectors of 256 bits, the JIT takes two.)
        Vector256<byte> bytes = Vector256.Load(text);
        Vector256<byte> stops = bytes |
            Vector256.Equals(bytes, Vector256.Create((byte)'"')) |
            Vector256.Equals(bytes, Vector256.Create((byte)'\\')) |
            Vector256.Equals(Vector256.Min(bytes, Vector256.Create((byte)0x1F)), bytes);
        byte* stop = text + BitOperations.TrailingZeroCount(stops.ExtractMostSignificantBits());

        // Without any stop this is the byte after the 32: if that is a quote, it is the right one too.
        return *stop == '"' ? stop : null;
    }
}
