namespace Plumbline.Runtime.Tests.Streaming;

/// <summary>A stream that is only read forward.</summary>
internal abstract class ForwardStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public abstract override int Read(Span<byte> buffer);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Hands out at most so many bytes a read, as a slow pipe does.</summary>
internal sealed class TricklingStream(byte[] bytes, int most) : ForwardStream
{
    private int _at;

    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(Math.Min(buffer.Length, most), bytes.Length - _at);
        bytes.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}

/// <summary>Hands out its bytes in two reads.</summary>
internal sealed class CutStream(byte[] bytes, int cut) : ForwardStream
{
    private int _at;

    public override int Read(Span<byte> buffer)
    {
        int end = _at < cut ? cut : bytes.Length;
        int count = Math.Min(buffer.Length, end - _at);
        bytes.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}

/// <summary>The same bytes again and again, without holding more than one copy of them.</summary>
internal sealed class RepeatingStream(byte[] bytes, long times) : ForwardStream
{
    private long _left = times * bytes.Length;

    /// <summary>Called before each read.</summary>
    public Action? BeforeRead { get; init; }

    public override int Read(Span<byte> buffer)
    {
        BeforeRead?.Invoke();
        int total = 0;
        while (total < buffer.Length && _left > 0)
        {
            int at = (int)(bytes.Length - (_left % bytes.Length)) % bytes.Length;
            int count = Math.Min(bytes.Length - at, buffer.Length - total);
            bytes.AsSpan(at, count).CopyTo(buffer[total..]);
            total += count;
            _left -= count;
        }

        return total;
    }
}

/// <summary>Fails after its bytes, as a network file does.</summary>
internal sealed class FailingStream(byte[] bytes) : ForwardStream
{
    private readonly TricklingStream _bytes = new(bytes, 7);

    public override int Read(Span<byte> buffer)
    {
        int read = _bytes.Read(buffer);
        return read > 0 ? read : throw new IOException("the disk is gone");
    }
}
