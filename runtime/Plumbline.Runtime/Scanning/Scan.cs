using System.Runtime.CompilerServices;

namespace Plumbline.Scanning;

/// <summary>The scanning primitives at the width of this machine. The JIT sees the conditions as constants and keeps one path.</summary>
internal static unsafe class Scan
{
    /// <summary>Finds the closing quote of a string, or null where the string is malformed; see <see cref="StringScan{TBlock}.End"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* StringEnd(byte* text) =>
        Block512.IsSupported ? StringScan<Block512>.End(text)
        : Block256.IsSupported ? StringScan<Block256>.End(text)
        : Block128.IsSupported ? StringScan<Block128>.End(text)
        : ScalarStrings.End(text);
}
