using System.Text.Json;

namespace Plumbline.Cli.Reports;

/// <summary>Everything, as one JSON document. Findings are written as they come, so that memory does not grow with them.</summary>
internal sealed class JsonReport(Stream stream) : IReport
{
    private const int FlushBytes = 64 * 1024;

    private readonly Utf8JsonWriter _json = new(stream, ReportJson.Options);

    /// <inheritdoc/>
    public void Begin(RunFacts run)
    {
        _json.WriteStartObject();
        SummaryJson.WriteRun(_json, run);
        _json.WriteStartArray("findings");
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        _json.WriteStartObject();
        ReportJson.WriteMembers(_json, finding);
        _json.WriteEndObject();
        if (_json.BytesPending > FlushBytes)
        {
            _json.Flush();
        }
    }

    /// <inheritdoc/>
    public void EndFile(FileOutcome file)
    {
        // Told together at the end: the list of findings is still open here.
    }

    /// <inheritdoc/>
    public void End(RunOutcome run)
    {
        _json.WriteEndArray();
        SummaryJson.WriteOutcome(_json, run);
        _json.WriteEndObject();
        _json.Flush();
        stream.Write("\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
