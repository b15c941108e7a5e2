using System.Text;
using Plumbline.Cli.Inputs;

namespace Plumbline.Cli.Reports;

/// <summary>A file that was validated, read again around a finding. One file is open at a time: findings come file by file.</summary>
internal sealed class SourceBytes : IDisposable
{
    // What spans more is told by where it begins.
    private const int LongestFault = 64 * 1024;

    private string? _path;
    private FileStream? _file;

    /// <summary>Opens a file whose bytes stand where findings count them; null for pipes, for what is compressed, and for what is gone.</summary>
    public static FileStream? Open(string path)
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

    /// <summary>Where a finding ends: lines below its own, and the column after it, in UTF-16 units from 1; null where that cannot be read.</summary>
    public (int Lines, int Column)? EndOf(Finding finding)
    {
        if (finding is not { Path: { } path, Line: > 0, ByteLength: > 0 and <= LongestFault } || Find(path) is not { } file)
        {
            return null;
        }

        byte[] bytes = new byte[finding.ByteLength];
        try
        {
            file.Position = finding.ByteOffset;
            file.ReadExactly(bytes);
        }
        catch (IOException)
        {
            return null;
        }

        int lastLine = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        int units = Encoding.UTF8.GetCharCount(bytes, lastLine, bytes.Length - lastLine);
        return lastLine == 0 ? (0, finding.Column + units) : (bytes.AsSpan().Count((byte)'\n'), units + 1);
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
}
