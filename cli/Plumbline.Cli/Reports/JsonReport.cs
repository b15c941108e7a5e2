using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plumbline.Cli.Reports;

/// <summary>Everything, as one JSON document. Findings are written as they come, so that memory does not grow with them.</summary>
internal sealed class JsonReport(Stream stream) : IReport
{
    private const int FlushBytes = 64 * 1024;

    private readonly Utf8JsonWriter _json = new(stream, Options);

    /// <summary>How reports are written. What is not ASCII stays readable; the text is never part of a web page. Control characters are escaped all
    /// the same.</summary>
    public static JsonWriterOptions Options { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
        WriteMembers(_json, finding);
        _json.WriteEndObject();
        if (_json.BytesPending > FlushBytes)
        {
            _json.Flush();
        }
    }

    /// <summary>The members of a finding's object.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("slug", finding.Rule.Slug);
        json.WriteString("severity", finding.Severity.Word());
        WriteText(json, "effect", finding.Effect == Effect.None ? null : SeverityWords.Of(finding.Effect));
        json.WriteString("message", finding.Message);
        WriteText(json, "path", finding.Path);
        json.WriteNumber("line", finding.Line);
        json.WriteNumber("column", finding.Column);
        json.WriteNumber("byteOffset", finding.ByteOffset);
        json.WriteNumber("byteLength", finding.ByteLength);
        json.WriteString("pointer", finding.Pointer);
        WriteText(json, "schemaLocation", finding.SchemaLocation);
        WriteText(json, "expected", finding.Expected);
        WriteText(json, "found", finding.Found);
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

    /// <summary>A member that is null where there is nothing to tell.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, text);
        }
    }
}
