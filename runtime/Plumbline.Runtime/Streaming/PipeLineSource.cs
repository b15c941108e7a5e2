using System.Buffers;
using System.IO.Pipelines;

namespace Plumbline.Streaming;

/// <summary>Lines of a pipe. The bytes of a pipe are not ours to pad, so that they are copied into the block's buffer.</summary>
internal sealed class PipeLineSource
{
    private readonly PipeReader _reader;
    private readonly LineCutter _cutter;

    /// <summary>Creates a source of the lines from where the pipe stands.</summary>
    public PipeLineSource(PipeReader reader, int readBytes, int maxLineBytes)
    {
        _reader = reader;
        _cutter = new LineCutter(readBytes, maxLineBytes);
    }

    /// <summary>Whether somebody ended the wait by <see cref="PipeReader.CancelPendingRead"/>.</summary>
    public bool IsCanceled { get; private set; }

    /// <summary>Fills a block with the lines that follow.</summary>
    /// <returns>False when the input is over.</returns>
    /// <exception cref="OperationCanceledException">Cancelled between two reads.</exception>
    public async ValueTask<bool> FillAsync(LineBlock block, CancellationToken cancellation)
    {
        if (!_cutter.Begin(block))
        {
            return false;
        }

        while (true)
        {
            ReadResult result = await _reader.ReadAsync(cancellation).ConfigureAwait(false);
            if (result.IsCanceled)
            {
                IsCanceled = true;
                _reader.AdvanceTo(result.Buffer.Start);
                throw new OperationCanceledException();
            }

            int read = Take(result.Buffer, block);
            bool isNews = read > 0 || result.IsCompleted;
            if (isNews && _cutter.Accept(block, read))
            {
                return true;
            }
        }
    }

    private int Take(ReadOnlySequence<byte> bytes, LineBlock block)
    {
        Span<byte> room = _cutter.Room(block);
        ReadOnlySequence<byte> taken = bytes.Slice(0, Math.Min(bytes.Length, room.Length));
        taken.CopyTo(room);
        _reader.AdvanceTo(taken.End);
        return (int)taken.Length;
    }
}
