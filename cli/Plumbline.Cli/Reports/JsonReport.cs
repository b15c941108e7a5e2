using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plumbline.Cli.Reports;

/// <summary>Everything, as one JSON document. Findings are written as they come, so that memory does not grow with them.</summary>
internal sealed class JsonReport(Stream stream, string version) : IReport
{
    private const int FlushBytes = 64 * 1024;

    private readonly Utf8JsonWriter _json = new(stream, Options);
    private RunFacts? _run;

    /// <summary>How reports are written. What is not ASCII stays readable; the text is never part of a web page. Control characters are escaped all
    /// the same.</summary>
    public static JsonWriterOptions Options { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public void Begin(RunFacts run)
    {
        _run = run;
        _json.WriteStartObject();
        _json.WriteString("plumbline", version);
        WriteText(_json, "format", run.Format);
        _json.WriteString("schema", run.SchemaId);
        WriteText(_json, "tokenizer", run.Tokens?.Tokenizer);
        WriteText(_json, "tokenizerNote", run.Tokens?.Note);
        WriteText(_json, "modelWithoutTokenLimits", run.Tokens?.ModelWithoutLimits);
        _json.WriteStartArray("findings");
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        _json.WriteStartObject();
        WriteMembers(_json, finding);
        _json.WriteEndObject();
        if (_json.BytesPending > FlushBytes)
        {
            _json.Flush();
        }
    }

    /// <summary>The members of a finding's object.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("slug", finding.Rule.Slug);
        json.WriteString("severity", finding.Severity.Word());
        WriteText(json, "effect", finding.Effect == Effect.None ? null : Word(finding.Effect));
        json.WriteString("message", finding.Message);
        WriteText(json, "path", finding.Path);
        json.WriteNumber("line", finding.Line);
        json.WriteNumber("column", finding.Column);
        json.WriteNumber("byteOffset", finding.ByteOffset);
        json.WriteNumber("byteLength", finding.ByteLength);
        json.WriteString("pointer", finding.Pointer);
        WriteText(json, "schemaLocation", finding.SchemaLocation);
        WriteText(json, "expected", finding.Expected);
        WriteText(json, "found", finding.Found);
    }

    /// <inheritdoc/>
    public void EndFile(FileOutcome file)
    {
        // Told together at the end: the list of findings is still open here.
    }

    /// <inheritdoc/>
    public void End(RunOutcome run)
    {
        _json.WriteEndArray();
        _json.WriteStartArray("files");
        foreach (FileOutcome file in run.Files)
        {
            WriteFile(file);
        }

        _json.WriteEndArray();
        _json.WriteNumber("findingsLeftOut", run.LeftOut);
        _json.WriteBoolean("interrupted", run.IsInterrupted);
        _json.WriteNumber("exitCode", run.ExitCode);
        _json.WriteEndObject();
        _json.Flush();
        stream.Write("\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteFile(FileOutcome file)
    {
        DatasetSummary summary = file.Summary;
        _json.WriteStartObject();
        _json.WriteString("path", file.Path);
        _json.WriteBoolean("complete", summary.IsComplete);
        _json.WriteNumber("lines", summary.Lines);
        _json.WriteNumber("examples", summary.Examples);
        _json.WriteNumber("faultyLines", summary.FaultyLines);
        _json.WriteNumber("bytes", summary.Bytes);
        _json.WriteStartObject("totals");
        for (int i = 0; i < _run!.Totals.Count && i < summary.Counters.Count; i++)
        {
            _json.WriteNumber(_run.Totals[i].Path.ToString() ?? "", summary.Counters[i]);
        }

        _json.WriteEndObject();
        WriteTokens(summary.Tokens);
        _json.WriteNumber("errors", summary.Errors);
        _json.WriteNumber("warnings", summary.Warnings);
        _json.WriteNumber("notes", summary.Notes);
        _json.WriteStartObject("rules");
        foreach ((Rule rule, long count) in summary.RuleCounts)
        {
            _json.WriteNumber(rule.Id, count);
        }

        _json.WriteEndObject();
        _json.WriteStartObject("effects");
        foreach (Effect effect in (ReadOnlySpan<Effect>)[Effect.Rejected, Effect.Truncated, Effect.Ignored])
        {
            _json.WriteNumber(Word(effect), summary.CountOf(effect));
        }

        _json.WriteEndObject();
        _json.WriteNumber("seconds", Math.Round(file.Elapsed.TotalSeconds, 6));
        _json.WriteEndObject();
    }

    private void WriteTokens(IReadOnlyList<TokenStatistics> fields)
    {
        _json.WriteStartArray("tokens");
        foreach (TokenStatistics field in fields)
        {
            long[] percentiles = field.Percentiles(50, 90, 99);
            _json.WriteStartObject();
            _json.WriteString("path", field.Path);
            _json.WriteNumber("examples", field.Examples);
            _json.WriteNumber("texts", field.Texts);
            _json.WriteNumber("total", field.Total);
            _json.WriteNumber("mean", Math.Round(field.Mean, 3));
            _json.WriteNumber("p50", percentiles[0]);
            _json.WriteNumber("p90", percentiles[1]);
            _json.WriteNumber("p99", percentiles[2]);
            _json.WriteNumber("max", field.Max);
            _json.WriteStartArray("histogram");
            foreach (TokenBucket bucket in field.Histogram)
            {
                _json.WriteStartObject();
                _json.WriteNumber("from", bucket.From);
                _json.WriteNumber("to", bucket.To);
                _json.WriteNumber("texts", bucket.Texts);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, text);
        }
    }

    private static string Word(Effect effect) => effect switch
    {
        Effect.Rejected => "rejected",
        Effect.Truncated => "truncated",
        Effect.Ignored => "ignored",
        _ => "none",
    };
}
