namespace Plumbline;

/// <summary>An input could not be read to its end: it is damaged, or vanished on the way. What came before was judged, and its findings were
/// delivered.</summary>
public sealed class DatasetReadException : IOException
{
    internal DatasetReadException(Exception reason, DatasetSummary summary)
        : base(reason is InvalidDataException ? "the gzip data is damaged or ends too early" : reason.Message, reason) => Summary = summary;

    /// <summary>The lines that were read; it is not <see cref="DatasetSummary.IsComplete"/>.</summary>
    public DatasetSummary Summary { get; }
}
