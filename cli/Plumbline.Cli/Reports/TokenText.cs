using System.Globalization;
using Plumbline.Cli.Statistics;

namespace Plumbline.Cli.Reports;

/// <summary>What a summary says about tokens: who counted, and a table of the fields where statistics were asked for.</summary>
internal static class TokenText
{
    private static readonly string[] Head = ["field", "examples", "texts", "total", "mean", "p50", "p90", "p99", "max"];

    /// <summary>Writes the lines.</summary>
    public static void Write(TextWriter writer, TokenFacts? facts, IReadOnlyList<TokenStatistics> fields)
    {
        if (facts is null)
        {
            writer.WriteLine("  tokens: not counted");
            return;
        }

        string limits = facts.ModelWithoutLimits is null ? "" : $"; no limit is known for {facts.ModelWithoutLimits}, so none was applied";
        string note = facts.Note is null ? "" : $"; {facts.Note}";
        writer.WriteLine(Printable.Text($"  tokens: counted by {facts.Tokenizer}{limits}{note}"));
        if (fields.Count > 0)
        {
            WriteTable(writer, fields);
        }
    }

    private static void WriteTable(TextWriter writer, IReadOnlyList<TokenStatistics> fields)
    {
        string[][] rows = [Head, .. fields.Select(Row)];
        int[] widths = [.. Head.Select((_, column) => rows.Max(row => row[column].Length))];
        for (int i = 0; i < rows.Length; i++)
        {
            string cells = string.Join("  ", rows[i].Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column])));
            writer.WriteLine($"    {cells}  {(i == 0 ? "texts by length, doubling" : Bars.Of(fields[i - 1].Histogram))}".TrimEnd());
        }
    }

    private static string[] Row(TokenStatistics field)
    {
        long[] percentiles = field.Percentiles(50, 90, 99);
        string path = field.Path.Length == 0 ? "(the example)" : Printable.Text(field.Path);
        return [path, Number(field.Examples), Number(field.Texts), Number(field.Total),
            field.Mean.ToString("N1", CultureInfo.InvariantCulture), .. percentiles.Select(Number), Number(field.Max)];
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
