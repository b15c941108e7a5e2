using System.Text.Json;
using Plumbline.Datasets;

namespace Plumbline;

/// <summary>What the lines of one range of a file come to, but for their findings: enough to come to the same end as one run over the whole file
/// (<see cref="DatasetMerge"/>).</summary>
public sealed class DatasetPart
{
    private readonly UniformSighting?[] _first;
    private readonly UniformSighting?[] _different;

    internal DatasetPart(DatasetSummary summary, UniformSighting?[] first, UniformSighting?[] different)
    {
        Summary = summary;
        _first = first;
        _different = different;
    }

    /// <summary>The counts. Findings about the dataset as a whole are not among them.</summary>
    public DatasetSummary Summary { get; }

    /// <summary>For each rule about what all lines have in common, what the range shows first.</summary>
    internal ReadOnlySpan<UniformSighting?> First => _first;

    /// <summary>For each of those rules, what first differs from <see cref="First"/>.</summary>
    internal ReadOnlySpan<UniformSighting?> Different => _different;

    /// <summary>Where the values stand that a finding about what all lines have in common may be told at: byte offsets in the file, and lengths.</summary>
    public IEnumerable<(long ByteOffset, int ByteLength)> Sightings =>
        _first.Concat(_different).OfType<UniformSighting>().Select(sighting => (sighting.ByteOffset, sighting.ByteLength)).Distinct();

    /// <summary>Writes the part as one JSON object.</summary>
    /// <param name="json">Takes the object.</param>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WritePropertyName("summary");
        Summary.WriteTo(json);
        Write(json, "uniformFirst", _first);
        Write(json, "uniformDifferent", _different);
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="WriteTo"/> has written.</summary>
    /// <param name="json">The object.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static DatasetPart Read(JsonElement json)
    {
        try
        {
            return new DatasetPart(DatasetSummary.Read(json.GetProperty("summary")), Read(json, "uniformFirst"), Read(json, "uniformDifferent"));
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("No part of a dataset: " + fault.Message, fault);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, UniformSighting?[] sightings)
    {
        json.WriteStartArray(name);
        foreach (UniformSighting? sighting in sightings)
        {
            if (sighting is null)
            {
                json.WriteNullValue();
            }
            else
            {
                sighting.WriteTo(json);
            }
        }

        json.WriteEndArray();
    }

    private static UniformSighting?[] Read(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(sighting => sighting.ValueKind == JsonValueKind.Null ? null : UniformSighting.Read(sighting))];
}
