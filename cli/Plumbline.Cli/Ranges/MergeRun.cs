using Plumbline.Cli.Commands;
using Plumbline.Cli.Inputs;
using Plumbline.Cli.Reports;
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
        using var output = ReportOutput.Open(reports);
        int exitCode = new MergeRun(output.Report, run.Number("max-errors") ?? long.MaxValue).Merge(ranges, run);
        output.Complete(isQuiet: false);
        return exitCode;
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
            if (report.Kind.TellsReferences != (run.Option("report") is not null))
            {
                throw new UsageException(report.Kind.TellsReferences
                    ? $"--report {report.Kind.Name} tells more than these ranges have noted: validate them with --report {report.Kind.Name} too"
                    : $"these ranges were validated for --report {run.Option("report")}, and make no other");
            }

            if (report.Kind.TellsEveryLine && run.Option("max-errors") is not null)
            {
                throw new UsageException($"--report {report.Kind.Name} tells the verdict of every line: the ranges were validated with --max-errors");
            }
        }

        // Excerpts are read from the file, which must be the one that was validated.
        if (!File.Exists(run.File))
        {
            CommandLine.Say($"{run.File} is not here: the report shows no excerpts of it");
        }
        else if (FileIdentity.Of(run.File) != run.Identity)
        {
            throw new UsageException($"{run.File} here is not the file that was validated: its length or its ends differ");
        }
    }

    private int Merge(RangeSummary[] ranges, RangeHeader run)
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
        foreach (RangeSummary range in ranges)
        {
            range.AddTo(merge);
        }

        DatasetSummary summary = merge.Conclude();
        var file = new FileOutcome(run.File, facts, summary, ranges.Aggregate(TimeSpan.Zero, (sum, range) => sum + range.Elapsed));
        _report.EndFile(file);
        int exitCode = summary.Errors > 0 || (isStrict && summary.Warnings > 0) ? ExitCode.Findings : ExitCode.Clean;
        _report.End(new RunOutcome([file], [], summary.Findings - _printed, IsInterrupted: false, exitCode) { TotalBytes = run.Identity.Length });
        return exitCode;
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
