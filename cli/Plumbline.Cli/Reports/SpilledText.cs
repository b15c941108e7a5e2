namespace Plumbline.Cli.Reports;

/// <summary>Text that is told after something that is only known when all of it is there: kept in memory as long as it is short, then on disk.</summary>
internal sealed class SpilledText : IDisposable
{
    private const int MostInMemory = 1 << 20;

    private readonly MemoryStream _short = new();
    private FileStream? _long;

    /// <summary>Adds to it.</summary>
    public void Write(ReadOnlySpan<byte> text)
    {
        if (_long is null && _short.Length + text.Length > MostInMemory)
        {
            _long = new FileStream(
                Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
                new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
            _short.WriteTo(_long);
            _short.SetLength(0);
        }

        ((Stream?)_long ?? _short).Write(text);
    }

    /// <summary>Writes all of it and forgets it.</summary>
    public void MoveTo(Stream output)
    {
        if (_long is { } file)
        {
            file.Position = 0;
            file.CopyTo(output);
            file.Dispose();
            _long = null;
        }

        _short.WriteTo(output);
        _short.SetLength(0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _long?.Dispose();
        _short.Dispose();
    }
}
