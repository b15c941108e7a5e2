using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plumbline.Cli.Ranges;

/// <summary>Writes the summary of a range, as JSON Lines: the header, the findings and places as they come, and last what the range comes to.</summary>
/// <param name="stream">Where to.</param>
internal sealed class RangeWriter(Stream stream) : IDatasetPartSink, IDisposable
{
    private const int FlushBytes = 64 * 1024;

    private readonly System.Buffers.ArrayBufferWriter<byte> _buffer = new(2 * FlushBytes);
    private Utf8JsonWriter? _json;

    private Utf8JsonWriter Json => _json ??= new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes the header.</summary>
    public void Begin(RangeHeader header)
    {
        header.WriteTo(Json);
        EndLine();
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        Json.WriteStartObject();
        Json.WriteStartObject(RangeSummary.Finding);
        FindingJson.Write(Json, finding with { Path = null });
        Json.WriteEndObject();
        Json.WriteEndObject();
        EndLine();
    }

    /// <inheritdoc/>
    public void Add(in TotalPlace place)
    {
        Json.WriteStartObject();
        Json.WriteStartArray(RangeSummary.Place);
        Json.WriteNumberValue(place.Total);
        Json.WriteNumberValue(place.Index);
        Json.WriteNumberValue(place.Line);
        Json.WriteNumberValue(place.Column);
        Json.WriteNumberValue(place.ByteOffset);
        Json.WriteNumberValue(place.ByteLength);
        Json.WriteStringValue(place.Pointer);
        Json.WriteEndArray();
        Json.WriteEndObject();
        EndLine();
    }

    /// <summary>Writes what the range comes to.</summary>
    public void End(DatasetPart part, TimeSpan elapsed)
    {
        Json.WriteStartObject();
        Json.WritePropertyName(RangeSummary.PartMember);
        part.WriteTo(Json);
        Json.WriteNumber(RangeSummary.Seconds, elapsed.TotalSeconds);
        Json.WriteEndObject();
        EndLine();
        Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json?.Dispose();

    private void EndLine()
    {
        Json.Flush();
        Json.Reset();
        System.Buffers.BuffersExtensions.Write(_buffer, "\n"u8);
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
