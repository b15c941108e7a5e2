using System.Globalization;
using System.Security.Cryptography;
using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Inputs;

/// <summary>Bytes of a file that were asked for: <c>--range START:END</c>.</summary>
/// <param name="Start">The first byte.</param>
/// <param name="End">The byte after the last one; null for the end of the file.</param>
internal readonly record struct ByteRange(long Start, long? End)
{
    /// <summary>Reads <c>START:END</c>; what is left out is the beginning or the end of the file.</summary>
    public static bool TryRead(string text, out ByteRange range)
    {
        string[] ends = text.Split(':');
        range = default;
        if (ends.Length != 2 || !TryRead(ends[0], out long? start) || !TryRead(ends[1], out long? end) || end < (start ?? 0))
        {
            return false;
        }

        range = new ByteRange(start ?? 0, end);
        return true;
    }

    private static bool TryRead(string text, out long? number)
    {
        number = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long read) ? read : null;
        return number is not null || text.Length == 0;
    }
}

/// <summary>What tells one file from another without reading it all.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Head">SHA-256 of its first bytes, in hexadecimal digits.</param>
/// <param name="Tail">SHA-256 of its last bytes.</param>
internal sealed record FileIdentity(long Length, string Head, string Tail)
{
    /// <summary>Bytes at either end that are looked at.</summary>
    public const int Ends = 64 * 1024;

    /// <summary>Looks at a file.</summary>
    /// <exception cref="UsageException">It is no file of which a range can be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileIdentity Of(string path)
    {
        if (File.Exists(path) && RegularFile.LengthOf(path) == 0)
        {
            // Empty, or a pipe, which must not be opened to look.
            return new FileIdentity(0, Hash([]), Hash([]));
        }

        using FileStream stream = File.OpenRead(path);
        byte[] head = Read(stream, 0);
        if (head is [0x1F, 0x8B, ..])
        {
            throw new UsageException($"--range is not for what is compressed: {path} is gzip, which can be read from its beginning only");
        }

        return new FileIdentity(stream.Length, Hash(head), Hash(Read(stream, Math.Max(0, stream.Length - Ends))));
    }

    private static byte[] Read(FileStream stream, long from)
    {
        byte[] bytes = new byte[Math.Min(Ends, stream.Length - from)];
        stream.Position = from;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
