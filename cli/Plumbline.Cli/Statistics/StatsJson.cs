using System.Text.Json;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Statistics;

/// <summary>Statistics as one JSON document.</summary>
internal static class StatsJson
{
    /// <summary>Writes the document.</summary>
    /// <param name="stream">Where.</param>
    /// <param name="outcome">What was found.</param>
    /// <param name="exitCode">What the shell will be told.</param>
    public static void Write(Stream stream, StatsOutcome outcome, int exitCode) => ReportJson.WriteDocument(stream, json =>
    {
        json.WriteStartArray("formats");
        foreach (ValidationTarget target in outcome.Targets)
        {
            json.WriteStringValue(target.Name);
        }

        json.WriteEndArray();
        json.WriteString("tokenizer", outcome.Tokenizer);
        json.WriteString("tokenizerNote", outcome.TokenizerNote);
        json.WriteStartArray("datasets");
        foreach (CountedDataset dataset in outcome.Datasets)
        {
            Write(json, dataset, outcome.Tokenizer is not null);
        }

        json.WriteEndArray();
        json.WriteNumber("examplesCompared", outcome.HashedExamples);
        json.WriteNumber("promptsCompared", outcome.HashedPrompts);
        json.WriteNumber("falseMatchBound", ExampleHash.FalseMatchBound(outcome.HashedExamples + outcome.HashedPrompts));
        json.WriteStartArray("duplicates");
        foreach ((Rule rule, LargestGroups groups) in outcome.Repetitions)
        {
            Write(json, rule, groups, outcome);
        }

        json.WriteEndArray();
        json.WriteNumber("errors", outcome.Count(Severity.Error));
        json.WriteNumber("warnings", outcome.Count(Severity.Warning));
        json.WriteNumber("notes", outcome.Count(Severity.Note));
        json.WriteBoolean("interrupted", outcome.IsInterrupted);
        json.WriteNumber("exitCode", exitCode);
    });

    private static void Write(Utf8JsonWriter json, CountedDataset dataset, bool hasTokens)
    {
        json.WriteStartObject();
        json.WriteString("role", dataset.Role == DatasetRole.Training ? "training" : "evaluation");
        json.WriteStartArray("files");
        foreach (string path in dataset.Paths)
        {
            json.WriteStringValue(path);
        }

        json.WriteEndArray();
        json.WriteBoolean("complete", dataset.Summaries.Count == dataset.Paths.Count && dataset.Summaries.TrueForAll(file => file.IsComplete));
        json.WriteNumber("lines", dataset.Summaries.Sum(file => file.Lines));
        json.WriteNumber("examples", dataset.Summaries.Sum(file => file.Examples));
        json.WriteNumber("bytes", dataset.Summaries.Sum(file => file.Bytes));
        json.WriteStartArray("fields");
        foreach (FieldStatistics field in dataset.Statistics.Fields)
        {
            json.WriteStartObject();
            json.WriteString("path", field.Path);
            json.WriteNumber("examples", field.Examples);
            json.WriteNumber("texts", field.Bytes.Count);
            if (hasTokens)
            {
                Write(json, "tokens", field.Tokens);
            }

            Write(json, "codePoints", field.CodePoints);
            Write(json, "bytes", field.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (dataset.Statistics.Turns.Count > 0)
        {
            Write(json, "turns", dataset.Statistics.Turns);
        }

        WriteScripts(json, dataset.Statistics.Scripts.Shares);
        ReportJson.WriteFindings(json, "firstFindings", dataset.FirstFindings);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Distribution values)
    {
        json.WriteStartObject(name);
        ReportJson.WriteMembers(json, values);
        json.WriteEndObject();
    }

    private static void WriteScripts(Utf8JsonWriter json, IReadOnlyList<ScriptShare> shares)
    {
        json.WriteStartArray("scripts");
        foreach (ScriptShare share in shares)
        {
            json.WriteStartObject();
            json.WriteString("script", share.Script);
            json.WriteNumber("share", Math.Round(share.Share, 6));
            json.WriteNumber("characters", share.Characters);
            json.WriteNumber("texts", share.Texts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Rule rule, LargestGroups groups, StatsOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Id);
        json.WriteString("slug", rule.Slug);
        json.WriteString("severity", rule.Severity.Word());
        json.WriteNumber("findings", groups.Findings);
        json.WriteNumber("groups", groups.Groups);
        json.WriteStartArray("largest");
        foreach (DuplicateGroup group in groups.Largest)
        {
            json.WriteStartObject();
            json.WriteNumber("findings", group.Count);
            Write(json, "lines", group.Lines, outcome);
            if (group.Training.Length > 0)
            {
                Write(json, "training", group.Training, outcome);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Place[] places, StatsOutcome outcome)
    {
        json.WriteStartArray(name);
        foreach (Place place in places)
        {
            json.WriteStartObject();
            json.WriteString("path", outcome.PathOf(place));
            json.WriteNumber("line", place.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
