using System.Text.Json;
using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Ranges;

/// <summary>The summary of a range, as <see cref="RangeWriter"/> has written it. Its findings stay in the file until they are asked for.</summary>
/// <param name="Path">The summary's file.</param>
/// <param name="Header">Which range, and how it was judged.</param>
/// <param name="Part">What it comes to.</param>
/// <param name="Elapsed">How long that took.</param>
internal sealed record RangeSummary(string Path, RangeHeader Header, DatasetPart Part, TimeSpan Elapsed)
{
    /// <summary>The member that holds a finding.</summary>
    public const string Finding = "finding";

    /// <summary>The member that holds a place that totals count.</summary>
    public const string Place = "place";

    /// <summary>The member that holds what the range comes to.</summary>
    public const string PartMember = "part";

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
            ? new RangeSummary(path, header, DatasetPart.Read(part), TimeSpan.FromSeconds(json.GetProperty(Seconds).GetDouble()))
            : throw new FormatException("it ends before the range does"));
    }

    /// <summary>Adds the findings and the places, then the part itself.</summary>
    public void AddTo(DatasetMerge merge)
    {
        foreach (string line in File.ReadLines(Path).Skip(1))
        {
            Understood(Path, line, json =>
            {
                if (json.TryGetProperty(Finding, out JsonElement finding))
                {
                    merge.Add(FindingJson.Read(finding));
                }
                else if (json.TryGetProperty(Place, out JsonElement place))
                {
                    merge.Add(PlaceOf(place));
                }

                return true;
            });
        }

        merge.Add(Part);
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
