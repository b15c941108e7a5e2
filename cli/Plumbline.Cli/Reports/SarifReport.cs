using System.Text.Json;
using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Reports;

/// <summary>
/// SARIF 2.1.0 (OASIS), within what GitHub's code scanning takes of a run: 25,000 results, of which it keeps 5,000, in 10 MB of gzip. So there are at
/// most 5,000 results; what is beyond a rule's share of them is one result with a count.
/// </summary>
internal sealed class SarifReport(Stream stream, ISource source) : IReport
{
    /// <summary>The most results of a run.</summary>
    public const int MostResults = 5000;

    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    // The name of a fingerprint ends with the version of what goes into it (SARIF, 3.27.17).
    private const string Fingerprint = "plumblineFinding/v1";

    private readonly FindingSample _sample = new(MostResults);
    private readonly Fingerprints _fingerprints = new();
    private readonly List<string> _artifacts = [];
    private readonly List<Rule> _rules = [];

    /// <inheritdoc/>
    public void Begin(RunFacts run)
    {
        // Everything is told at the end, when it is known what is left out.
    }

    /// <inheritdoc/>
    public void Add(Finding finding) => _sample.Add(finding);

    /// <inheritdoc/>
    public bool OnlyCounts(Assertion assertion) => _sample.OnlyCounts(assertion);

    /// <inheritdoc/>
    public void EndFile(FileOutcome file) => IndexOf(_artifacts, file.Path);

    /// <inheritdoc/>
    public void End(RunOutcome run)
    {
        foreach (FindingSample.Group group in _sample.Groups)
        {
            IndexOf(_rules, group.Rule);
        }

        _rules.Sort((one, other) => string.CompareOrdinal(one.Id, other.Id));
        using var json = new Utf8JsonWriter(stream, ReportJson.Options);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json);
        WriteInvocation(json, run);
        json.WriteString("columnKind", "utf16CodeUnits");
        WriteArtifacts(json);
        json.WriteStartArray("results");
        foreach ((FindingSample.Group group, Finding finding) in _sample.InOrder())
        {
            WriteResult(json, group, finding, finding.Message, times: 1);
        }

        foreach (FindingSample.Group group in _sample.Groups)
        {
            if (group.Next is { } next)
            {
                WriteResult(json, group, next, group.RestMessage, group.Rest);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The stream belongs to the report file.
    }

    private static int IndexOf<T>(List<T> items, T item)
    {
        int index = items.IndexOf(item);
        if (index < 0)
        {
            index = items.Count;
            items.Add(item);
        }

        return index;
    }

    private void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "plumbline");
        json.WriteString("semanticVersion", CommandLine.Version);
        json.WriteStartArray("rules");
        foreach (Rule rule in _rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("name", rule.Slug);
            WriteText(json, "shortDescription", rule.Title);
            WriteText(json, "fullDescription", RulePage.Meaning(rule));
            json.WriteStartObject("help");
            string page = RulePage.Of(rule);
            json.WriteString("text", page);
            json.WriteString("markdown", page);
            json.WriteEndObject();
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", rule.Severity.Word());
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteInvocation(Utf8JsonWriter json, RunOutcome run)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", run.ExitCode is ExitCode.Clean or ExitCode.Findings);
        json.WriteNumber("exitCode", run.ExitCode);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (UnreadFile file in run.Unread)
        {
            WriteNotification(json, "error", $"cannot read {file.Path}: {file.Reason}");
        }

        if (run.IsInterrupted)
        {
            WriteNotification(json, "error", "the run was interrupted: what follows was not read");
        }

        long counted = _sample.Groups.Sum(group => group.Rest);
        if (counted > 0)
        {
            string counts =
                $"{_sample.Count} findings are told by at most {MostResults} results: {counted} of them are counted by the last result of their rule";
            WriteNotification(json, "warning", counts);
        }

        if (run.LeftOut > 0)
        {
            WriteNotification(json, "warning", $"{SeverityWords.Of(run.LeftOut, "finding")} beyond --max-errors are left out");
        }

        if (run.Ignored > 0)
        {
            WriteNotification(json, "note", $"{SeverityWords.Of(run.Ignored, "finding")} of rules that do not count here (--select, --ignore)");
        }

        if (run.IsStopped)
        {
            WriteNotification(json, "note", "stopped at the first line that fails (--fail-fast): what follows it was not read");
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteArtifacts(Utf8JsonWriter json)
    {
        json.WriteStartArray("artifacts");
        foreach (string path in _artifacts)
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            json.WriteString("uri", ReportPath.Uri(path));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteResult(Utf8JsonWriter json, FindingSample.Group group, Finding finding, string message, long times)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", group.Rule.Id);
        json.WriteNumber("ruleIndex", _rules.IndexOf(group.Rule));
        json.WriteString("level", group.Severity.Word());
        WriteText(json, "message", message);
        if (times > 1)
        {
            json.WriteNumber("occurrenceCount", times);
        }

        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", ReportPath.Uri(finding.Path ?? ""));
        json.WriteNumber("index", IndexOf(_artifacts, finding.Path ?? ""));
        json.WriteEndObject();
        WriteRegion(json, finding);
        json.WriteEndObject();
        if (finding.Pointer.Length > 0)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", finding.Pointer);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString(Fingerprint, times > 1 ? _fingerprints.OfRest(finding) : _fingerprints.Next(finding));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // GitHub asks for a region always: a file as a whole is told at its beginning. One without an end reaches to the end of its line (SARIF, 3.30.8).
    private void WriteRegion(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(1, finding.Line));
        json.WriteNumber("startColumn", Math.Max(1, finding.Column));
        if (finding.Line == 0)
        {
            json.WriteNumber("endColumn", 1);
        }
        else if (source.EndOf(finding) is { } end)
        {
            json.WriteNumber("endLine", finding.Line + end.Lines);
            json.WriteNumber("endColumn", end.Column);
        }

        json.WriteEndObject();
    }

    private static void WriteNotification(Utf8JsonWriter json, string level, string text)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        WriteText(json, "message", text);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
