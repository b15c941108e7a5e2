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
        json.WriteString("format", run.Format);
        json.WriteString("schema", run.SchemaId);
        json.WriteString("tokenizer", run.Tokens?.Tokenizer);
        json.WriteString("tokenizerNote", run.Tokens?.Note);
        json.WriteString("modelWithoutTokenLimits", run.Tokens?.ModelWithoutLimits);
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
        json.WriteString("format", file.Facts.Format);
        json.WriteString("schema", file.Facts.SchemaId);
        json.WriteBoolean("complete", summary.IsComplete);
        json.WriteNumber("lines", summary.Lines);
        json.WriteNumber("examples", summary.Examples);
        json.WriteNumber("faultyLines", summary.FaultyLines);
        json.WriteNumber("bytes", summary.Bytes);
        json.WriteStartObject("totals");
        for (int i = 0; i < file.Facts.Totals.Count && i < summary.Counters.Count; i++)
        {
            json.WriteNumber(file.Facts.Totals[i].Path.ToString() ?? "", summary.CounterAt(i));
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
            json.WriteStartObject();
            json.WriteString("path", field.Path);
            json.WriteNumber("examples", field.Examples);
            json.WriteNumber("texts", field.Texts);
            ReportJson.WriteMembers(json, field.Counts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
