namespace Plumbline.Cli.Reports;

/// <summary>The text around findings, for reports that show it.</summary>
internal interface ISource
{
    /// <summary>The piece of the line around a finding; null where it cannot be shown.</summary>
    SourceExcerpt? ExcerptOf(Finding finding);

    /// <summary>Where a finding ends: lines below its own, and the column after it, in UTF-16 units from 1; null where that is not known.</summary>
    (int Lines, int Column)? EndOf(Finding finding);
}
