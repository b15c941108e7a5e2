using System.Text.Json;
using Plumbline.Bodies.Repairs;

namespace Plumbline.Cli.Reports;

/// <summary>A request as one JSON document: each finding as <c>validate --report json</c> writes it, with the repairs that it has.</summary>
internal static class BodyJson
{
    /// <summary>Writes the document.</summary>
    public static void Write(Stream stream, BodyOutcome outcome, int exitCode) => ReportJson.WriteDocument(stream, json =>
    {
        json.WriteString("request", outcome.Body.Schema.Name);
        json.WriteString("schema", outcome.Body.Schema.Program.Id);
        json.WriteString("path", outcome.Body.Path);
        json.WriteStartArray("findings");
        foreach (BodyFault fault in outcome.Faults)
        {
            json.WriteStartObject();
            ReportJson.WriteMembers(json, fault.Finding);
            Write(json, "repairs", fault.Repairs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteApplied(json, outcome);
        json.WriteNumber("errors", outcome.Count(Severity.Error));
        json.WriteNumber("warnings", outcome.Count(Severity.Warning));
        json.WriteNumber("notes", outcome.Count(Severity.Note));
        json.WriteNumber("exitCode", exitCode);
    });

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<Repair> repairs)
    {
        json.WriteStartArray(name);
        foreach (Repair repair in repairs)
        {
            json.WriteStartObject();
            json.WriteString("title", repair.Title);
            json.WriteBoolean("safe", repair.IsSafe);
            json.WriteStartArray("edits");
            foreach (BodyEdit edit in repair.Edits)
            {
                json.WriteStartObject();
                json.WriteNumber("byteOffset", edit.Span.Start);
                json.WriteNumber("byteLength", edit.Span.Length);
                json.WriteString("text", edit.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteApplied(Utf8JsonWriter json, BodyOutcome outcome)
    {
        json.WriteStartArray("applied");
        foreach (AppliedRepair applied in outcome.Applied)
        {
            json.WriteStartObject();
            json.WriteString("rule", applied.Finding.Rule.Id);
            json.WriteString("title", applied.Repair.Title);
            json.WriteNumber("line", applied.Finding.Finding.Line);
            json.WriteNumber("column", applied.Finding.Finding.Column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
