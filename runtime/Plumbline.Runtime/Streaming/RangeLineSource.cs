using Microsoft.Win32.SafeHandles;

namespace Plumbline.Streaming;

/// <summary>
/// Lines of a file, or of a range of it, cut into ranges of equal size that threads read side by side. A range owns the lines that start in it:
/// its block begins after the first line feed at or after the byte before the range, and runs on to the end of its last line.
/// </summary>
/// <remarks>The file is taken as long as it was when opened: a line that another process appends meanwhile is not read.</remarks>
internal sealed class RangeLineSource : LineSource
{
    // Most lines are short: what is read beyond the end of a range starts small and doubles.
    private const int FirstExtension = 16 * 1024;

    private readonly FileStream _stream;
    private readonly SafeFileHandle _file;
    private readonly long _length;
    private readonly long _start;
    private readonly long _end;
    private readonly int _rangeBytes;
    private readonly int _maxLineBytes;
    private long _next;
    private LongLine? _longLine;

    /// <summary>Creates a source of a file's lines.</summary>
    /// <param name="file">A file that can be sought; disposed with the source.</param>
    /// <param name="start">The first byte of what is read: lines that start before it are another's.</param>
    /// <param name="end">The byte after what is read; the last line may go on beyond it.</param>
    /// <param name="rangeBytes">Size of a range.</param>
    /// <param name="maxLineBytes">The longest text of a line that is kept.</param>
    public RangeLineSource(FileStream file, long start, long end, int rangeBytes, int maxLineBytes)
    {
        _stream = file;
        _file = file.SafeFileHandle;
        _length = file.Length;
        _start = start;
        _end = end;
        _maxLineBytes = maxLineBytes;
        _rangeBytes = rangeBytes;
    }

    /// <inheritdoc/>
    /// <remarks>The byte before a range, and the end of a last line as lines mostly are.</remarks>
    public override int BlockBytes => 1 + _rangeBytes + (_rangeBytes / 32);

    /// <inheritdoc/>
    public override long MaxBlocks => (_end - _start + _rangeBytes - 1) / _rangeBytes;

    /// <inheritdoc/>
    public override bool Fill(ref LineBlock block, CancellationToken cancellation)
    {
        long index = Interlocked.Increment(ref _next) - 1;
        long from = _start + (index * _rangeBytes);
        if (from >= _end)
        {
            return false;
        }

        long to = Math.Min(from + _rangeBytes, _end);
        long origin = Math.Max(0, from - 1); // the byte before a range tells whether a line starts with it
        block.Reset(index, origin);
        block.Grow((int)(to - origin), 0, limit: 0);
        if (Volatile.Read(ref _longLine) is { } line && line.Start < from && to <= line.End)
        {
            block.Seal(0, 0, endsInput: false); // no line starts inside another
            return true;
        }

        int filled = Read(block, 0, (int)(to - origin));
        int start = from == 0 ? 0 : block.Lines.Span[..filled].IndexOf((byte)'\n') + 1;
        if ((start == 0 && from > 0) || origin + start >= to)
        {
            block.Seal(0, 0, endsInput: false);
            return true;
        }

        Complete(block, start, filled, cancellation);
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose() => _stream.Dispose();

    // Reads on to the end of the last line that starts in the range.
    private void Complete(LineBlock block, int start, int filled, CancellationToken cancellation)
    {
        int lastLine = start + block.Lines.Span[start..filled].LastIndexOf((byte)'\n') + 1;
        int step = Math.Min(FirstExtension, _rangeBytes);
        int end = lastLine == filled ? filled : -1;
        while (end < 0)
        {
            cancellation.ThrowIfCancellationRequested();
            if (filled - lastLine > _maxLineBytes + LineCutter.Slack)
            {
                Skip(block, start, lastLine, filled, cancellation);
                return;
            }

            block.Grow(filled + 1, filled, lastLine + _maxLineBytes + LineCutter.Slack + 1);
            int read = Read(block, filled, Math.Min(step, block.Lines.Capacity - filled));
            int feed = block.Lines.Span.Slice(filled, read).IndexOf((byte)'\n');
            end = feed >= 0 ? filled + feed + 1 : read == 0 ? filled : -1;
            filled += read;
            step = Math.Min(step * 2, _rangeBytes);
        }

        block.Seal(start, end, block.InputOffset(end) >= _length);
        Cover(block, lastLine, block.InputOffset(end));
    }

    private void Skip(LineBlock block, int start, int lastLine, int filled, CancellationToken cancellation)
    {
        SkippedLine skipped = SkippedLine.Begin(block.Lines.Span[lastLine..filled], block.InputOffset(lastLine) == 0);
        long offset = block.InputOffset(filled);
        Span<byte> scratch = block.Lines.Span[lastLine..];
        int read;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            int wanted = (int)Math.Min(scratch.Length, Math.Min(_rangeBytes, _length - offset));
            read = RandomAccess.Read(_file, scratch[..wanted], offset);
            ThrowIfShortened(wanted, read);
            offset += read;
        }
        while (read > 0 && skipped.Pass(scratch[..read]) < 0);

        block.Seal(start, lastLine, endsInput: false);
        long end = block.InputOffset(lastLine) + skipped.ByteCount;
        block.Skip(skipped, end >= _length);
        Cover(block, lastLine, end);
    }

    // Fills a part of the buffer; less only at the end of the file.
    private int Read(LineBlock block, int at, int count)
    {
        int total = 0;
        while (total < count)
        {
            long offset = block.InputOffset(at + total);
            int wanted = (int)Math.Min(count - total, _length - offset);
            if (wanted <= 0)
            {
                break;
            }

            int read = RandomAccess.Read(_file, block.Lines.Span.Slice(at + total, wanted), offset);
            ThrowIfShortened(wanted, read);
            total += read;
        }

        return total;
    }

    private static void ThrowIfShortened(int wanted, int read)
    {
        if (read == 0 && wanted > 0)
        {
            throw Shortened();
        }
    }

    // Ranges that lie inside one long line are not read again.
    private void Cover(LineBlock block, int lastLine, long end)
    {
        if (end - block.InputOffset(lastLine) > _rangeBytes)
        {
            Volatile.Write(ref _longLine, new LongLine(block.InputOffset(lastLine), end));
        }
    }

    private sealed record LongLine(long Start, long End);
}
