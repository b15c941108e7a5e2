namespace Plumbline;

/// <summary>How far a run has come. The run writes, anyone may read at any time from any thread: a clock of the reader's own asks,
/// and the run never waits for it.</summary>
public sealed class DatasetProgress
{
    private long _bytes;
    private long _lines;
    private long _findings;

    /// <summary>Bytes judged, of all runs that report here.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Lines judged.</summary>
    public long Lines => Volatile.Read(ref _lines);

    /// <summary>Findings counted, kept or not.</summary>
    public long Findings => Volatile.Read(ref _findings);

    internal void Add(DatasetSummary block)
    {
        Interlocked.Add(ref _bytes, block.Bytes);
        Interlocked.Add(ref _lines, block.Lines);
        Interlocked.Add(ref _findings, block.Findings);
    }
}
