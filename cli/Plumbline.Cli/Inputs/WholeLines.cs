namespace Plumbline.Cli.Inputs;

/// <summary>The lines of a stream with all their bytes: endings, and a byte order mark if there is one. What they hold is not looked at.</summary>
/// <param name="stream">The stream.</param>
/// <param name="longest">Bytes of a line that are kept together; a longer one comes in pieces.</param>
internal sealed class WholeLines(Stream stream, int longest)
{
    private byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _end;

    /// <summary>Goes to the next line, or to the next piece of a long one.</summary>
    /// <param name="bytes">Its bytes; good until the next call.</param>
    /// <param name="endsLine">Whether the line ends with them.</param>
    /// <returns>False when nothing is left.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public bool Read(out ReadOnlySpan<byte> bytes, out bool endsLine)
    {
        int looked = 0;
        while (true)
        {
            int feed = _buffer.AsSpan(_start + looked, _end - _start - looked).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                bytes = Take(looked + feed + 1);
                endsLine = true;
                return true;
            }

            looked = _end - _start;
            if (looked >= longest || !Fill())
            {
                bytes = Take(looked);
                endsLine = looked < longest;
                return looked > 0;
            }
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        _start += count;
        return _buffer.AsSpan(_start - count, count);
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        int read = stream.Read(_buffer, _end, Math.Min(_buffer.Length, longest) - _end);
        _end += read;
        return read > 0;
    }
}
