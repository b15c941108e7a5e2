using Plumbline.Cli.Preflight;
using Plumbline.Cli.Reports;
using Plumbline.Schemas;

namespace Plumbline.Cli.Commands;

/// <summary>A run of <c>plumbline preflight</c>: the body of a tuning job, its datasets, and what only together can be wrong.</summary>
internal static class PreflightRun
{
    /// <summary>Runs a job.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">Something in the job cannot be done.</exception>
    public static int Run(PreflightJob job)
    {
        job.Report.ThrowIfRead(job.Evaluation is null ? [job.Request, job.Train] : [job.Request, job.Train, job.Evaluation]);
        string reading = job.Request;
        PreflightOutcome outcome;
        try
        {
            RequestBody body = RequestBody.Open(job.Request, job.Kind, job.Url);
            var plan = JobPlan.Read(body);
            reading = job.Train;
            CheckedDataset training = Check(job.Train, plan, job.Tokenizer, isEvaluation: false);
            CheckedDataset? evaluation = null;
            if (job.Evaluation is { } file)
            {
                reading = file;
                evaluation = Check(file, plan, job.Tokenizer, isEvaluation: true);
            }

            Finding[] advice = [.. JobAdvice.Of(plan, body.Path, training.Summary.Examples, evaluation is not null)];
            LifeCycle? lifeCycle = BundledFormats.Find(plan.Format)?.Validator.LifeCycle;
            outcome = new PreflightOutcome(plan, RequestRun.Judge(body), training, evaluation, advice) { LifeCycle = lifeCycle };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            CommandLine.Say($"cannot read {reading}: {RequestBody.Reason(reading, fault)}");
            return ExitCode.Unreadable;
        }

        int exitCode = outcome.WillStart ? ExitCode.Clean : ExitCode.Findings;
        using ReportFile report = ReportFile.Open(job.Report.Path);
        if (job.Report.Kind == "json")
        {
            PreflightJson.Write(report.Stream, outcome, exitCode);
        }
        else
        {
            new PreflightText(report.Writer, job.Report.Path is null ? Palette.ForStandardOutput() : Palette.None).Write(outcome);
        }

        report.Complete();
        job.Report.SayWritten();
        return exitCode;
    }

    private static CheckedDataset Check(string path, JobPlan plan, string? tokenizer, bool isEvaluation)
    {
        ValidationTarget target = ValidationTarget.Open(new ValidateRequest
        {
            Files = [path],
            Format = plan.Format,
            Evaluation = isEvaluation,
            Tokenizer = tokenizer,
            Tokens = tokenizer is not null,
            Threads = Environment.ProcessorCount,
        })!;

        // A model or a context that the format does not know is the body's fault, and told as one.
        DatasetOptions options = target.Options;
        if (target.Dataset is { } rules)
        {
            bool knowsModel = rules.Models.Any(model => model.Name == plan.Model);
            bool takesContext = rules.Defaults.Any(stands => stands.Parameter == "default_context");
            options = options with
            {
                Model = knowsModel ? plan.Model : null,
                Parameters = takesContext && plan.DefaultContext is { } context
                    ? new Dictionary<string, string> { ["default_context"] = context }
                    : options.Parameters,
            };
        }

        var first = new FirstErrors();
        return new CheckedDataset(path, target.Start(options).ReadFile(path, first), first.Items, target.Tokens?.Tokenizer);
    }

    private sealed class FirstErrors : IFindingSink
    {
        private const int Shown = 3;

        public List<Finding> Items { get; } = [];

        public void Add(Finding finding)
        {
            if (finding.Severity == Severity.Error && Items.Count < Shown)
            {
                Items.Add(finding);
            }
        }
    }
}
