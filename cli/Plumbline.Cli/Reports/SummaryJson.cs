using System.Text.Json;
using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Reports;

/// <summary>The run as JSON, apart from its findings: members of an object that is open.</summary>
internal static class SummaryJson
{
    private static readonly Effect[] Effects = [Effect.Rejected, Effect.Truncated, Effect.Ignored];

    /// <summary>What is known before the first line is read.</summary>
    public static void WriteRun(Utf8JsonWriter json, RunFacts run)
    {
        json.WriteString("plumbline", CommandLine.Version);
        JsonReport.WriteText(json, "format", run.Format);
        JsonReport.WriteText(json, "schema", run.SchemaId);
        JsonReport.WriteText(json, "tokenizer", run.Tokens?.Tokenizer);
        JsonReport.WriteText(json, "tokenizerNote", run.Tokens?.Note);
        JsonReport.WriteText(json, "modelWithoutTokenLimits", run.Tokens?.ModelWithoutLimits);
    }

    /// <summary>What became of it.</summary>
    public static void WriteOutcome(Utf8JsonWriter json, RunOutcome run)
    {
        json.WriteStartArray("files");
        foreach (FileOutcome file in run.Files)
        {
            WriteFile(json, file);
        }

        json.WriteEndArray();
        json.WriteStartArray("unread");
        foreach (UnreadFile file in run.Unread)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteString("reason", file.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("findingsLeftOut", run.LeftOut);
        json.WriteBoolean("stopped", run.IsStopped);
        json.WriteBoolean("interrupted", run.IsInterrupted);
        json.WriteNumber("exitCode", run.ExitCode);
    }

    private static void WriteFile(Utf8JsonWriter json, FileOutcome file)
    {
        DatasetSummary summary = file.Summary;
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        JsonReport.WriteText(json, "format", file.Facts.Format);
        JsonReport.WriteText(json, "schema", file.Facts.SchemaId);
        json.WriteBoolean("complete", summary.IsComplete);
        json.WriteNumber("lines", summary.Lines);
        json.WriteNumber("examples", summary.Examples);
        json.WriteNumber("faultyLines", summary.FaultyLines);
        json.WriteNumber("bytes", summary.Bytes);
        json.WriteStartObject("totals");
        for (int i = 0; i < file.Facts.Totals.Count && i < summary.Counters.Count; i++)
        {
            json.WriteNumber(file.Facts.Totals[i].Path.ToString() ?? "", summary.Counters[i]);
        }

        json.WriteEndObject();
        WriteTokens(json, summary.Tokens);
        json.WriteNumber("errors", summary.Errors);
        json.WriteNumber("warnings", summary.Warnings);
        json.WriteNumber("notes", summary.Notes);
        json.WriteNumber("ignored", summary.Ignored);
        json.WriteStartObject("rules");
        foreach ((Rule rule, long count) in summary.RuleCounts)
        {
            json.WriteNumber(rule.Id, count);
        }

        json.WriteEndObject();
        json.WriteStartObject("effects");
        foreach (Effect effect in Effects)
        {
            json.WriteNumber(SeverityWords.Of(effect), summary.CountOf(effect));
        }

        json.WriteEndObject();
        json.WriteNumber("seconds", Math.Round(file.Elapsed.TotalSeconds, 6));
        json.WriteEndObject();
    }

    private static void WriteTokens(Utf8JsonWriter json, IReadOnlyList<TokenStatistics> fields)
    {
        json.WriteStartArray("tokens");
        foreach (TokenStatistics field in fields)
        {
            long[] percentiles = field.Percentiles(50, 90, 99);
            json.WriteStartObject();
            json.WriteString("path", field.Path);
            json.WriteNumber("examples", field.Examples);
            json.WriteNumber("texts", field.Texts);
            json.WriteNumber("total", field.Total);
            json.WriteNumber("mean", Math.Round(field.Mean, 3));
            json.WriteNumber("p50", percentiles[0]);
            json.WriteNumber("p90", percentiles[1]);
            json.WriteNumber("p99", percentiles[2]);
            json.WriteNumber("max", field.Max);
            json.WriteStartArray("histogram");
            foreach (Bucket bucket in field.Histogram)
            {
                json.WriteStartObject();
                json.WriteNumber("from", bucket.From);
                json.WriteNumber("to", bucket.To);
                json.WriteNumber("texts", bucket.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
