using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Reports.Html;

/// <summary>One self-contained page: totals, what the service would do, rules with examples, and how long texts and conversations are. It holds no
/// script and asks for nothing from elsewhere; a policy in its head keeps it so.</summary>
internal sealed class HtmlReport(TextWriter writer, ISource source) : IReport
{
    private const int MostFiles = 200;
    private const int MostShown = 150;

    private readonly FindingGroups _groups = new();
    private RunFacts? _run;

    /// <inheritdoc/>
    public void Begin(RunFacts run) => _run = run;

    /// <inheritdoc/>
    public void Add(Finding finding) => _groups.Add(finding);

    /// <inheritdoc/>
    public bool OnlyCounts(Assertion assertion) => _groups.OnlyCounts(assertion);

    /// <inheritdoc/>
    public void EndFile(FileOutcome file)
    {
        // Told together at the end.
    }

    /// <inheritdoc/>
    public void End(RunOutcome run)
    {
        string title = run.Files is [var only] ? only.Path : SeverityWords.Of(run.Files.Count, "file");
        writer.WriteLine("<!DOCTYPE html>");
        writer.WriteLine("<html lang=\"en\">");
        writer.WriteLine("<head>");
        writer.WriteLine("<meta charset=\"utf-8\">");
        writer.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        writer.WriteLine("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        writer.WriteLine($"<title>{HtmlText.Of(title)} – plumbline</title>");
        writer.WriteLine($"<style>\n{HtmlStyle.Sheet}\n</style>");
        writer.WriteLine("</head>");
        writer.WriteLine("<body>");
        writer.WriteLine("<main>");
        writer.WriteLine($"<h1>{HtmlText.Of(title)}</h1>");
        writer.WriteLine($"<p class=\"faint\">{HtmlText.Of(Facts())}</p>");
        WriteTotals(run);
        WriteEffects(run);
        WriteRules();
        new HtmlStatistics(writer).Write(run.Statistics, _run!.Tokens);
        WriteFiles(run);
        writer.WriteLine($"</main>\n<footer><p class=\"faint\">plumbline {HtmlText.Of(CommandLine.Version)}</p></footer>");
        writer.WriteLine("</body>");
        writer.WriteLine("</html>");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The writer belongs to the report file.
    }

    private string Facts()
    {
        string format = _run!.Format is { } name ? $"format {name}" : _run.SchemaId is { } id ? $"schema {id}" : "several formats";
        string strict = _run.IsStrict ? ", warnings fail the run" : "";
        return _run.Tokens is { } tokens ? $"{format}{strict}, tokens counted by {tokens.Tokenizer}" : $"{format}{strict}, tokens not counted";
    }

    private void WriteTotals(RunOutcome run)
    {
        long errors = run.Files.Sum(file => file.Summary.Errors);
        long warnings = run.Files.Sum(file => file.Summary.Warnings);
        writer.WriteLine("<ul class=\"verdict\">");
        Tile(run.Files.Sum(file => file.Summary.Examples), "examples", "");
        Tile(errors, "errors", errors > 0 ? "error" : "good");
        Tile(warnings, "warnings", warnings > 0 ? "warning" : "good");
        Tile(run.Files.Sum(file => file.Summary.Notes), "notes", "");
        Tile(run.Files.Sum(file => file.Summary.FaultyLines), "lines with an error", "");
        writer.WriteLine("</ul>");
        foreach (UnreadFile file in run.Unread.Take(MostFiles))
        {
            writer.WriteLine($"<p class=\"error\">cannot read {HtmlText.Of(file.Path)}: {HtmlText.Of(file.Reason)}</p>");
        }

        if (run.IsInterrupted)
        {
            string lines = SeverityWords.Of(run.Files.Sum(file => file.Summary.Lines), "line");
            writer.WriteLine($"<p class=\"error\">interrupted after {lines}: what follows them was not read</p>");
        }

        if (run.IsStopped)
        {
            writer.WriteLine("<p class=\"error\">ended at the first line that fails (--fail-fast): what follows it was not read</p>");
        }

        if (run.Ignored > 0)
        {
            writer.WriteLine($"<p class=\"faint\">{SeverityWords.Of(run.Ignored, "finding")} of rules that do not count here (--select, --ignore)</p>");
        }

        if (run.LeftOut > 0)
        {
            writer.WriteLine($"<p class=\"warning\">{SeverityWords.Of(run.LeftOut, "finding")} beyond --max-errors are counted above and not told below</p>");
        }

        void Tile(long count, string words, string kind) => writer.WriteLine($"<li><b class=\"{kind}\">{HtmlText.Of(count)}</b> {words}</li>");
    }

    private void WriteEffects(RunOutcome run)
    {
        (Effect Effect, string Words)[] effects =
            [(Effect.Rejected, "would be rejected"), (Effect.Truncated, "would be truncated"), (Effect.Ignored, "would be ignored")];
        writer.WriteLine("<h2>What the service would do</h2>");
        if (effects.All(effect => run.Files.All(file => file.Summary.CountOf(effect.Effect) == 0)))
        {
            long errors = run.Files.Sum(file => file.Summary.Errors);
            writer.WriteLine(errors == 0
                ? "<p>Nothing that is known of it would be rejected, truncated or ignored.</p>"
                : "<p>Errors are values that the format does not allow; apart from them, nothing that is known would be rejected, truncated or ignored.</p>");
            return;
        }

        writer.WriteLine("<div class=\"wide\"><table><tr><th class=\"number\">values</th><th>effect</th><th>why</th></tr>");
        foreach ((Effect effect, string words) in effects)
        {
            long count = run.Files.Sum(file => file.Summary.CountOf(effect));
            if (count > 0)
            {
                IEnumerable<string> why = _groups.InOrder
                    .Where(group => group.Effect == effect && group.First.Count > 0)
                    .Select(group => group.First[0].Message)
                    .Distinct()
                    .Take(5)
                    .Select(HtmlText.Of);
                writer.WriteLine($"<tr><td class=\"number\">{HtmlText.Of(count)}</td><td>{words}</td><td>{string.Join("<br>", why)}</td></tr>");
            }
        }

        writer.WriteLine("</table></div>");
    }

    private void WriteRules()
    {
        writer.WriteLine("<h2>Findings</h2>");
        FindingGroup[] groups = [.. _groups.InOrder];
        if (groups.Length == 0)
        {
            writer.WriteLine("<p class=\"good\">None.</p>");
            return;
        }

        foreach (FindingGroup group in groups.Take(MostShown))
        {
            Write(group);
        }

        if (groups.Length > MostShown)
        {
            long more = groups.Skip(MostShown).Sum(group => group.Count);
            writer.WriteLine($"<p class=\"faint\">and {HtmlText.Of(more)} findings at {HtmlText.Of(groups.Length - MostShown)} more places of the schema</p>");
        }
    }

    private void Write(FindingGroup group)
    {
        string word = group.Severity.Word();
        writer.WriteLine("<article>");
        writer.Write($"<h3><span class=\"{word}\">{word}</span> {group.Rule.Id} {group.Rule.Slug}: {HtmlText.Of(group.Rule.Title)} ");
        writer.WriteLine($"<span class=\"faint\">({HtmlText.Of(group.Count)})</span></h3>");
        if (group.Location is { } location)
        {
            writer.WriteLine($"<p class=\"faint\">schema <code>{HtmlText.Of(location)}</code></p>");
        }

        foreach (Finding finding in group.First)
        {
            Write(finding, word);
        }

        if (group.Count > group.First.Count)
        {
            writer.WriteLine($"<p class=\"faint\">… and {HtmlText.Of(group.Count - group.First.Count)} more like these</p>");
        }

        writer.WriteLine("</article>");
    }

    private void Write(Finding finding, string severity)
    {
        string place = finding.Line == 0 ? finding.Path ?? "" : $"{finding.Path}:{finding.Line}:{finding.Column}";
        string pointer = finding.Pointer.Length == 0 ? "" : $" <span class=\"faint\">{HtmlText.Of(finding.Pointer)}</span>";
        writer.WriteLine($"<p><code>{HtmlText.Of(place)}{pointer}</code><br>{HtmlText.Of(finding.Message)}</p>");
        if (source.ExcerptOf(finding) is { Text.Length: > 0 } excerpt)
        {
            // Where something is missing, a space stands for it.
            (int start, int length) = excerpt.Fault.GetOffsetAndLength(excerpt.Text.Length);
            string fault = length == 0 ? " " : HtmlText.Of(excerpt.Text.Substring(start, length));
            string marked = $"<mark class=\"{severity}\">{fault}</mark>";
            writer.WriteLine($"<pre>{HtmlText.Of(excerpt.Text[..start])}{marked}{HtmlText.Of(excerpt.Text[(start + length)..])}</pre>");
        }
    }

    private void WriteFiles(RunOutcome run)
    {
        if (run.Files.Count == 0)
        {
            return;
        }

        writer.WriteLine("<h2>Files</h2>");
        writer.Write("<div class=\"wide\"><table><tr><th>file</th><th>format</th>");
        foreach (string name in (string[])["examples", "lines", "bytes", "errors", "warnings", "notes"])
        {
            writer.Write($"<th class=\"number\">{name}</th>");
        }

        writer.WriteLine("</tr>");
        foreach (FileOutcome file in run.Files.Take(MostFiles))
        {
            DatasetSummary summary = file.Summary;
            writer.Write($"<tr><td><code>{HtmlText.Of(file.Path)}</code>{(summary.IsComplete ? "" : " (not to its end)")}</td>");
            writer.Write($"<td>{HtmlText.Of(file.Facts.Format ?? file.Facts.SchemaId ?? "")}</td>");
            foreach (long count in (long[])[summary.Examples, summary.Lines, summary.Bytes, summary.Errors, summary.Warnings, summary.Notes])
            {
                writer.Write($"<td class=\"number\">{HtmlText.Of(count)}</td>");
            }

            writer.WriteLine("</tr>");
        }

        writer.WriteLine("</table></div>");
        if (run.Files.Count > MostFiles)
        {
            writer.WriteLine($"<p class=\"faint\">and {HtmlText.Of(run.Files.Count - MostFiles)} more files</p>");
        }
    }
}
