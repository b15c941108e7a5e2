namespace Plumbline;

/// <summary>A reader and a buffer for single documents, kept by each thread for its next one. A thread keeps two: validating and parsing records
/// differ in their options.</summary>
internal sealed class DocumentReader : IDisposable
{
    // A larger buffer is not kept: one huge document should not weigh on a thread for ever.
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static DocumentReader? t_last;

    [ThreadStatic]
    private static DocumentReader? t_before;

    private readonly Validation _validation;
    private PaddedBuffer _buffer = new(4096);

    private DocumentReader(ValidationOptions options) => _validation = new Validation(options);

    /// <summary>The faults of the document last judged.</summary>
    public FaultList Faults => _validation.Faults;

    /// <summary>Takes this thread's reader, or a new one when it is in use (a sink that validates, say) or has other options.</summary>
    public static DocumentReader Rent(ValidationOptions options)
    {
        if (t_last is { } last && ReferenceEquals(last._validation.Options, options))
        {
            t_last = t_before;
            t_before = null;
            return last;
        }

        if (t_before is { } before && ReferenceEquals(before._validation.Options, options))
        {
            t_before = null;
            return before;
        }

        return new DocumentReader(options);
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
            t_before = t_last;
            t_last = this;
        }
    }
}
