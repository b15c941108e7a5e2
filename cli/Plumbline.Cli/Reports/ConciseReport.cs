using System.Globalization;

namespace Plumbline.Cli.Reports;

/// <summary>One line a finding, as compilers print them and editors read them; then the summary.</summary>
internal sealed class ConciseReport(TextWriter writer, Palette palette) : IReport
{
    private readonly SummaryText _summary = new(writer, palette);

    /// <inheritdoc/>
    public void Begin(RunFacts run) => _summary.Begin(run);

    /// <inheritdoc/>
    public void Add(Finding finding) => writer.WriteLine(Line(finding, palette));

    /// <inheritdoc/>
    public void EndFile(FileOutcome file) => _summary.EndFile(file);

    /// <inheritdoc/>
    public void End(RunOutcome run) => _summary.End(run);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The writer belongs to the report file.
    }

    /// <summary><c>file:line:column: severity PLB4012 slug: message (pointer)</c>; what is not known is left out.</summary>
    public static string Line(Finding finding, Palette palette)
    {
        string severity = palette.Severity(finding.Severity, finding.Severity.Word());
        string pointer = finding.Pointer.Length == 0 ? "" : $" ({Printable.Text(finding.Pointer)})";
        return $"{Place(finding)}: {severity} {finding.Rule.Id} {finding.Rule.Slug}: {Printable.Text(finding.Message)}{pointer}";
    }

    private static string Place(Finding finding)
    {
        string path = Printable.Text(finding.Path ?? "");
        return finding.Line == 0 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}:{finding.Line}:{finding.Column}");
    }
}
