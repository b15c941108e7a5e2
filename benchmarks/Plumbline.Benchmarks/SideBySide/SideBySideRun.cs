using System.Globalization;
using System.Text;
using Plumbline.Benchmarks.Measuring;
using Plumbline.Benchmarks.RealSchemas;

namespace Plumbline.Benchmarks.SideBySide;

/// <summary>The command <c>side-by-side</c>: builds what is missing, runs all contestants, prints the table and writes it into a page.</summary>
internal static class SideBySideRun
{
    private const string Begin = "<!-- side-by-side: written by benchmarks/Plumbline.Benchmarks -->";
    private const string End = "<!-- side-by-side: end -->";

    /// <summary>Runs the command.</summary>
    /// <param name="sources">The folder <c>yardsticks</c>.</param>
    /// <param name="work">Where peers and corpora are built.</param>
    /// <param name="realSchemas">The folder <c>real-schemas</c>, or null to leave it out.</param>
    /// <param name="page">A page with the two marks between which the table stands, or null to print it only.</param>
    public static int Run(string sources, string work, string? realSchemas, string? page)
    {
        var yardsticks = new Yardsticks(Path.GetFullPath(sources), Path.GetFullPath(work));
        yardsticks.Prepare();
        string? loadBefore = Machine.Load;
        IReadOnlyList<Turn> medians = Contest.Run(yardsticks, Console.Error);
        RealSchemaResult? real = realSchemas is null ? null : RealSchemaRun.Measure(realSchemas, only: null, Console.Error);
        string table = Table(yardsticks, medians, real, loadBefore);
        Console.WriteLine(table);
        if (page is not null)
        {
            Write(page, table);
        }

        return 0;
    }

    private static string Table(Yardsticks yardsticks, IReadOnlyList<Turn> medians, RealSchemaResult? real, string? loadBefore)
    {
        var text = new StringBuilder();
        Turn one = medians[1];
        text.AppendLine("| | GB/s | Plumbline, 1 thread, is … as fast | lines valid / not |");
        text.AppendLine("|---|---|---|---|");
        for (int i = 0; i < medians.Count; i++)
        {
            Turn turn = medians[i];
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {Contest.Names[i]} | {turn.Speed:F2} | {one.Speed / turn.Speed:F2} × | {turn.Valid:N0} / {turn.Invalid:N0} |");
        }

        text.AppendLine();
        long megabytes = new FileInfo(yardsticks.Corpus).Length / 1_000_000;
        text.Append(CultureInfo.InvariantCulture, $"{megabytes} MB of `chat.jsonl`, in memory (ajv: from the file), medians of one run in turns. ");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Machine.Name}; load {loadBefore} before, {Machine.Load} after.");
        if (real is not null)
        {
            text.AppendLine();
            long average = real.Bytes / real.Documents;
            text.Append(CultureInfo.InvariantCulture, $"{real.Schemas} schemas that people use, {real.Documents:N0} documents of {average} bytes: ");
            double speed = real.Bytes / real.Seconds / 1e9;
            text.AppendLine(CultureInfo.InvariantCulture, $"parsed and validated at {speed:F2} GB/s, one thread (medians of processor time).");
        }

        return text.ToString().TrimEnd().ReplaceLineEndings("\n");
    }

    private static void Write(string page, string table)
    {
        string text = File.ReadAllText(page);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal), end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"{page} has no place for the table: a line '{Begin}', then a line '{End}'.");
        }

        File.WriteAllText(page, $"{text[..(begin + Begin.Length)]}\n\n{table}\n\n{text[end..]}");
    }
}
