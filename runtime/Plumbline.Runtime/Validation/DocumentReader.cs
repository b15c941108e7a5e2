namespace Plumbline;

/// <summary>A reader and a buffer for single documents, kept by each thread for its next one.</summary>
internal sealed class DocumentReader : IDisposable
{
    // A larger buffer is not kept: one huge document should not weigh on a thread for ever.
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static DocumentReader? t_kept;

    private readonly Validation _validation;
    private PaddedBuffer _buffer = new(4096);

    private DocumentReader(ValidationOptions options) => _validation = new Validation(options);

    /// <summary>The faults of the document last judged.</summary>
    public FaultList Faults => _validation.Faults;

    /// <summary>Takes this thread's reader, or a new one when it is in use (a sink that validates, say) or has other options.</summary>
    public static DocumentReader Rent(ValidationOptions options)
    {
        DocumentReader? kept = t_kept;
        if (kept is null || !ReferenceEquals(kept._validation.Options, options))
        {
            return new DocumentReader(options);
        }

        t_kept = null;
        return kept;
    }

    /// <summary>Copies a document into the padded buffer and judges it there.</summary>
    public LineVerdict Judge(JsonValidator validator, ReadOnlySpan<byte> json)
    {
        if (_buffer.Capacity < json.Length)
        {
            _buffer = new PaddedBuffer(Math.Max(json.Length, (int)Math.Min(2L * _buffer.Capacity, LargestKept)));
        }

        json.CopyTo(_buffer.Span);
        _buffer.SealDocument(json.Length);
        return _validation.JudgeDocument(validator, _buffer);
    }

    /// <summary>Gives the reader back to its thread.</summary>
    public void Dispose()
    {
        if (_buffer.Capacity <= LargestKept)
        {
            t_kept = this;
        }
    }
}
