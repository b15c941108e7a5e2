using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plumbline.Cli.Reports;

/// <summary>JSON Lines: one object a finding, as <see cref="JsonReport"/> writes it, and a last one that tells the run.</summary>
internal sealed class JsonLinesReport(Stream stream) : IReport
{
    private const int FlushBytes = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushBytes);
    private Utf8JsonWriter? _json;
    private RunFacts? _run;

    private Utf8JsonWriter Json => _json ??=
        new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <inheritdoc/>
    public void Begin(RunFacts run) => _run = run;

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        Json.WriteStartObject();
        Json.WriteString("type", "finding");
        JsonReport.WriteMembers(Json, finding);
        EndLine();
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
        EndLine();
        Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json?.Dispose();

    private void EndLine()
    {
        Json.WriteEndObject();
        Json.Flush();
        Json.Reset();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount > FlushBytes)
        {
            Flush();
        }
    }

    private void Flush()
    {
        stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
