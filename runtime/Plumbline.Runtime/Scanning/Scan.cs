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

    /// <summary>Finds the first byte that is not white space; see <see cref="WhiteSpaceScan{TBlock}.End"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* WhiteSpaceEnd(byte* at, bool hasLineFeeds) =>
        Block512.IsSupported ? WhiteSpaceScan<Block512>.End(at, hasLineFeeds)
        : Block256.IsSupported ? WhiteSpaceScan<Block256>.End(at, hasLineFeeds)
        : Block128.IsSupported ? WhiteSpaceScan<Block128>.End(at, hasLineFeeds)
        : ScalarWhiteSpace.End(at, hasLineFeeds);

    /// <summary>Finds the first byte after a number, or null where none stands; see <see cref="NumberScan{TBlock}.End"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* NumberEnd(byte* at) =>
        Block512.IsSupported ? NumberScan<Block512>.End(at)
        : Block256.IsSupported ? NumberScan<Block256>.End(at)
        : Block128.IsSupported ? NumberScan<Block128>.End(at)
        : ScalarNumbers.End(at);

    /// <summary>Finds the byte after an object or array that is known to be well-formed; see <see cref="ContainerScan{TBlock}.End"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* ContainerEnd(byte* open, byte* end) =>
        Block512.IsSupported ? ContainerScan<Block512>.End(open, end)
        : Block256.IsSupported ? ContainerScan<Block256>.End(open, end)
        : Block128.IsSupported ? ContainerScan<Block128>.End(open, end)
        : ScalarContainers.End(open, end);
}
