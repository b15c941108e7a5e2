using System.Globalization;

namespace Plumbline.Cli.Reports;

/// <summary>The summary as text: a paragraph a file, a paragraph for all of several files, and the verdict.</summary>
internal sealed class SummaryText(TextWriter writer, Palette palette)
{
    // Where a count ends. By hand: what the framework aligns by is compiled only when it is called, which takes longer than a summary.
    private const string Column = "         ";

    private RunFacts? _run;

    /// <summary>Before the first file.</summary>
    public void Begin(RunFacts run) => _run = run;

    /// <summary>A file's paragraph.</summary>
    public void EndFile(FileOutcome file) => Write(palette.Strong(Printable.Text(file.Path)), file.Facts, file.Summary, file.Elapsed);

    /// <summary>What holds for the run as a whole.</summary>
    public void End(RunOutcome run)
    {
        if (run.Files.Count > 1)
        {
            WriteAll(run.Files);
        }

        if (run.LeftOut > 0)
        {
            writer.WriteLine($"not printed: {SeverityWords.Of(run.LeftOut, "finding")} beyond --max-errors");
        }

        if (run.IsStopped)
        {
            writer.WriteLine("stopped at the first line that fails (--fail-fast): what follows it was not read");
        }

        if (run.IsInterrupted)
        {
            long lines = run.Files.Sum(file => file.Summary.Lines);
            writer.WriteLine($"interrupted after {SeverityWords.Of(lines, "line")}{Share(run)}: what follows them was not read");
        }

        if (run.Files.Count > 0)
        {
            writer.WriteLine(Verdict(run));
        }
    }

    private void WriteAll(IReadOnlyList<FileOutcome> files)
    {
        DatasetSummary all = files.Select(file => file.Summary).Aggregate(DatasetSummary.Merge);
        TimeSpan elapsed = files.Aggregate(TimeSpan.Zero, (sum, file) => sum + file.Elapsed);
        Write(palette.Strong($"{files.Count} files"), _run!, all, elapsed);
    }

    private static string Share(RunOutcome run)
    {
        long bytes = run.Files.Sum(file => file.Summary.Bytes);
        return run.TotalBytes is { } total and > 0
            ? string.Create(CultureInfo.InvariantCulture, $", {bytes:N0} of {total:N0} bytes ({100.0 * bytes / total:F0} %)")
            : "";
    }

    private void Write(string name, RunFacts facts, DatasetSummary summary, TimeSpan elapsed)
    {
        writer.Write($"{name}: {SeverityWords.Of(summary.Examples, "example")} in {SeverityWords.Of(summary.Lines, "line")}");
        for (int i = 0; i < facts.Totals.Count && i < summary.Counters.Count; i++)
        {
            writer.Write($", {SeverityWords.Of(summary.CounterAt(i), facts.Totals[i].Noun.Replace("\"", "", StringComparison.Ordinal))}");
        }

        writer.WriteLine($", {SeverityWords.Of(summary.Bytes, "byte")} in {Time(elapsed)} ({Speed(summary.Bytes, elapsed)})");
        TokenText.Write(writer, facts.Tokens, summary.Tokens);
        if (summary.Ignored > 0)
        {
            writer.WriteLine($"  ignored: {SeverityWords.Of(summary.Ignored, "finding")} of rules that do not count here (--select, --ignore)");
        }

        IReadOnlyList<KeyValuePair<Rule, long>> counts = summary.RuleCounts;
        for (int i = 0; i < counts.Count; i++)
        {
            Rule rule = counts[i].Key;
            string count = counts[i].Value.ToString("N0", CultureInfo.InvariantCulture);
            writer.WriteLine($"  {Column[Math.Min(count.Length, Column.Length)..]}{count}  {rule.Id} {rule.Slug}");
        }
    }

    private string Verdict(RunOutcome run)
    {
        long errors = 0;
        long warnings = 0;
        long notes = 0;
        foreach (FileOutcome file in run.Files)
        {
            errors += file.Summary.Errors;
            warnings += file.Summary.Warnings;
            notes += file.Summary.Notes;
        }

        string counts = SeverityWords.Of(errors, Severity.Error.Word());
        counts += warnings > 0 ? ", " + SeverityWords.Of(warnings, Severity.Warning.Word()) : "";
        counts += notes > 0 ? ", " + SeverityWords.Of(notes, Severity.Note.Word()) : "";
        Severity worst = errors > 0 ? Severity.Error : warnings > 0 ? Severity.Warning : Severity.Note;
        return palette.Severity(worst, counts);
    }

    private static string Time(TimeSpan elapsed) => elapsed.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalMilliseconds:F0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:F1} s");

    private static string Speed(long bytes, TimeSpan elapsed) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6 / Math.Max(elapsed.TotalSeconds, 1e-6):F1} MB/s");
}
