using System.Text.Json;
using Plumbline.Compilation;

namespace Plumbline.Cli.Reports;

/// <summary>Schema files as one JSON document: each fault as <c>validate --report json</c> writes it, and what each file compiles to.</summary>
internal static class SchemaJson
{
    /// <summary>Writes the document.</summary>
    public static void Write(Stream stream, IReadOnlyList<SchemaOutcome> files, int exitCode) => ReportJson.WriteDocument(stream, json =>
    {
        json.WriteStartArray("files");
        foreach (SchemaOutcome file in files)
        {
            Write(json, file);
        }

        json.WriteEndArray();
        json.WriteNumber("errors", files.Sum(file => file.Count(Severity.Error)));
        json.WriteNumber("warnings", files.Sum(file => file.Count(Severity.Warning)));
        json.WriteNumber("exitCode", exitCode);
    });

    private static void Write(Utf8JsonWriter json, SchemaOutcome file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.File.Path);
        json.WriteString("name", file.File.Name);
        json.WriteString("id", file.Program?.Id);
        json.WriteString("dialect", file.Dialect);
        json.WriteBoolean("compiles", file.Program is not null);
        ReportJson.WriteFindings(json, "findings", file.Faults.Select(fault => fault.Finding));
        json.WriteNumber("schemas", file.Program?.Nodes.Count ?? 0);
        json.WriteStartArray("checks");
        foreach (SchemaCheck check in file.Checks)
        {
            json.WriteStartObject();
            json.WriteString("schemaLocation", check.Location);
            json.WriteString("rule", check.Rule);
            json.WriteString("expected", check.Expected);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("annotations");
        foreach (Schema.Syntax.KeywordUse use in file.Annotations)
        {
            json.WriteNumber(use.Name, use.Count);
        }

        json.WriteEndObject();
        WriteOutline(json, file.Outline);
        json.WriteEndObject();
    }

    private static void WriteOutline(Utf8JsonWriter json, SchemaOutline? outline)
    {
        json.WriteStartArray("types");
        foreach (TypeOutline type in outline?.Types ?? [])
        {
            json.WriteStartObject();
            json.WriteString("name", type.Name);
            json.WriteString("kind", type.Kind);
            json.WriteString("summary", type.Summary);
            json.WriteStartArray("members");
            foreach (MemberOutline member in type.Members)
            {
                json.WriteStartObject();
                json.WriteString("name", member.Name);
                json.WriteString("jsonName", member.JsonName);
                json.WriteString("type", member.Type);
                json.WriteBoolean("required", member.IsRequired);
                json.WriteString("constant", member.Constant);
                json.WriteBoolean("holdsAny", member.HoldsAny);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (outline?.Validator is { } validator)
        {
            json.WriteStartObject("validator");
            json.WriteString("name", validator.Name);
            json.WriteString("file", outline.FileName);
            json.WriteNumber("readings", validator.Readings);
            json.WriteStartArray("readAgain");
            foreach (string place in validator.ReadAgain)
            {
                json.WriteStringValue(place);
            }

            json.WriteEndArray();
            json.WriteNumber("remembered", validator.Remembered);
            json.WriteEndObject();
        }
    }
}
