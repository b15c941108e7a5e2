using Plumbline.Streaming;

namespace Plumbline;

/// <summary>
/// Reads the lines of a file or stream one at a time, in place, without allocating: for records that are parsed line by line. To judge a
/// whole dataset, use a <see cref="DatasetRun"/>, which reads in the same way.
/// <code>
/// using JsonLines lines = JsonLines.Open("chat.jsonl");
/// foreach (JsonLine line in lines)
/// {
///     if (Chat.TryParse(line.Text, out Chat? chat)) { … }
/// }
/// </code>
/// </summary>
/// <remarks>Lines end with a line feed or with carriage return and line feed; the last may end with the file. A byte order mark is skipped.</remarks>
public sealed class JsonLines : IDisposable
{
    private readonly LineSource _source;
    private readonly int _maxLineBytes;
    private LineBlock _block;
    private nint _start;
    private nint _feed = -1;
    private bool _isSkipped;
    private long _number;

    private JsonLines(LineSource source, int maxLineBytes)
    {
        _source = source;
        _block = new LineBlock(source.BlockBytes);
        _maxLineBytes = maxLineBytes;
    }

    /// <summary>The line that <see cref="MoveNext"/> went to; valid until it goes on.</summary>
    public JsonLine Current
    {
        get
        {
            ReadOnlySpan<byte> text = _isSkipped ? default : LineBlock.TextOf(_block.Lines, _start, _feed);
            bool isTooLong = _isSkipped || text.Length > _maxLineBytes;
            return new JsonLine(_number, _block.InputOffset(_start), isTooLong ? default : text, isTooLong);
        }
    }

    /// <summary>Opens a file; one that is compressed by gzip is decompressed on the way.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxLineBytes">The longest line that is handed out; 64 MB unless said.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static JsonLines Open(string path, int maxLineBytes = DatasetOptions.DefaultMaxLineBytes)
    {
        ArgumentNullException.ThrowIfNull(path);
        DatasetOptions.ThrowIfNotLineLength(maxLineBytes);
        return new JsonLines(LineSource.Open(path, DatasetOptions.DefaultBufferBytes, maxLineBytes, inRanges: false), maxLineBytes);
    }

    /// <summary>Reads a stream from where it stands. The stream stays open.</summary>
    /// <param name="stream">The stream: <c>Console.OpenStandardInput()</c>, say.</param>
    /// <param name="maxLineBytes">The longest line that is handed out; 64 MB unless said.</param>
    public static JsonLines Read(Stream stream, int maxLineBytes = DatasetOptions.DefaultMaxLineBytes) =>
        Read(stream, maxLineBytes, DatasetOptions.DefaultBufferBytes);

    internal static JsonLines Read(Stream stream, int maxLineBytes, int bufferBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        DatasetOptions.ThrowIfNotLineLength(maxLineBytes);
        return new JsonLines(new StreamLineSource(stream, bufferBytes, maxLineBytes, leaveOpen: true), maxLineBytes);
    }

    /// <summary>For <c>foreach</c>. Goes on from where reading stands.</summary>
    public JsonLines GetEnumerator() => this;

    /// <summary>Goes to the next line.</summary>
    /// <returns>False when there is none.</returns>
    /// <exception cref="IOException">The input cannot be read.</exception>
    public bool MoveNext()
    {
        _start = _feed + 1;
        while (_isSkipped || _start >= _block.End)
        {
            if (!_isSkipped && _block.SkippedLength > 0)
            {
                _isSkipped = true;
                _start = _block.SkippedStart;
                _number++;
                return true;
            }

            if (!_source.Fill(ref _block, CancellationToken.None))
            {
                _block.Reset(0, 0);
                _isSkipped = false;
                _feed = -1;
                return false;
            }

            _isSkipped = false;
            _start = _block.TextStart;
        }

        _feed = _block.Lines.FindLineFeed(_start);
        _number++;
        return true;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _source.Dispose();
}

/// <summary>A line of a <see cref="JsonLines"/>.</summary>
public readonly ref struct JsonLine
{
    internal JsonLine(long number, long byteOffset, ReadOnlySpan<byte> text, bool isTooLong)
    {
        Number = number;
        ByteOffset = byteOffset;
        Text = text;
        IsTooLong = isTooLong;
    }

    /// <summary>Number of the line, from 1.</summary>
    public long Number { get; }

    /// <summary>Offset of the line's text in the input, in bytes.</summary>
    public long ByteOffset { get; }

    /// <summary>The line without its line ending; empty where it is too long.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Whether the line is longer than was to be read. It was passed over without being kept in memory.</summary>
    public bool IsTooLong { get; }
}
