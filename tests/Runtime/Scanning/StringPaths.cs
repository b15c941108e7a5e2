using Plumbline.Scanning;

namespace Plumbline.Runtime.Tests;

/// <summary>The string scan at each vector width. A width that this machine lacks is left out, and said so on standard output.</summary>
/// <remarks>The widths are driven one by one here. To run all tests, the reader included, on a narrower width, switch instruction sets off:
/// <c>DOTNET_EnableAVX512=0</c> leaves Vector256, <c>DOTNET_EnableAVX2=0</c> Vector128, <c>DOTNET_EnableHWIntrinsic=0</c> the scalar path.</remarks>
internal static unsafe class StringPaths
{
    public const int Malformed = -1;

    public delegate byte* Scanner(byte* text);

    public static IReadOnlyList<(string Name, Scanner End)> All { get; } = Find();

    /// <summary>Scans a string that starts at an offset of a padded buffer: the offset of its closing quote from there, or <see cref="Malformed"/>.</summary>
    public static int End(Scanner scanner, PaddedBuffer buffer, int offset = 0)
    {
        byte* start = buffer.Pointer + offset;
        byte* end = scanner(start);
        return end is null ? Malformed : (int)(end - start);
    }

    /// <summary>A text in a buffer, after a quote and before whatever follows.</summary>
    public static PaddedBuffer Buffer(ReadOnlySpan<byte> text)
    {
        var buffer = new PaddedBuffer(text.Length);
        text.CopyTo(buffer.Span);
        buffer.SealLines(text.Length);
        return buffer;
    }

    private static List<(string Name, Scanner End)> Find()
    {
        var paths = new List<(string, Scanner)> { ("scalar", ScalarStrings.End) };
        Add<Block128>("Vector128");
        Add<Block256>("Vector256");
        Add<Block512>("Vector512");
        return paths;

        void Add<TBlock>(string name)
            where TBlock : struct, IBlock<TBlock>
        {
            if (TBlock.IsSupported)
            {
                paths.Add((name, StringScan<TBlock>.End));
            }
            else
            {
                Console.WriteLine($"missing: {name} instructions on this machine; their string scan did not run");
            }
        }
    }
}
