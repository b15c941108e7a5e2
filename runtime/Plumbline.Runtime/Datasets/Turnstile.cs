namespace Plumbline.Datasets;

/// <summary>
/// Lets threads that worked on numbered blocks side by side pass in the order of the numbers. A thread that is early waits with its
/// block in hand: that is all the back-pressure there is, and memory is one block a thread.
/// </summary>
internal sealed class Turnstile
{
    // Blocks take about the same time, so that a wait is mostly far shorter than a thread switch.
    private const int Spins = 20;

    private readonly object _gate = new();
    private long _next;
    private bool _closed;

    /// <summary>Whether nobody passes any more.</summary>
    public bool IsClosed => Volatile.Read(ref _closed);

    /// <summary>Waits for the turn of a block; returns at once when its turn has come already.</summary>
    /// <returns>False when the turnstile was closed.</returns>
    public bool Enter(long index)
    {
        var spinner = default(SpinWait);
        while (Volatile.Read(ref _next) < index && !IsClosed && spinner.Count < Spins)
        {
            spinner.SpinOnce(sleep1Threshold: -1);
        }

        if (Volatile.Read(ref _next) >= index)
        {
            return !IsClosed;
        }

        lock (_gate)
        {
            while (_next < index && !_closed)
            {
                Monitor.Wait(_gate);
            }

            return !_closed;
        }
    }

    /// <summary>Ends the turn of the block that entered last.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            Volatile.Write(ref _next, _next + 1);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Turns everybody away who has not passed yet.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }
}
