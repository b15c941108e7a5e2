using System.Text.Json;
using Plumbline.Cli.Reports;
using Plumbline.Cli.Statistics;

namespace Plumbline.Cli.Ranges;

/// <summary>Writes the summary of a range, as JSON Lines: the header, the findings and places as they come, and last what the range comes to. With each goes
/// the text that reports show of it.</summary>
/// <param name="stream">Where to.</param>
/// <param name="path">The file that is read.</param>
internal sealed class RangeWriter(Stream stream, string path) : IDatasetPartSink, IDisposable
{
    private readonly JsonLinesWriter _lines = new(stream);
    private readonly SourceBytes _source = new();
    private readonly ShownFindings _shown = new();

    private Utf8JsonWriter Json => _lines.Json;

    /// <summary>Writes the header.</summary>
    public void Begin(RangeHeader header)
    {
        Json.WriteStartObject();
        header.WriteMembers(Json);
        _lines.EndLine();
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        Json.WriteStartObject();
        Json.WriteStartObject(RangeSummary.Finding);
        FindingJson.Write(Json, finding with { Path = null });
        Json.WriteEndObject();
        if (_shown.MayShow(finding))
        {
            WriteSource(finding.ByteOffset, finding.ByteLength);
        }

        _lines.EndLine();
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
        WriteSource(place.ByteOffset, place.ByteLength);
        _lines.EndLine();
    }

    /// <summary>Writes what the range comes to.</summary>
    /// <param name="part">Its counts.</param>
    /// <param name="statistics">What its texts are like; null where they were not measured.</param>
    /// <param name="elapsed">How long it took.</param>
    public void End(DatasetPart part, DatasetStatistics? statistics, TimeSpan elapsed)
    {
        foreach ((long offset, int length) in part.Sightings)
        {
            Json.WriteStartObject();
            Json.WriteStartArray(RangeSummary.Sighting);
            Json.WriteNumberValue(offset);
            Json.WriteNumberValue(length);
            Json.WriteEndArray();
            WriteSource(offset, length);
            _lines.EndLine();
        }

        Json.WriteStartObject();
        Json.WritePropertyName(RangeSummary.PartMember);
        part.WriteTo(Json);
        if (statistics is not null)
        {
            Json.WritePropertyName(RangeSummary.Statistics);
            StatisticsParts.Write(Json, statistics);
        }

        Json.WriteNumber(RangeSummary.Seconds, elapsed.TotalSeconds);
        _lines.EndLine();
        _lines.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lines.Dispose();
        _source.Dispose();
    }

    private void WriteSource(long offset, int length)
    {
        Json.WritePropertyName(RangeSummary.Source);
        SourceNote.Of(_source, path, offset, length).WriteTo(Json);
    }
}
