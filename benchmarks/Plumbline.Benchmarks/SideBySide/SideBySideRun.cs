using Plumbline.Benchmarks.Measuring;
using Plumbline.Benchmarks.RealSchemas;

namespace Plumbline.Benchmarks.SideBySide;

/// <summary>The command <c>side-by-side</c>: builds what is missing, runs all contestants, prints the tables and writes them into a page, and as data
/// into <c>benchmarks/results</c>.</summary>
internal static class SideBySideRun
{
    private const string Begin = "<!-- side-by-side: written by benchmarks/Plumbline.Benchmarks -->";
    private const string End = "<!-- side-by-side: end -->";

    /// <summary>Runs the command.</summary>
    /// <param name="sources">The folder <c>yardsticks</c>.</param>
    /// <param name="work">Where peers and corpora are built.</param>
    /// <param name="realSchemas">The folder <c>real-schemas</c>, or null to leave it out.</param>
    /// <param name="page">A page with the two marks between which the tables stand, or null to print them only.</param>
    public static int Run(string sources, string work, string? realSchemas, string? page)
    {
        var yardsticks = new Yardsticks(Path.GetFullPath(sources), Path.GetFullPath(work));
        yardsticks.Prepare();
        string repository = Repository();
        Tool tool = Tool.Build(repository, yardsticks.Cache);
        string? loadBefore = Machine.Load;
        IReadOnlyList<ProcessTime> processes = WholeProcess.Run(yardsticks, tool, Console.Error);
        IReadOnlyList<Turn> memory = Contest.Run(yardsticks, Console.Error);
        RealSchemaResult? real = realSchemas is null ? null : RealSchemaRun.Measure(realSchemas, only: null, Console.Error);
        var result = SideBySideResult.Of(yardsticks.Corpus, memory, processes, real, loadBefore);
        Console.WriteLine(result.ToMarkdown());
        if (page is not null)
        {
            Write(page, result.ToMarkdown());
            result.Write(Path.Combine(repository, "benchmarks", "results", "side-by-side.json"));
        }

        return 0;
    }

    private static string Repository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Schemas.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The benchmarks do not run inside of the repository whose tool they measure.");
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
