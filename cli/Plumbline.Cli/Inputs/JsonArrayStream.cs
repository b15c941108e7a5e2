using Microsoft.Win32.SafeHandles;

namespace Plumbline.Cli.Inputs;

/// <summary>
/// Makes JSON Lines of a file that is one JSON array, byte for byte: the brackets and the white space between tokens that would end a line become
/// spaces, the commas between items line feeds. Every byte keeps its offset, so that what is found can be told at its place in the file.
/// </summary>
/// <param name="array">The file, before its first byte.</param>
internal sealed class JsonArrayStream(Stream array) : Stream
{
    private readonly List<long> _lineEnds = [];
    private readonly Lock _gate = new();
    private long _offset;
    private int _depth;
    private bool _inString;
    private bool _escaped;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => _offset; set => throw new NotSupportedException(); }

    /// <summary>Whether a file is one JSON array: whether it begins with a bracket, white space aside.</summary>
    public static bool IsArray(string path)
    {
        if (RegularFile.LengthOf(path) == 0)
        {
            return false;
        }

        using SafeFileHandle file = File.OpenHandle(path);
        Span<byte> head = stackalloc byte[256];
        ReadOnlySpan<byte> text = head[..RandomAccess.Read(file, head, fileOffset: 0)];
        text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        while (text is [(byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n', ..])
        {
            text = text[1..];
        }

        return text is [(byte)'[', ..];
    }

    /// <summary>The line of an offset, from 1, and where it starts. Covers what has been read.</summary>
    public (long Line, long Start) LineOf(long offset)
    {
        lock (_gate)
        {
            int index = _lineEnds.BinarySearch(offset);
            index = index < 0 ? ~index : index;
            return (index + 1, index == 0 ? 0 : _lineEnds[index - 1] + 1);
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count = array.Read(buffer);
        lock (_gate)
        {
            for (int i = 0; i < count; i++, _offset++)
            {
                buffer[i] = Next(buffer[i]);
            }
        }

        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            array.Dispose();
        }

        base.Dispose(disposing);
    }

    private byte Next(byte b)
    {
        if (b == '\n')
        {
            _lineEnds.Add(_offset);
        }

        if (_inString)
        {
            // A line feed in a string is an error of its own, which must not end the line; the control character beside it is one too.
            _inString = _escaped || b != '"';
            _escaped = !_escaped && b == '\\';
            return b == '\n' ? (byte)0 : b;
        }

        switch (b)
        {
            case (byte)'"':
                _inString = true;
                return b;
            case (byte)'[' or (byte)'{':
                return _depth++ == 0 ? (byte)' ' : b;
            case (byte)']' or (byte)'}':
                return --_depth == 0 ? (byte)' ' : b;
            case (byte)',' when _depth == 1:
                return (byte)'\n';
            case (byte)'\n' or (byte)'\r':
                return (byte)' ';
            default:
                return b;
        }
    }
}
