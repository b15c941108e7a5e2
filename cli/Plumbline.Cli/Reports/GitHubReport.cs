using System.Globalization;

namespace Plumbline.Cli.Reports;

/// <summary>
/// Annotations of GitHub Actions, as workflow commands on standard output. A step shows ten of each type, so that there are never more: where there are more
/// findings, each rule's first is told with the number of the others.
/// </summary>
internal sealed class GitHubReport(TextWriter writer) : IReport
{
    private const int MostOfType = 10;

    private readonly List<FirstFinding> _rules = [];
    private readonly Dictionary<Severity, List<Finding>> _first = [];

    /// <inheritdoc/>
    public void Begin(RunFacts run)
    {
        // Annotations tell findings only.
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        if (Find(finding.Rule, finding.Severity) is { } rule)
        {
            rule.Count++;
        }
        else
        {
            _rules.Add(new FirstFinding(finding));
        }

        if (!_first.TryGetValue(finding.Severity, out List<Finding>? first))
        {
            _first[finding.Severity] = first = [];
        }

        if (first.Count < MostOfType)
        {
            first.Add(finding);
        }
    }

    /// <inheritdoc/>
    public bool OnlyCounts(Assertion assertion)
    {
        if (Find(assertion.Rule, assertion.Severity) is not { } rule || _first[assertion.Severity].Count < MostOfType)
        {
            return false;
        }

        rule.Count++;
        return true;
    }

    /// <inheritdoc/>
    public void EndFile(FileOutcome file)
    {
        // A step shows ten of all files together.
    }

    /// <inheritdoc/>
    public void End(RunOutcome run)
    {
        foreach (UnreadFile file in run.Unread.Take(MostOfType))
        {
            Write("error", $"file={Property(ReportPath.Relative(file.Path))},title=unreadable", $"cannot read it: {file.Reason}");
        }

        int left = Math.Max(0, MostOfType - run.Unread.Count);
        for (Severity severity = Severity.Error; severity <= Severity.Note; severity++)
        {
            WriteAll(severity, severity == Severity.Error ? left : MostOfType);
        }

        string counts = string.Join(", ", new[] { Severity.Error, Severity.Warning, Severity.Note }
            .Where(severity => severity == Severity.Error || _first.ContainsKey(severity))
            .Select(severity => SeverityWords.Of(_rules.Where(rule => rule.Finding.Severity == severity).Sum(rule => rule.Count), severity.Word())));
        writer.Write($"plumbline: {counts} in {SeverityWords.Of(run.Files.Count, "file")}");
        writer.Write(run.LeftOut > 0 ? $"; {SeverityWords.Of(run.LeftOut, "finding")} beyond --max-errors left out" : "");
        writer.Write(run.Ignored > 0 ? $"; {SeverityWords.Of(run.Ignored, "finding")} ignored" : "");
        writer.WriteLine(run.IsInterrupted ? "; interrupted" : run.IsStopped ? "; stopped at the first line that fails" : "");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The writer belongs to the report file.
    }

    private static string Command(Severity severity) => severity == Severity.Note ? "notice" : severity.Word();

    // The runner takes %25 back, and in properties %3A and %2C as well; line ends are escaped already.
    private static string Data(string text) => Printable.Text(text).Replace("%", "%25", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private void WriteAll(Severity severity, int most)
    {
        FirstFinding[] rules = [.. _rules.Where(rule => rule.Finding.Severity == severity)];
        if (rules.Sum(rule => rule.Count) <= most)
        {
            foreach (Finding finding in _first.GetValueOrDefault(severity, []))
            {
                Write(finding, more: 0);
            }

            return;
        }

        // The last annotation is for the rules that none is left for.
        int told = rules.Length <= most ? rules.Length : Math.Max(0, most - 1);
        foreach (FirstFinding rule in rules.Take(told))
        {
            Write(rule.Finding, rule.Count - 1);
        }

        if (told < rules.Length && most > 0)
        {
            IEnumerable<string> names = rules.Skip(told).Select(rule => $"{rule.Finding.Rule} ({rule.Count.ToString("N0", CultureInfo.InvariantCulture)})");
            Write(Command(severity), "title=more rules", $"also broken: {string.Join(", ", names)}");
        }
    }

    private void Write(Finding finding, long more)
    {
        string place = finding.Line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $",line={finding.Line},col={finding.Column}");
        string pointer = finding.Pointer.Length == 0 ? "" : $" ({finding.Pointer})";
        string others = more == 0 ? "" : $"; and {SeverityWords.Of(more, $"more {finding.Severity.Word()}")} of this rule";
        string properties = $"file={Property(ReportPath.Relative(finding.Path ?? ""))}{place},title={Property(finding.Rule.ToString())}";
        Write(Command(finding.Severity), properties, $"{finding.Message}{pointer}{others}");
    }

    private void Write(string command, string properties, string message) => writer.WriteLine($"::{command} {properties}::{Data(message)}");

    private FirstFinding? Find(Rule rule, Severity severity)
    {
        foreach (FirstFinding known in _rules)
        {
            if (ReferenceEquals(known.Finding.Rule, rule) && known.Finding.Severity == severity)
            {
                return known;
            }
        }

        return null;
    }

    private sealed class FirstFinding(Finding finding)
    {
        public Finding Finding => finding;

        public long Count { get; set; } = 1;
    }
}
