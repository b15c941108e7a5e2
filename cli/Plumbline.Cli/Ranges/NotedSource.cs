using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Ranges;

/// <summary>The text around findings as the ranges have noted it: the file itself may be on another machine. Kept is what a report may ask for, however many
/// ranges there are.</summary>
internal sealed class NotedSource : ISource
{
    private readonly Dictionary<(long Offset, int Length), SourceNote> _notes = [];

    /// <summary>Keeps a note.</summary>
    /// <param name="offset">Where the text stands in the file.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <param name="note">The note.</param>
    public void Keep(long offset, int length, SourceNote note) => _notes[(offset, length)] = note;

    /// <inheritdoc/>
    public SourceExcerpt? ExcerptOf(Finding finding) => NoteOf(finding)?.Excerpt;

    /// <inheritdoc/>
    public (int Lines, int Column)? EndOf(Finding finding) => NoteOf(finding)?.Extent?.EndFrom(finding.Column);

    private SourceNote? NoteOf(Finding finding) => finding.Line == 0 ? null : _notes.GetValueOrDefault((finding.ByteOffset, finding.ByteLength));
}
