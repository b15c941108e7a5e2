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
}
