using Plumbline.Cli.Commands;
using Plumbline.Cli.Progress;
using Plumbline.Cli.Reports;
using Plumbline.Cli.Statistics;
using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Plumbline.Schemas;

namespace Plumbline.Cli.Ranges;

/// <summary>A run of <c>plumbline merge</c>: the report and the verdict of one run over the file whose ranges were validated apart.</summary>
internal sealed class MergeRun : IFindingSink
{
    private readonly IReport _report;
    private readonly long _limit;
    private long _printed;

    private MergeRun(IReport report, long limit)
    {
        _report = report;
        _limit = limit;
    }

    /// <summary>Merges summaries.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">They do not belong together.</exception>
    public static int Run(IReadOnlyList<string> paths, IReadOnlyList<ReportRequest> reports)
    {
        var summaries = new List<RangeSummary>(paths.Count);
        bool isReadable = true;
        foreach (string path in paths)
        {
            try
            {
                summaries.Add(RangeSummary.Open(path));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                isReadable = false;
                CommandLine.Say($"cannot read {path}: {RequestBody.Reason(path, fault)}");
            }
        }

        if (!isReadable)
        {
            return ExitCode.Unreadable;
        }

        RangeSummary[] ranges = RangeCover.Of(summaries);
        RangeHeader run = ranges[0].Header;
        Check(run, reports);
        using var interruption = new Interruption();
        var source = new NotedSource();
        using var output = ReportOutput.Open(reports, source);
        try
        {
            int exitCode = new MergeRun(output.Report, run.Number("max-errors") ?? long.MaxValue).Merge(ranges, run, source, interruption.Token);
            output.Complete(isQuiet: false);
            return exitCode;
        }
        catch (OperationCanceledException)
        {
            CommandLine.Say("interrupted: nothing was merged");
            return ExitCode.Interrupted;
        }
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        if (_printed < _limit)
        {
            _printed++;
            _report.Add(finding);
        }
    }

    private static void Check(RangeHeader run, IReadOnlyList<ReportRequest> reports)
    {
        foreach (ReportRequest report in reports)
        {
            string? noted = run.Option("report");
            if (report.Kind.TellsMore && report.Kind.Name != noted)
            {
                throw new UsageException(
                    $"--report {report.Kind.Name} tells more than these ranges have noted: validate them with --report {report.Kind.Name} too");
            }

            if (noted is not null && !report.Kind.TellsReferences && Array.Find(NamedReport.All, kind => kind.Name == noted) is { TellsReferences: true })
            {
                throw new UsageException($"these ranges were validated for --report {noted}, and make no other");
            }

            if (report.Kind.TellsEveryLine && run.Option("max-errors") is not null)
            {
                throw new UsageException($"--report {report.Kind.Name} tells the verdict of every line: the ranges were validated with --max-errors");
            }
        }
    }

    private int Merge(RangeSummary[] ranges, RangeHeader run, NotedSource source, CancellationToken cancellation)
    {
        DatasetRules? rules = RulesOf(run);
        var options = new DatasetOptions
        {
            Role = run.Option("evaluation") is null ? DatasetRole.Training : DatasetRole.Evaluation,
            Model = run.Option("model"),
            TrainingExamples = run.Number("training"),
            IgnoredRules = run.Option(RangeHeader.IgnoredRules) is { } ignored ? RuleChoice.Ignored([], [ignored]) : null,
            MaxFindings = _limit,
        };
        TokenFacts? tokens = run.Option("tokenizer") is { } tokenizer
            ? new TokenFacts(tokenizer, rules?.TokenizerNote, options.HasTokenLimits(rules) ? null : options.Model)
            : null;
        bool isStrict = run.Option("strict") is not null;
        var facts = new RunFacts(run.Option("format"), run.SchemaId, tokens, rules?.Totals ?? [], isStrict);
        _report.Begin(facts);
        _report.BeginFile(facts);
        var merge = new DatasetMerge(rules, options, this, run.File);
        var shown = new ShownFindings();
        foreach (RangeSummary range in ranges)
        {
            range.AddTo(merge, shown, source, cancellation);
        }

        DatasetSummary summary = merge.Conclude();
        var file = new FileOutcome(run.File, facts, summary, ranges.Aggregate(TimeSpan.Zero, (sum, range) => sum + range.Elapsed));
        _report.EndFile(file);
        int exitCode = summary.Errors > 0 || (isStrict && summary.Warnings > 0) ? ExitCode.Findings : ExitCode.Clean;
        _report.End(new RunOutcome([file], [], summary.Findings - _printed, IsInterrupted: false, exitCode)
        {
            TotalBytes = run.Identity.Length,
            Statistics = Measured(ranges),
        });
        return exitCode;
    }

    private static DatasetStatistics? Measured(RangeSummary[] ranges)
    {
        if (ranges[0].Header.Option("report") is not { } noted || Array.Find(NamedReport.All, kind => kind.Name == noted) is not { TellsStatistics: true })
        {
            return null;
        }

        var statistics = new DatasetStatistics();
        foreach (RangeSummary range in ranges)
        {
            statistics.Absorb(range.Measured ?? throw new UsageException($"{range.Path} is no summary of a range: it has no statistics"));
        }

        return statistics;
    }

    private static DatasetRules? RulesOf(RangeHeader run)
    {
        if (run.Option("format") is { } name)
        {
            return (BundledFormats.Find(name) ?? throw new UsageException($"this plumbline has no format {name}")).Validator.Dataset;
        }

        var file = SchemaFile.Parse("schema", "schema", run.Option(RangeHeader.SchemaText) ?? "");
        return SchemaSet.Of([file]).Compile(file).Program is { } program
            ? new SchemaInterpreter(program).Dataset
            : throw new UsageException("the schema of the ranges is broken");
    }
}
