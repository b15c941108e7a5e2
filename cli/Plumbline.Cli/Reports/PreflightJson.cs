using System.Text.Json;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Preflight;

namespace Plumbline.Cli.Reports;

/// <summary>A check before a job, as one JSON document.</summary>
internal static class PreflightJson
{
    /// <summary>Writes the document.</summary>
    public static void Write(Stream stream, PreflightOutcome outcome, int exitCode)
    {
        using (var json = new Utf8JsonWriter(stream, JsonReport.Options))
        {
            JobPlan plan = outcome.Plan;
            json.WriteStartObject();
            json.WriteString("plumbline", CommandLine.Version);
            json.WriteString("request", plan.Request);
            json.WriteString("format", plan.Format);
            json.WriteString("model", plan.Model);
            json.WriteBoolean("willStart", outcome.WillStart);
            if (plan.CountsSteps)
            {
                json.WriteString("tuningRegion", plan.TuningRegion);
                json.WriteNumber("steps", plan.Steps);
                json.WriteNumber("batchSize", plan.BatchSize);
                json.WriteNumber("evaluations", plan.EvaluationPoints);
            }

            json.WriteNumber("epochs", outcome.Epochs);
            Write(json, "training", outcome.Training);
            Write(json, "evaluation", outcome.Evaluation);
            json.WriteStartArray("findings");
            foreach (Finding finding in outcome.Body.Faults.Select(fault => fault.Finding).Concat(outcome.Advice))
            {
                json.WriteStartObject();
                JsonReport.WriteMembers(json, finding);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("exitCode", exitCode);
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, string name, CheckedDataset? file)
    {
        if (file is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("path", file.Path);
        json.WriteNumber("examples", file.Summary.Examples);
        json.WriteNumber("errors", file.Summary.Errors);
        json.WriteNumber("warnings", file.Summary.Warnings);
        json.WriteNumber("notes", file.Summary.Notes);
        json.WriteString("tokenizer", file.Tokenizer);
        if (file.Tokenizer is not null)
        {
            json.WriteNumber("tokens", file.Tokens);
        }

        json.WriteEndObject();
    }
}
