using System.Text.Json;

namespace Plumbline.Cli.Reports;

/// <summary>
/// GitLab's Code Quality: an array of violations (docs.gitlab.com, "Code Quality report format"). At most 5,000, as the page that shows them has no use
/// for more; what is beyond a rule's share of them is one violation with a count.
/// </summary>
internal sealed class GitLabReport(Stream stream) : IReport
{
    private const int MostViolations = 5000;

    private readonly FindingSample _sample = new(MostViolations);
    private readonly Fingerprints _fingerprints = new();

    /// <inheritdoc/>
    public void Begin(RunFacts run)
    {
        // The format has no place for facts about a run.
    }

    /// <inheritdoc/>
    public void Add(Finding finding) => _sample.Add(finding);

    /// <inheritdoc/>
    public bool OnlyCounts(Assertion assertion) => _sample.OnlyCounts(assertion);

    /// <inheritdoc/>
    public void EndFile(FileOutcome file)
    {
        // Nor for facts about a file.
    }

    /// <inheritdoc/>
    public void End(RunOutcome run)
    {
        using var json = new Utf8JsonWriter(stream, ReportJson.Options);
        json.WriteStartArray();
        foreach (UnreadFile file in run.Unread)
        {
            Write(json, "unreadable", $"cannot read it: {file.Reason}", "blocker", file.Path, line: 1, _fingerprints.OfUnread(file));
        }

        foreach ((FindingSample.Group group, Finding finding) in _sample.InOrder())
        {
            Write(json, group.Rule.ToString(), finding.Message, SeverityOf(group.Severity), finding.Path, finding.Line, _fingerprints.Next(finding));
        }

        foreach (FindingSample.Group group in _sample.Groups)
        {
            if (group.Next is { } next)
            {
                string fingerprint = group.Rest == 1 ? _fingerprints.Next(next) : _fingerprints.OfRest(next);
                Write(json, group.Rule.ToString(), group.RestMessage, SeverityOf(group.Severity), next.Path, next.Line, fingerprint);
            }
        }

        if (run.LeftOut > 0)
        {
            string message = $"{SeverityWords.Of(run.LeftOut, "finding")} beyond --max-errors are left out";
            Write(json, "max-errors", message, SeverityOf(Severity.Note), run.Files[0].Path, line: 1, _fingerprints.OfLeftOut());
        }

        json.WriteEndArray();
        json.Flush();
        stream.Write("\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The stream belongs to the report file.
    }

    // Of info, minor, major, critical and blocker.
    private static string SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => "major",
        Severity.Warning => "minor",
        _ => "info",
    };

    private static void Write(Utf8JsonWriter json, string check, string message, string severity, string? path, long line, string fingerprint)
    {
        json.WriteStartObject();
        json.WriteString("description", message);
        json.WriteString("check_name", check);
        json.WriteString("fingerprint", fingerprint);
        json.WriteString("severity", severity);
        json.WriteStartObject("location");
        json.WriteString("path", ReportPath.Relative(path ?? ""));
        json.WriteStartObject("lines");
        json.WriteNumber("begin", Math.Max(1, line));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
