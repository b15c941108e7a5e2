namespace Plumbline.Cli.Inputs;

/// <summary>Standard input. A read of a terminal waits for whoever types, and no signal ends it: here Ctrl-C does. A pipe is read as it is, because
/// who writes to it hears Ctrl-C as well.</summary>
internal sealed class StandardInput : Stream
{
    private readonly Stream _terminal;
    private readonly CancellationToken _cancellation;

    private StandardInput(Stream terminal, CancellationToken cancellation)
    {
        _terminal = terminal;
        _cancellation = cancellation;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Opens it.</summary>
    /// <param name="cancellation">Ends a read of a terminal, which then throws an <see cref="OperationCanceledException"/>.</param>
    public static Stream Open(CancellationToken cancellation)
    {
        Stream input = Console.OpenStandardInput();
        return Console.IsInputRedirected ? input : new StandardInput(input, cancellation);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        // Nobody types faster than that; what is read after the end is read by nobody.
        byte[] typed = new byte[buffer.Length];
        Task<int> read = Task.Run(() => _terminal.Read(typed, 0, typed.Length), CancellationToken.None);
        Task.WaitAny([read], _cancellation);
        int count = read.GetAwaiter().GetResult();
        typed.AsSpan(0, count).CopyTo(buffer);
        return count;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is written.
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
