using System.Text.Json;

namespace Plumbline.Cli.Reports;

/// <summary>JSON Lines: one object a finding, as <see cref="JsonReport"/> writes it, and a last one that tells the run.</summary>
internal sealed class JsonLinesReport(Stream stream) : IReport
{
    private readonly JsonLinesWriter _lines = new(stream);
    private RunFacts? _run;

    private Utf8JsonWriter Json => _lines.Json;

    /// <inheritdoc/>
    public void Begin(RunFacts run) => _run = run;

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        Json.WriteStartObject();
        Json.WriteString("type", "finding");
        ReportJson.WriteMembers(Json, finding);
        _lines.EndLine();
    }

    /// <inheritdoc/>
    public void EndFile(FileOutcome file)
    {
        // Told in the last line.
    }

    /// <inheritdoc/>
    public void End(RunOutcome run)
    {
        Json.WriteStartObject();
        Json.WriteString("type", "summary");
        SummaryJson.WriteRun(Json, _run!);
        SummaryJson.WriteOutcome(Json, run);
        _lines.EndLine();
        _lines.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();
}
