using System.Text.Json;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Statistics;

namespace Plumbline.Cli.Ranges;

/// <summary>The summary of a range, as <see cref="RangeWriter"/> has written it. Its findings stay in the file until they are asked for.</summary>
/// <param name="Path">The summary's file.</param>
/// <param name="Header">Which range, and how it was judged.</param>
/// <param name="Part">What it comes to.</param>
/// <param name="Measured">What its texts are like; null where they were not measured.</param>
/// <param name="Elapsed">How long that took.</param>
internal sealed record RangeSummary(string Path, RangeHeader Header, DatasetPart Part, DatasetStatistics? Measured, TimeSpan Elapsed)
{
    /// <summary>The member that holds a finding.</summary>
    public const string Finding = "finding";

    /// <summary>The member that holds a place that totals count.</summary>
    public const string Place = "place";

    /// <summary>The member that holds where a value stands that all lines should have in common.</summary>
    public const string Sighting = "sighting";

    /// <summary>The member that holds the text that reports show of any of these.</summary>
    public const string Source = "source";

    /// <summary>The member that holds what the range comes to.</summary>
    public const string PartMember = "part";

    /// <summary>The member that holds what its texts are like.</summary>
    public const string Statistics = "statistics";

    /// <summary>The member that holds how long it took.</summary>
    public const string Seconds = "seconds";

    /// <summary>Opens a summary.</summary>
    /// <exception cref="UsageException">It is none, or not a whole one.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static RangeSummary Open(string path)
    {
        RangeHeader? header = null;
        string? last = null;
        foreach (string line in File.ReadLines(path))
        {
            header ??= Understood(path, line, json => RangeHeader.Read(json, path));
            last = line;
        }

        if (header is null || last is null)
        {
            throw NotOne(path, "it is empty");
        }

        return Understood(path, last, json => json.TryGetProperty(PartMember, out JsonElement part)
            ? new RangeSummary(
                path,
                header,
                DatasetPart.Read(part),
                json.TryGetProperty(Statistics, out JsonElement measured) ? StatisticsParts.Read(measured) : null,
                TimeSpan.FromSeconds(json.GetProperty(Seconds).GetDouble()))
            : throw new FormatException("it ends before the range does"));
    }

    /// <summary>Adds the findings and the places, then the part itself.</summary>
    /// <param name="merge">Takes them.</param>
    /// <param name="shown">Which findings a report may show, of all ranges.</param>
    /// <param name="source">Takes what reports may show.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void AddTo(DatasetMerge merge, ShownFindings shown, NotedSource source, CancellationToken cancellation)
    {
        foreach (string line in File.ReadLines(Path).Skip(1))
        {
            cancellation.ThrowIfCancellationRequested();
            Understood(Path, line, json =>
            {
                Add(merge, shown, source, json);
                return true;
            });
        }

        merge.Add(Part);
    }

    private static void Add(DatasetMerge merge, ShownFindings shown, NotedSource source, JsonElement json)
    {
        SourceNote? note = json.TryGetProperty(Source, out JsonElement noted) ? SourceNote.Read(noted) : null;
        if (json.TryGetProperty(Finding, out JsonElement member))
        {
            Finding finding = FindingJson.Read(member);
            if (shown.MayShow(finding) && note is not null)
            {
                source.Keep(finding.ByteOffset, finding.ByteLength, note);
            }

            merge.Add(finding);
        }
        else if (json.TryGetProperty(Place, out member))
        {
            TotalPlace place = PlaceOf(member);
            if (merge.Add(place) && note is not null)
            {
                source.Keep(place.ByteOffset, place.ByteLength, note);
            }
        }
        else if (json.TryGetProperty(Sighting, out member) && note is not null)
        {
            source.Keep(member[0].GetInt64(), member[1].GetInt32(), note);
        }
    }

    private static TotalPlace PlaceOf(JsonElement json) => new(
        json[0].GetInt32(), json[1].GetInt64(), json[2].GetInt64(), json[3].GetInt32(), json[4].GetInt64(), json[5].GetInt32(), json[6].GetString()!);

    private static T Understood<T>(string path, string line, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return read(json.RootElement);
        }
        catch (Exception fault) when (fault
            is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or ArgumentException)
        {
            throw NotOne(path, fault is JsonException ? "it is not JSON Lines" : fault.Message);
        }
    }

    private static UsageException NotOne(string path, string reason) => new($"{path} is no summary of a range: {reason}");
}
