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
            return new StreamLineSource(file, blockBytes, maxLineBytes, leaveOpen: false);
        }

        Span<byte> head = stackalloc byte[2];
        bool isGzip = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head is [0x1F, 0x8B];
        file.Position = 0;
        return isGzip ? new StreamLineSource(new GZipStream(file, CompressionMode.Decompress), blockBytes, maxLineBytes, leaveOpen: false)
            : inRanges ? new RangeLineSource(file, blockBytes, maxLineBytes)
            : new StreamLineSource(file, blockBytes, maxLineBytes, leaveOpen: false);
    }

    /// <summary>Fills a block with the lines that follow.</summary>
    /// <param name="block">The block; its index tells where its lines belong.</param>
    /// <param name="cancellation">Ends the wait inside a line that is being skipped; a block is never handed out incomplete.</param>
    /// <returns>False when the input is over: the block then has no index.</returns>
    /// <exception cref="OperationCanceledException">Cancelled between two reads.</exception>
    /// <exception cref="IOException">The input cannot be read.</exception>
    public abstract bool Fill(LineBlock block, CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract void Dispose();
}
