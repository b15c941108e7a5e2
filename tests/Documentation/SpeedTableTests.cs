using System.Text.Json;
using Plumbline.Testing;

namespace Plumbline.Documentation.Tests;

/// <summary>The README's figures of speed are those that the benchmark wrote beside them as data: neither is changed by hand.</summary>
public class SpeedTableTests
{
    private const string Begin = "<!-- side-by-side: written by benchmarks/Plumbline.Benchmarks -->";
    private const string End = "<!-- side-by-side: end -->";

    private static readonly JsonElement Result =
        JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("benchmarks", "results", "side-by-side.json"))).RootElement;

    [Fact]
    public void The_readme_shows_the_result_of_the_benchmark_and_nothing_else()
    {
        string[] shown = [.. Section().Split('\n').Where(line => line.Length > 0)];
        IEnumerable<string> tables = Result.GetProperty("tables").EnumerateArray().SelectMany(Lines);
        IEnumerable<string> notes = Result.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!);
        Assert.Equal([.. tables, .. notes], shown);
    }

    [Fact]
    public void Its_ratios_follow_from_its_figures()
    {
        JsonElement[] tables = [.. Result.GetProperty("tables").EnumerateArray()];
        (string Name, double Figure, double Ratio)[] memory = [.. Rows(tables[0], figure: 1)];
        double one = memory.Single(row => row.Name == "Plumbline, 1 thread").Figure;
        Assert.All(memory, row => Assert.InRange(row.Ratio, one / row.Figure * 0.95, one / row.Figure * 1.05));

        (string Name, double Figure, double Ratio)[] processes = [.. Rows(tables[1], figure: 2)];
        double ajv = processes.First(row => row.Name.StartsWith("ajv", StringComparison.Ordinal)).Figure;
        Assert.All(processes, row => Assert.InRange(row.Ratio, ajv / row.Figure * 0.95, ajv / row.Figure * 1.05));
    }

    private static IEnumerable<(string Name, double Figure, double Ratio)> Rows(JsonElement table, int figure) =>
        from row in table.GetProperty("rows").EnumerateArray()
        select (row[0].GetString()!, Number(row[figure]), Number(row[figure + 1]));

    private static double Number(JsonElement cell) => double.Parse(cell.GetString()!.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines(JsonElement table)
    {
        JsonElement columns = table.GetProperty("columns");
        string rule = $"|{string.Concat(Enumerable.Repeat("---|", columns.GetArrayLength()))}";
        return [Line(columns), rule, .. table.GetProperty("rows").EnumerateArray().Select(Line)];
    }

    private static string Line(JsonElement cells) => $"| {string.Join(" | ", cells.EnumerateArray().Select(cell => cell.GetString()))} |";

    private static string Section()
    {
        string page = MarkdownPage.Read("README.md").Text;
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return page[begin..page.IndexOf(End, StringComparison.Ordinal)];
    }
}
