using System.Text;
using Plumbline.Cli.Inputs;

namespace Plumbline.Cli.Reports;

/// <summary>Files that were validated, read again around findings. One file is open at a time: findings come file by file.</summary>
internal sealed class SourceBytes : ISource, IDisposable
{
    // What spans more is told by where it begins.
    private const int LongestFault = 64 * 1024;

    private string? _path;
    private FileStream? _file;

    /// <inheritdoc/>
    public SourceExcerpt? ExcerptOf(Finding finding) =>
        finding is { Path: { } path, Line: > 0 } ? ExcerptAt(path, finding.ByteOffset, finding.ByteLength) : null;

    /// <inheritdoc/>
    public (int Lines, int Column)? EndOf(Finding finding) =>
        finding is { Path: { } path, Line: > 0 } ? ExtentAt(path, finding.ByteOffset, finding.ByteLength)?.EndFrom(finding.Column) : null;

    /// <summary>The piece of a line around bytes at fault; null where it cannot be read (again).</summary>
    public SourceExcerpt? ExcerptAt(string path, long offset, int length)
    {
        try
        {
            return Find(path) is { } file ? SourceExcerpt.Read(file, offset, length) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>How far bytes at fault reach; null where they cannot be read (again), or are too many.</summary>
    public TextExtent? ExtentAt(string path, long offset, int length)
    {
        if (length is not (> 0 and <= LongestFault) || Find(path) is not { } file)
        {
            return null;
        }

        byte[] bytes = new byte[length];
        try
        {
            file.Position = offset;
            file.ReadExactly(bytes);
        }
        catch (IOException)
        {
            return null;
        }

        int lastLine = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        return new TextExtent(bytes.AsSpan().Count((byte)'\n'), Encoding.UTF8.GetCharCount(bytes, lastLine, bytes.Length - lastLine));
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private FileStream? Find(string path)
    {
        if (path != _path)
        {
            _file?.Dispose();
            _file = Open(path);
            _path = path;
        }

        return _file;
    }

    // A file whose bytes stand where findings count them; null for pipes, for what is compressed, and for what is gone.
    private static FileStream? Open(string path)
    {
        FileStream? file = null;
        try
        {
            // To open a pipe once more may be to wait for ever.
            if (RegularFile.LengthOf(path) == 0)
            {
                return null;
            }

            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (file.CanSeek && !(file.ReadByte() == 0x1F && file.ReadByte() == 0x8B))
            {
                return file;
            }
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
        }

        file?.Dispose();
        return null;
    }
}

/// <summary>How far a piece of text reaches.</summary>
/// <param name="Lines">Line feeds in it.</param>
/// <param name="Units">UTF-16 units after the last of them.</param>
internal readonly record struct TextExtent(int Lines, int Units)
{
    /// <summary>Where it ends if it begins at a column.</summary>
    public (int Lines, int Column) EndFrom(int column) => Lines == 0 ? (0, column + Units) : (Lines, Units + 1);
}
