using System.Runtime.ExceptionServices;

namespace Plumbline.Streaming;

/// <summary>
/// Reads one block ahead on a thread of its own, so that a single validator does not wait for its input: while one block is judged the
/// next is filled, and then they change hands. Two blocks are all the memory that this takes.
/// </summary>
/// <remarks>Inputs of a few blocks are read without the thread, which takes longer to start than they take to read.</remarks>
internal sealed class ReadAhead : LineSource
{
    private const int BlocksWithoutThread = 8;

    private readonly LineSource _source;
    private readonly CancellationToken _cancellation;
    private readonly object _gate = new();
    private Thread? _reader;
    private LineBlock? _filled;
    private LineBlock? _spent;
    private int _direct;
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

        lock (_gate)
        {
            if (_reader is null)
            {
                _reader = new Thread(Read) { IsBackground = true, Name = "plumbline reader" };
                _reader.Start();
            }

            while (_filled is null && !_isEnded)
            {
                Monitor.Wait(_gate);
            }

            if (_filled is not { } filled)
            {
                _failure?.Throw();
                return false;
            }

            _filled = null;
            _spent = block;
            block = filled;
            Monitor.PulseAll(_gate);
            return true;
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
            LineBlock? block = new(BlockBytes);
            while (block is not null && _source.Fill(ref block, _cancellation))
            {
                block = Exchange(block);
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

    // Hands over a block that is filled, and waits for the one that is judged meanwhile.
    private LineBlock? Exchange(LineBlock filled)
    {
        lock (_gate)
        {
            _filled = filled;
            Monitor.PulseAll(_gate);
            while (_spent is null && !_isAbandoned)
            {
                Monitor.Wait(_gate);
            }

            LineBlock? spent = _isAbandoned ? null : _spent;
            _spent = null;
            return spent;
        }
    }
}
