using System.Globalization;
using Plumbline.Cli.Conversion;

namespace Plumbline.Cli.Reports;

/// <summary>What <c>plumbline convert</c> tells people: the lines that were left out and why, what was converted, and what that lost.</summary>
/// <param name="writer">Where it goes.</param>
/// <param name="palette">Its colours.</param>
/// <param name="limit">Findings that are printed; the others are counted.</param>
internal sealed class ConversionText(TextWriter writer, Palette palette, long limit)
{
    private long _errors;
    private long _read;
    private long _written;
    private long _leftOut;

    /// <summary>Lines that were written, of all files.</summary>
    public long Written { get; private set; }

    /// <summary>Whether any line was left out.</summary>
    public bool HasErrors => _errors > 0;

    /// <summary>A finding about a line that is left out.</summary>
    public void Add(Finding finding)
    {
        if (_errors < limit)
        {
            writer.WriteLine(ConciseReport.Line(finding, palette));
        }

        _errors++;
    }

    /// <summary>An example was converted.</summary>
    /// <param name="lines">The lines that it became.</param>
    public void Converted(int lines)
    {
        _read++;
        _written += lines;
        Written += lines;
    }

    /// <summary>An example was left out.</summary>
    public void LeftOut()
    {
        _read++;
        _leftOut++;
    }

    /// <summary>The end of a file.</summary>
    public void EndFile(string path, string from, string to)
    {
        string counts = $"{SeverityWords.Of(_read, "example")}, {SeverityWords.Of(_written, "line")} written";
        writer.Write($"{palette.Strong(Printable.Text(path))}: {from} to {to}: {counts}");
        writer.WriteLine(_leftOut == 0 ? "" : $", {SeverityWords.Of(_leftOut, "example")} left out");
        (_read, _written, _leftOut) = (0, 0, 0);
    }

    /// <summary>The end of the run.</summary>
    public void End(LossTally losses, bool isInterrupted)
    {
        Write("lost", losses.Entries.Where(entry => entry.IsLoss));
        Write("told otherwise", losses.Entries.Where(entry => !entry.IsLoss));
        if (isInterrupted)
        {
            writer.WriteLine("interrupted: what follows was not read");
        }

        if (_errors > limit)
        {
            writer.WriteLine($"not printed: {SeverityWords.Of(_errors - limit, "finding")} beyond --max-errors");
        }

        string verdict = losses.HasLosses || HasErrors ? SeverityWords.Of(_errors, Severity.Error.Word()) : "nothing was lost";
        writer.WriteLine(palette.Severity(HasErrors ? Severity.Error : losses.HasLosses ? Severity.Warning : Severity.Note, verdict));
    }

    private void Write(string title, IEnumerable<LossTally.Entry> entries)
    {
        LossTally.Entry[] all = [.. entries];
        if (all.Length > 0)
        {
            writer.WriteLine($"{title}:");
        }

        foreach (LossTally.Entry entry in all)
        {
            string first = $"first {Printable.Text(entry.FirstPath)}:{entry.FirstLine.ToString(CultureInfo.InvariantCulture)}";
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {entry.Count,9:N0}  {Printable.Text(entry.Words)} ({first})"));
        }
    }
}
