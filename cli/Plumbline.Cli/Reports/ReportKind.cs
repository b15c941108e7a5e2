namespace Plumbline.Cli.Reports;

/// <summary>The reports that a run can print.</summary>
internal enum ReportKind
{
    /// <summary>Grouped, with excerpts: for people.</summary>
    Text,

    /// <summary>One line a finding: for people and editors.</summary>
    Concise,

    /// <summary>One JSON document: for programs.</summary>
    Json,

    /// <summary>The specification's <em>basic</em> output, one unit a line: for programs that speak JSON Schema.</summary>
    Basic,

    /// <summary>The specification's <em>flag</em> output, one unit a line.</summary>
    Flag,
}
