using System.Text.Json;
using Plumbline.Cli.Preflight;

namespace Plumbline.Cli.Reports;

/// <summary>A check before a job, as one JSON document.</summary>
internal static class PreflightJson
{
    /// <summary>Writes the document.</summary>
    public static void Write(Stream stream, PreflightOutcome outcome, int exitCode) => ReportJson.WriteDocument(stream, json =>
    {
        JobPlan plan = outcome.Plan;
        json.WriteString("request", plan.Request);
        json.WriteString("format", plan.Format);
        json.WriteString("model", plan.Model);
        json.WriteString("lifeCycle", outcome.LifeCycle?.Words);
        json.WriteBoolean("willStart", outcome.WillStart);
        ReportJson.WriteFindings(json, "because", outcome.Reasons);
        if (plan.CountsSteps)
        {
            json.WriteString("tuningRegion", plan.TuningRegion);
            json.WriteNumber("steps", plan.Steps);
            json.WriteNumber("batchSize", plan.BatchSize);
            json.WriteNumber("evaluations", plan.EvaluationPoints);
        }

        WriteRecommended(json, plan);
        json.WriteNumber("epochs", outcome.Epochs);
        if (outcome.TokensTrained is { } tokens)
        {
            json.WriteNumber("tokensTrained", Math.Round(tokens));
        }

        Write(json, "training", outcome.Training);
        Write(json, "evaluation", outcome.Evaluation);
        ReportJson.WriteFindings(json, "findings", outcome.Body.Faults.Select(fault => fault.Finding).Concat(outcome.Advice));
        json.WriteNumber("exitCode", exitCode);
    });

    private static void WriteRecommended(Utf8JsonWriter json, JobPlan plan)
    {
        json.WriteStartArray("recommended");
        foreach (RecommendedRun run in plan.Recommended)
        {
            json.WriteStartObject();
            json.WriteString("task", run.Task);
            json.WriteNumber("examples", run.Examples);
            json.WriteNumber("leastSteps", run.LeastSteps);
            json.WriteNumber("mostSteps", run.MostSteps);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
