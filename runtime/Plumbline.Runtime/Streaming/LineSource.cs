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
        // Blocks are the buffer: the stream must not have one of its own.
        var file = new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        if (!file.CanSeek)
        {
            return Of(file, blockBytes, maxLineBytes, leaveOpen: false);
        }

        Span<byte> head = stackalloc byte[2];
        bool isGzip = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && IsGzip(head);
        file.Position = 0;
        return isGzip ? new StreamLineSource(Decompress(file, leaveOpen: false), blockBytes, maxLineBytes, leaveOpen: false)
            : inRanges && file.Length > blockBytes ? new RangeLineSource(file, blockBytes, maxLineBytes)
            : new StreamLineSource(file, blockBytes, maxLineBytes, leaveOpen: false);
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

    private static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..];

    // A method of its own, so that plain text does not load what decompresses.
    private static GZipStream Decompress(Stream stream, bool leaveOpen) => new(stream, CompressionMode.Decompress, leaveOpen);
}
