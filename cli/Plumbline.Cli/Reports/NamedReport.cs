using Plumbline.Cli.Reports.Html;

namespace Plumbline.Cli.Reports;

/// <summary>A kind of report that <c>--report</c> names.</summary>
/// <param name="Name">The word that asks for it.</param>
/// <param name="Summary">What it is, as help tells it.</param>
/// <param name="Create">Makes one that writes to a file, in colours or without, and shows of the text what the source has.</param>
internal sealed record NamedReport(string Name, string Summary, Func<ReportFile, Palette, ISource, IReport> Create)
{
    /// <summary>Every kind, in the order in which help lists them. The first is what a run prints unless asked for another.</summary>
    public static NamedReport[] All { get; } =
    [
        new("text", "grouped, with excerpts", static (file, palette, source) => new TextReport(file.Writer, palette, source)) { IsWrittenBetweenFiles = true },
        new("concise", "one line a finding", static (file, palette, _) => new ConciseReport(file.Writer, palette)),
        new("json", "everything, one document", static (file, _, _) => new JsonReport(file.Stream)),
        new("jsonl", "everything, a line each", static (file, _, _) => new JsonLinesReport(file.Stream)),
        new("sarif", "SARIF 2.1.0, for code scanning", static (file, _, source) => new SarifReport(file.Stream, source)),
        new("junit", "JUnit's XML, a suite a file", static (file, _, _) => new JUnitReport(file.Stream)),
        new("github", "annotations of GitHub Actions", static (file, _, _) => new GitHubReport(file.Writer)),
        new("gitlab", "GitLab's Code Quality", static (file, _, _) => new GitLabReport(file.Stream)),
        new("html", "one page with histograms, for browsers", static (file, _, source) => new HtmlReport(file.Writer, source))
        {
            IsWrittenBetweenFiles = true,
            TellsStatistics = true,
        },
        new(OutputUnitReport.Basic, "JSON Schema's own output, a unit a line", static (file, _, _) => new OutputUnitReport(file.Stream, isBasic: true))
        {
            TellsEveryLine = true,
            TellsReferences = true,
        },
        new("flag", "the same, verdicts only", static (file, _, _) => new OutputUnitReport(file.Stream, isBasic: false)) { TellsEveryLine = true },
    ];

    /// <summary>Whether it tells the verdict of every line: then no finding may be left out.</summary>
    public bool TellsEveryLine { get; init; }

    /// <summary>Whether nothing of it is written while a file is read: then progress may be shown on the same terminal.</summary>
    public bool IsWrittenBetweenFiles { get; init; }

    /// <summary>Whether it tells what texts are like: then they are measured.</summary>
    public bool TellsStatistics { get; init; }

    /// <summary>Whether it tells the way to a keyword through each reference. A keyword that two ways lead to is then two findings, where other reports
    /// have one: such a report stands alone.</summary>
    public bool TellsReferences { get; init; }

    /// <summary>Whether it tells what runs do not note unless they are asked to.</summary>
    public bool TellsMore => TellsReferences || TellsStatistics;
}
