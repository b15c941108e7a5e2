using System.Runtime.ExceptionServices;

namespace Plumbline.Streaming;

/// <summary>
/// Reads ahead on a thread of its own, so that a single validator does not wait for its input: while one block is judged others are filled.
/// </summary>
/// <remarks>
/// <para>Waking a thread takes as long as reading some dozen kilobytes. So there are a few blocks, and a reader that had to wait is woken when half
/// of them are free again: then threads change hands once for several blocks.</para>
/// <para>Inputs of a few blocks are read without the thread, which takes longer to start than they take to read.</para>
/// </remarks>
internal sealed class ReadAhead : LineSource
{
    private const int BlocksWithoutThread = 8;
    private const int MostBlocks = 6;

    // Once blocks have grown because of long lines, memory counts for more than time: one is judged and one is read.
    private const int FewestBlocks = 2;

    private readonly LineSource _source;
    private readonly CancellationToken _cancellation;
    private readonly object _gate = new();
    private readonly Queue<LineBlock> _filled = new();
    private readonly Stack<LineBlock> _spent = new();
    private Thread? _reader;
    private int _blocks = 1;
    private int _mostBlocks = MostBlocks;
    private int _direct;
    private bool _readerWaits;
    private bool _isEnded;
    private bool _isAbandoned;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Creates a reader ahead of one thread.</summary>
    /// <param name="source">What is read; disposed with this.</param>
    /// <param name="cancellation">Ends reading between two blocks, or inside a line that is being skipped.</param>
    public ReadAhead(LineSource source, CancellationToken cancellation)
    {
        _source = source;
        _cancellation = cancellation;
    }

    /// <inheritdoc/>
    public override int BlockBytes => _source.BlockBytes;

    /// <inheritdoc/>
    public override long MaxBlocks => _source.MaxBlocks;

    /// <inheritdoc/>
    public override bool Fill(ref LineBlock block, CancellationToken cancellation)
    {
        if (_direct < BlocksWithoutThread)
        {
            _direct++;
            return _source.Fill(ref block, cancellation);
        }

        if (_reader is null)
        {
            _reader = new Thread(Read) { IsBackground = true, Name = "plumbline reader" };
            _reader.Start();
        }

        lock (_gate)
        {
            // The block in hand goes to the reader.
            _spent.Push(block);
            if (_readerWaits && (_spent.Count >= _mostBlocks / 2 || _filled.Count == 0))
            {
                Monitor.PulseAll(_gate);
            }

            while (_filled.Count == 0 && !_isEnded)
            {
                Monitor.Wait(_gate);
            }

            if (_filled.TryDequeue(out LineBlock? filled))
            {
                block = filled;
                return true;
            }

            // The block in hand stays the caller's: the reader, which may have had it last, is done.
            _failure?.Throw();
            return false;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Waits for a read that is under way: afterwards nobody reads from the input.</remarks>
    public override void Dispose()
    {
        lock (_gate)
        {
            _isAbandoned = true;
            Monitor.PulseAll(_gate);
        }

        _reader?.Join();
        _source.Dispose();
    }

    private void Read()
    {
        try
        {
            while (Free() is { } block && _source.Fill(ref block, _cancellation))
            {
                HandOver(block);
            }
        }
        catch (Exception failure)
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
        }

        lock (_gate)
        {
            _isEnded = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void HandOver(LineBlock filled)
    {
        lock (_gate)
        {
            if (filled.Lines.Capacity > 2 * (long)BlockBytes)
            {
                _mostBlocks = FewestBlocks;
            }

            _filled.Enqueue(filled);
            if (_filled.Count == 1)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    // A block to be filled; null when nobody reads any more.
    private LineBlock? Free()
    {
        lock (_gate)
        {
            while (!_isAbandoned)
            {
                while (_blocks > _mostBlocks && _spent.TryPop(out _))
                {
                    _blocks--;
                }

                if (_spent.TryPop(out LineBlock? spent))
                {
                    return spent;
                }

                if (_blocks < _mostBlocks)
                {
                    _blocks++;
                    return new LineBlock(BlockBytes);
                }

                _readerWaits = true;
                Monitor.Wait(_gate);
                _readerWaits = false;
            }

            return null;
        }
    }
}
