using Plumbline.Scanning;

namespace Plumbline.Runtime.Tests;

/// <summary>The primitives beside the string scan, at each vector width that this machine has.</summary>
internal sealed unsafe record ScanPaths(string Name, ScanPaths.WhiteSpace WhiteSpaceEnd, ScanPaths.Number NumberEnd, ScanPaths.Container ContainerEnd)
{
    public delegate byte* WhiteSpace(byte* at, bool hasLineFeeds);

    public delegate byte* Number(byte* at);

    public delegate byte* Container(byte* open, byte* end);

    public static IReadOnlyList<ScanPaths> All { get; } =
    [
        new("scalar", ScalarWhiteSpace.End, ScalarNumbers.End, ScalarContainers.End),
        .. Of<Block128>("Vector128"),
        .. Of<Block256>("Vector256"),
        .. Of<Block512>("Vector512"),
        new("as this machine runs", Scan.WhiteSpaceEnd, Scan.NumberEnd, Scan.ContainerEnd),
    ];

    /// <summary>Offset of what a primitive found from a place, or <see cref="StringPaths.Malformed"/>.</summary>
    public static int Offset(byte* found, PaddedBuffer buffer) => found is null ? StringPaths.Malformed : (int)(found - buffer.Pointer);

    private static ScanPaths[] Of<TBlock>(string name)
        where TBlock : struct, IBlock<TBlock> =>
        TBlock.IsSupported ? [new(name, WhiteSpaceScan<TBlock>.End, NumberScan<TBlock>.End, ContainerScan<TBlock>.End)] : [];
}
