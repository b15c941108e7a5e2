using System.Globalization;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Statistics;

/// <summary>Statistics as a page of text.</summary>
internal sealed class StatsText(TextWriter writer, Palette palette)
{
    private const int ShownScripts = 12;

    /// <summary>Writes the page.</summary>
    /// <param name="outcome">What was found.</param>
    /// <param name="totalBytes">Bytes that there were to read, or null where that was not known.</param>
    public void Write(StatsOutcome outcome, long? totalBytes)
    {
        foreach (CountedDataset dataset in outcome.Datasets)
        {
            Write(dataset, outcome);
        }

        new DuplicatesText(writer, palette).Write(outcome);
        if (outcome.IsInterrupted)
        {
            long lines = outcome.Datasets.SelectMany(dataset => dataset.Summaries).Sum(file => file.Lines);
            long bytes = outcome.Datasets.SelectMany(dataset => dataset.Summaries).Sum(file => file.Bytes);
            string share = totalBytes is { } total and > 0
                ? string.Create(CultureInfo.InvariantCulture, $", {bytes:N0} of {total:N0} bytes ({100.0 * bytes / total:F0} %)")
                : "";
            writer.WriteLine($"interrupted after {SeverityWords.Of(lines, "line")}{share}: what follows them was not read");
        }

        WriteVerdict(outcome);
    }

    private void Write(CountedDataset dataset, StatsOutcome outcome)
    {
        string name = dataset.Paths.Count == 1 ? Printable.Text(dataset.Paths[0]) : $"{dataset.Paths.Count} files";
        string role = outcome.Evaluation is null ? "" : dataset.Role == DatasetRole.Training ? " (training)" : " (evaluation)";
        long Sum(Func<DatasetSummary, long> count) => dataset.Summaries.Sum(count);
        string examples = SeverityWords.Of(Sum(file => file.Examples), "example");
        string lines = SeverityWords.Of(Sum(file => file.Lines), "line");
        writer.WriteLine($"{palette.Strong(name)}{role}: {examples} in {lines}, {SeverityWords.Of(Sum(file => file.Bytes), "byte")}");
        DatasetStatistics statistics = dataset.Statistics;
        if (outcome.Tokenizer is { } tokenizer)
        {
            string note = outcome.TokenizerNote is { } said ? $"; {said}" : "";
            WriteFields(Printable.Text($"tokens a text, by {tokenizer}{note}"), statistics, field => field.Tokens);
        }

        WriteFields("code points a text", statistics, field => field.CodePoints);
        WriteFields("bytes a text, as UTF-8", statistics, field => field.Bytes);
        if (statistics.Turns.Count > 0)
        {
            WriteTable("turns an example", "values", [(Paths(outcome), statistics.Turns.Count, statistics.Turns)]);
        }

        WriteScripts(statistics.Scripts.Shares);
        WriteFaults(dataset);
        writer.WriteLine();
    }

    private static string Paths(StatsOutcome outcome) =>
        string.Join(", ", outcome.Targets.Select(target => target.Dataset?.Turns?.Text).OfType<string>().Distinct(StringComparer.Ordinal));

    private void WriteFields(string title, DatasetStatistics statistics, Func<FieldStatistics, Distribution> of) =>
        WriteTable(title, "texts", [.. statistics.Fields.Select(field => (field.Path, field.Examples, of(field)))]);

    private void WriteTable(string title, string counted, IReadOnlyList<(string Path, long Examples, Distribution Values)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        string[] head = ["field", "examples", counted, "total", "mean", "min", "p50", "p90", "p99", "max"];
        string[][] cells = [head, .. rows.Select(row => Cells(row.Path, row.Examples, row.Values))];
        int[] widths = [.. cells[0].Select((_, column) => cells.Max(row => row[column].Length))];
        writer.WriteLine();
        writer.WriteLine($"  {palette.Strong(title)}");
        for (int i = 0; i < cells.Length; i++)
        {
            string line = string.Join("  ", cells[i].Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column])));
            string bars = i == 0 ? "how many, by buckets that double" : Bars.Of(rows[i - 1].Values.Histogram);
            writer.WriteLine(i == 0 ? palette.Faint($"    {line}  {bars}") : $"    {line}  {bars}".TrimEnd());
        }
    }

    private static string[] Cells(string path, long examples, Distribution values)
    {
        long[] percentiles = values.Percentiles(50, 90, 99);
        return
        [
            path.Length == 0 ? "(the example)" : Printable.Text(path), Number(examples), Number(values.Count), Number(values.Total),
            values.Mean.ToString("N1", CultureInfo.InvariantCulture), Number(values.Min), .. percentiles.Select(Number), Number(values.Max),
        ];
    }

    private void WriteScripts(IReadOnlyList<ScriptShare> shares)
    {
        if (shares.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine($"  {palette.Strong("writing systems")}");
        foreach (ScriptShare share in shares.Take(ShownScripts))
        {
            string name = share.Script.Replace('_', ' ');
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"    {name,-12} {share.Percent,7} %  {share.Characters:N0} characters in {SeverityWords.Of(share.Texts, "text")}"));
        }

        if (shares.Count > ShownScripts)
        {
            writer.WriteLine(palette.Faint($"    … and {shares.Count - ShownScripts} more"));
        }
    }

    private void WriteFaults(CountedDataset dataset)
    {
        long findings = dataset.Summaries.Sum(file => file.Findings);
        if (findings == 0)
        {
            return;
        }

        writer.WriteLine();
        foreach (Finding finding in dataset.FirstFindings)
        {
            writer.WriteLine($"  {ConciseReport.Line(finding, palette)}");
        }

        if (findings > dataset.FirstFindings.Count)
        {
            long more = findings - dataset.FirstFindings.Count;
            writer.WriteLine(palette.Faint(string.Create(CultureInfo.InvariantCulture, $"  … and {more:N0} more like these")));
        }
    }

    private void WriteVerdict(StatsOutcome outcome)
    {
        Severity[] severities = [Severity.Error, Severity.Warning, Severity.Note];
        (Severity Severity, long Count)[] counts = [.. severities.Select(severity => (severity, outcome.Count(severity)))];
        string words = string.Join(", ", counts
            .Where(count => count.Count > 0 || count.Severity == Severity.Error)
            .Select(count => SeverityWords.Of(count.Count, count.Severity.Word())));
        Severity worst = counts.FirstOrDefault(count => count.Count > 0, (Severity.Note, 0)).Severity;
        writer.WriteLine(palette.Severity(worst, words));
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
