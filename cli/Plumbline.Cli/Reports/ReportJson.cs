using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Reports;

/// <summary>What the JSON of every command has in common: how a document is written, and what a finding and a distribution are in it.</summary>
internal static class ReportJson
{
    /// <summary>How reports are written. What is not ASCII stays readable; the text is never part of a web page. Control characters are escaped all
    /// the same.</summary>
    public static JsonWriterOptions Options { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a document: an object that begins with the version of the tool.</summary>
    /// <param name="stream">Where.</param>
    /// <param name="members">Writes its other members.</param>
    public static void WriteDocument(Stream stream, Action<Utf8JsonWriter> members)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("plumbline", CommandLine.Version);
            members(json);
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    /// <summary>Findings as an array of objects.</summary>
    public static void WriteFindings(Utf8JsonWriter json, string name, IEnumerable<Finding> findings)
    {
        json.WriteStartArray(name);
        foreach (Finding finding in findings)
        {
            json.WriteStartObject();
            WriteMembers(json, finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The members of a finding's object.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("slug", finding.Rule.Slug);
        json.WriteString("severity", finding.Severity.Word());
        json.WriteString("effect", finding.Effect == Effect.None ? null : SeverityWords.Of(finding.Effect));
        json.WriteString("message", finding.Message);
        json.WriteString("path", finding.Path);
        json.WriteNumber("line", finding.Line);
        json.WriteNumber("column", finding.Column);
        json.WriteNumber("byteOffset", finding.ByteOffset);
        json.WriteNumber("byteLength", finding.ByteLength);
        json.WriteString("pointer", finding.Pointer);
        json.WriteString("schemaLocation", finding.SchemaLocation);
        json.WriteString("expected", finding.Expected);
        json.WriteString("found", finding.Found);
    }

    /// <summary>The members of a distribution's object.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Distribution values)
    {
        long[] percentiles = values.Percentiles(50, 90, 99);
        json.WriteNumber("total", values.Total);
        json.WriteNumber("mean", Math.Round(values.Mean, 3));
        json.WriteNumber("min", values.Min);
        json.WriteNumber("p50", percentiles[0]);
        json.WriteNumber("p90", percentiles[1]);
        json.WriteNumber("p99", percentiles[2]);
        json.WriteNumber("max", values.Max);
        json.WriteStartArray("histogram");
        foreach (Bucket bucket in values.Histogram)
        {
            json.WriteStartObject();
            json.WriteNumber("from", bucket.From);
            json.WriteNumber("to", bucket.To);
            json.WriteNumber("count", bucket.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
