using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Plumbline.Cli.Inputs;

/// <summary>Tells findings about the items of a JSON array at their lines and columns in the file, whose bytes have kept their offsets.</summary>
/// <param name="path">The file.</param>
/// <param name="items">Its items as lines.</param>
/// <param name="sink">Takes the findings.</param>
internal sealed class ArrayPlaces(string path, JsonArrayStream items, IFindingSink sink) : IFindingSink, IDisposable
{
    private readonly SafeFileHandle _file = File.OpenHandle(path);

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        if (finding.Line > 0)
        {
            (long line, long start) = items.LineOf(finding.ByteOffset);
            finding = finding with { Line = line, Column = ColumnOf(start, finding.ByteOffset) };
        }

        sink.Add(finding);
    }

    /// <inheritdoc/>
    public bool OnlyCounts(Assertion assertion) => sink.OnlyCounts(assertion);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    // In UTF-16 units, as every column is.
    private int ColumnOf(long start, long offset)
    {
        byte[] text = new byte[offset - start];
        int count = RandomAccess.Read(_file, text, start);
        return Encoding.UTF8.GetCharCount(text, 0, count) + 1;
    }
}
