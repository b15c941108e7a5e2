using System.Globalization;

namespace Plumbline.Cli.Reports;

/// <summary>For people: findings grouped by what they have in common, the first few of each group with an excerpt, then the summary.</summary>
/// <remarks>Groups keep their first findings only, so memory does not grow with a file in which every line fails.</remarks>
internal sealed class TextReport(TextWriter writer, Palette palette, ISource source) : IReport
{
    /// <summary>The findings that are shown of each kind.</summary>
    public const int ShownOfGroup = 3;

    private readonly SummaryText _summary = new(writer, palette);
    private readonly List<Group> _groups = [];

    /// <inheritdoc/>
    public void Begin(RunFacts run) => _summary.Begin(run);

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        Group? group = Find(finding.Rule, finding.Severity, finding.SchemaLocation);
        if (group is null)
        {
            group = new Group(finding.Rule, finding.Severity, finding.SchemaLocation);
            _groups.Add(group);
        }

        group.Count++;
        if (group.Shown.Count < ShownOfGroup)
        {
            group.Shown.Add(finding);
        }
    }

    /// <inheritdoc/>
    public bool OnlyCounts(Assertion assertion)
    {
        if (Find(assertion.Rule, assertion.Severity, assertion.Location) is not { } group || group.Shown.Count < ShownOfGroup)
        {
            return false;
        }

        group.Count++;
        return true;
    }

    /// <inheritdoc/>
    public void EndFile(FileOutcome file)
    {
        // Errors first; within a severity in the order of first sight.
        for (Severity severity = Severity.Error; severity <= Severity.Note; severity++)
        {
            foreach (Group group in _groups)
            {
                if (group.Severity == severity)
                {
                    Write(group, file.Path);
                }
            }
        }

        _groups.Clear();
        _summary.EndFile(file);
    }

    /// <inheritdoc/>
    public void End(RunOutcome run) => _summary.End(run);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The writer belongs to the report file.
    }

    // A schema has few places that are broken: a search among them in turn is fast, and the one that is met most often was mostly met first.
    private Group? Find(Rule rule, Severity severity, string? location)
    {
        foreach (Group group in _groups)
        {
            // Findings about a line as a whole have no place in the schema.
            if (ReferenceEquals(group.Rule, rule) && group.Severity == severity && (group.Location is null || group.Location == location))
            {
                return group;
            }
        }

        return null;
    }

    private void Write(Group group, string path)
    {
        string count = group.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({group.Count:N0})");
        writer.WriteLine(
            $"{palette.Severity(group.Severity, group.Severity.Word())} {palette.Strong($"{group.Rule.Id} {group.Rule.Slug}")}: {group.Rule.Title}{count}");
        string? said = null;
        foreach (Finding finding in group.Shown)
        {
            said = Write(finding, path, said);
        }

        long more = group.Count - group.Shown.Count;
        if (more > 0)
        {
            writer.WriteLine(palette.Faint(string.Create(CultureInfo.InvariantCulture, $"  … and {more:N0} more like these")));
        }

        writer.WriteLine();
    }

    private string Write(Finding finding, string path, string? said)
    {
        string message = Printable.Text(finding.Message);
        if (finding.Line == 0)
        {
            writer.WriteLine($"  {Printable.Text(path)}: {message}");
            return message;
        }

        string place = string.Create(CultureInfo.InvariantCulture, $"  {Printable.Text(path)}:{finding.Line}:{finding.Column}");
        writer.WriteLine(finding.Pointer.Length == 0 ? place : $"{place} {palette.Faint(Printable.Text(finding.Pointer))}");
        if (message != said)
        {
            writer.WriteLine($"    {message}");
        }

        if (source.ExcerptOf(finding) is { Text.Length: > 0 } excerpt)
        {
            excerpt.Write(writer, palette, finding.Severity);
        }

        return message;
    }

    private sealed class Group(Rule rule, Severity severity, string? location)
    {
        public string? Location => location;

        public Rule Rule => rule;

        public Severity Severity => severity;

        public long Count { get; set; }

        public List<Finding> Shown { get; } = [];
    }
}
