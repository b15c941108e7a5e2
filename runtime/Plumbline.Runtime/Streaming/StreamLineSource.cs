namespace Plumbline.Streaming;

/// <summary>Lines of a stream, read from front to back. Threads take turns at reading, which costs far less than judging.</summary>
internal sealed class StreamLineSource : LineSource
{
    private readonly Lock _gate = new();
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly LineCutter _cutter;
    private readonly long _length;

    /// <summary>Creates a source of the lines from where the stream stands.</summary>
    public StreamLineSource(Stream stream, int readBytes, int maxLineBytes, bool leaveOpen)
    {
        _stream = stream;
        _leaveOpen = leaveOpen;
        _length = stream is FileStream { CanSeek: true } file ? file.Length : 0;
        _cutter = new LineCutter(readBytes, maxLineBytes);
        BlockBytes = readBytes;
    }

    /// <inheritdoc/>
    public override int BlockBytes { get; }

    /// <inheritdoc/>
    public override bool Fill(ref LineBlock block, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (!_cutter.Begin(block))
            {
                return false;
            }

            do
            {
                cancellation.ThrowIfCancellationRequested();
            }
            while (!_cutter.Accept(block, Read(_cutter.Room(block))));
            return true;
        }
    }

    private int Read(Span<byte> room)
    {
        int read = _stream.Read(room);
        return read > 0 || _length == 0 || _stream.Position >= _length ? read : throw Shortened();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }
}
