using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Reports;

/// <summary>Bytes on their way to a report's file. That they cannot be written is told of the report, whoever was writing: a disk that is full must not
/// look like an input that cannot be read.</summary>
/// <param name="stream">The file.</param>
/// <param name="name">What people call it.</param>
internal sealed class ReportStream(Stream stream, string name) : Stream
{
    private bool _isBroken;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        // Who writes as it is disposed of would fail again, on the way out of the first failure.
        if (_isBroken)
        {
            return;
        }

        try
        {
            stream.Write(buffer);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _isBroken = true;
            throw new UsageException($"cannot write {name}: {fault.Message}");
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is held back here.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
