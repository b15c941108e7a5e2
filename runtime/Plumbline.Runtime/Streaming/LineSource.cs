using System.IO.Compression;

namespace Plumbline.Streaming;

/// <summary>Fills blocks with the whole lines of an input. Any number of threads may fill blocks at the same time, each its own.</summary>
internal abstract class LineSource : IDisposable
{
    /// <summary>Bytes that a block has room for before it grows.</summary>
    public abstract int BlockBytes { get; }

    /// <summary>The most blocks that the input can fill, where that is known: more threads are of no use.</summary>
    public virtual long MaxBlocks => long.MaxValue;

    /// <summary>Opens a file, and decompresses it where it begins as gzip does. No text of JSON Lines begins so.</summary>
    /// <param name="path">The file, or a pipe that has a name.</param>
    /// <param name="blockBytes">Bytes of a block.</param>
    /// <param name="maxLineBytes">The longest text of a line that is kept.</param>
    /// <param name="inRanges">Whether several threads are to read, each where it likes; applies to files that can be sought.</param>
    public static LineSource Open(string path, int blockBytes, int maxLineBytes, bool inRanges)
    {
        FileStream file = Open(path);
        if (!file.CanSeek)
        {
            return Of(file, blockBytes, maxLineBytes, leaveOpen: false);
        }

        return BeginsAsGzip(file) ? new StreamLineSource(Decompress(file, leaveOpen: false), blockBytes, maxLineBytes, leaveOpen: false)
            : inRanges && file.Length > blockBytes ? new RangeLineSource(file, 0, file.Length, blockBytes, maxLineBytes)
            : new StreamLineSource(file, blockBytes, maxLineBytes, leaveOpen: false);
    }

    /// <summary>Opens a file for the lines that start in a range of its bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="start">The first byte of the range.</param>
    /// <param name="end">The byte after it.</param>
    /// <param name="blockBytes">Bytes of a block.</param>
    /// <param name="maxLineBytes">The longest text of a line that is kept.</param>
    /// <exception cref="NotSupportedException">The file is compressed, or cannot be sought.</exception>
    public static LineSource OpenRange(string path, long start, long end, int blockBytes, int maxLineBytes)
    {
        FileStream file = Open(path);
        try
        {
            if (!file.CanSeek || BeginsAsGzip(file))
            {
                throw new NotSupportedException(
                    file.CanSeek ? "The file is compressed by gzip, which can be read from its beginning only." : "The file cannot be sought.");
            }

            ArgumentOutOfRangeException.ThrowIfNegative(start);
            ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(end, file.Length);
            return new RangeLineSource(file, start, end, blockBytes, maxLineBytes);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads a stream from where it stands, and decompresses it where it goes on as gzip begins.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="blockBytes">Bytes of a block.</param>
    /// <param name="maxLineBytes">The longest text of a line that is kept.</param>
    /// <param name="leaveOpen">Whether the stream outlives the source.</param>
    public static LineSource Of(Stream stream, int blockBytes, int maxLineBytes, bool leaveOpen)
    {
        byte[] head = new byte[2];
        int count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var whole = new HeadedStream(head.AsMemory(0, count), stream, leaveOpen);
        return new StreamLineSource(IsGzip(head.AsSpan(0, count)) ? Decompress(whole, leaveOpen: false) : whole, blockBytes, maxLineBytes, leaveOpen: false);
    }

    /// <summary>Fills a block with the lines that follow.</summary>
    /// <param name="block">A block that is done with; comes back filled, perhaps as another. Its index tells where its lines belong.</param>
    /// <param name="cancellation">Ends the wait inside a line that is being skipped; a block is never handed out incomplete.</param>
    /// <returns>False when the input is over: the block then has no index.</returns>
    /// <exception cref="OperationCanceledException">Cancelled between two reads.</exception>
    /// <exception cref="IOException">The input cannot be read.</exception>
    public abstract bool Fill(ref LineBlock block, CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>The end of a file came before the length that it had when it was opened: what is missing must not pass for valid.</summary>
    protected static EndOfStreamException Shortened() => new("the file became shorter while it was read");

    // Blocks are the buffer: the stream must not have one of its own.
    private static FileStream Open(string path) => new(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });

    private static bool BeginsAsGzip(FileStream file)
    {
        Span<byte> head = stackalloc byte[2];
        bool isGzip = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && IsGzip(head);
        file.Position = 0;
        return isGzip;
    }

    private static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..];

    // A method of its own, so that plain text does not load what decompresses.
    private static GZipStream Decompress(Stream stream, bool leaveOpen) => new(stream, CompressionMode.Decompress, leaveOpen);
}
