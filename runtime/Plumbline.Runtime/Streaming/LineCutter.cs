using System.Numerics;

namespace Plumbline.Streaming;

/// <summary>
/// Cuts bytes that arrive one read after the other into blocks of whole lines. Knows nothing of where the bytes come from, so that the
/// blocking and the asynchronous sources share it:
/// <code>
/// while (cutter.Begin(block))
/// {
///     while (!cutter.Accept(block, Read(cutter.Room(block)))) { }
///     // the block holds whole lines
/// }
/// </code>
/// </summary>
/// <remarks>
/// A block is complete as soon as it holds a whole line: a slow pipe is judged line by line, a file buffer by buffer. The partial line
/// at the end of a block is carried over to the next. So is an empty line that ends a block: only the byte after it, or the end of the
/// input, tells whether it is the last.
/// </remarks>
internal sealed class LineCutter
{
    /// <summary>Bytes beside its text that a line may have before it is surely too long: a byte order mark and a carriage return.</summary>
    public const int Slack = 4;

    private readonly int _readBytes;
    private readonly int _maxLineBytes;
    private byte[] _carry = [];
    private int _carried;
    private int _filled;
    private int _searched;
    private long _offset;
    private long _index;
    private int _heldLine;
    private bool _carryIsSearched;
    private bool _skipping;
    private bool _ended;
    private SkippedLine _skipped;

    /// <summary>Creates a cutter.</summary>
    /// <param name="readBytes">The most bytes of one read.</param>
    /// <param name="maxLineBytes">The longest text of a line that is kept.</param>
    public LineCutter(int readBytes, int maxLineBytes)
    {
        _readBytes = readBytes;
        _maxLineBytes = maxLineBytes;
    }

    /// <summary>Begins a block with the bytes carried over.</summary>
    /// <returns>False when the input is over.</returns>
    public bool Begin(LineBlock block)
    {
        if (_ended)
        {
            return false;
        }

        block.Reset(_index++, _offset);
        block.Grow(_carried, 0, limit: 0);
        _carry.AsSpan(0, _carried).CopyTo(block.Lines.Span);
        _filled = _carried;
        _searched = _carryIsSearched ? _carried : 0;
        _carried = 0;
        return true;
    }

    /// <summary>Where the next bytes go; never empty.</summary>
    public Span<byte> Room(LineBlock block)
    {
        block.Grow(_filled + 1, _filled, _maxLineBytes + Slack + 1);
        return block.Lines.Span.Slice(_filled, Math.Min(_readBytes, block.Lines.Capacity - _filled));
    }

    /// <summary>Takes the bytes that were put into <see cref="Room"/>.</summary>
    /// <param name="block">The block.</param>
    /// <param name="read">How many; 0 at the end of the input.</param>
    /// <returns>Whether the block is complete.</returns>
    public bool Accept(LineBlock block, int read)
    {
        if (read == 0)
        {
            return AcceptEnd(block);
        }

        return _skipping ? AcceptSkipped(block, read) : AcceptLines(block, read);
    }

    private bool AcceptEnd(LineBlock block)
    {
        _ended = true;
        if (_skipping)
        {
            return EndSkipped(block);
        }

        block.Seal(0, _filled, endsInput: true);
        return true;
    }

    // Bytes are searched for line feeds once. What was searched and carried over holds none, but for that of an empty line that waits.
    private bool AcceptLines(LineBlock block, int read)
    {
        _filled += read;
        ReadOnlySpan<byte> text = block.Lines.Span[.._filled];
        int end = text[_searched..].LastIndexOf((byte)'\n');
        end = end < 0 ? _heldLine : _searched + end + 1;
        _searched = _filled;
        if (end == _filled && EndsWithEmptyLine(text, out int start))
        {
            _heldLine = end - start;
            end = start;
        }
        else if (end > 0)
        {
            _heldLine = 0;
        }

        if (end > 0)
        {
            Carry(text[end..], isSearched: true);
            _offset += end;
            block.Seal(0, end, endsInput: false);
            return true;
        }

        if (_filled > _maxLineBytes + Slack)
        {
            _skipped = SkippedLine.Begin(text, _offset == 0);
            _skipping = true;
            _filled = 0;
        }

        return false;
    }

    private bool AcceptSkipped(LineBlock block, int read)
    {
        ReadOnlySpan<byte> bytes = block.Lines.Span[..read];
        int passed = _skipped.Pass(bytes);
        if (passed < 0)
        {
            return false;
        }

        Carry(bytes[passed..], isSearched: false);
        return EndSkipped(block);
    }

    private void Carry(ReadOnlySpan<byte> rest, bool isSearched)
    {
        if (_carry.Length < rest.Length)
        {
            // Soon as large as the longest line that was cut; never more than two reads.
            _carry = GC.AllocateUninitializedArray<byte>((int)BitOperations.RoundUpToPowerOf2((uint)rest.Length));
        }

        rest.CopyTo(_carry);
        _carried = rest.Length;
        _carryIsSearched = isSearched;
    }

    private bool EndSkipped(LineBlock block)
    {
        _skipping = false;
        _offset += _skipped.ByteCount;
        block.Seal(0, 0, endsInput: false);
        block.Skip(_skipped, _ended);
        return true;
    }

    private bool EndsWithEmptyLine(ReadOnlySpan<byte> text, out int start)
    {
        start = text.Length - 1;
        if (start > 0 && text[start - 1] == (byte)'\r')
        {
            start--;
        }

        if (start == 3 && _offset == 0 && LineBlock.BeginsWithMark(text))
        {
            start = 0;
        }

        return start == 0 || text[start - 1] == (byte)'\n';
    }
}
