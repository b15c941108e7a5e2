using System.Globalization;
using Plumbline.Cli.Preflight;

namespace Plumbline.Cli.Reports;

/// <summary>A check before a job, on one page: what the job is, what is unwise, and whether it will start.</summary>
internal sealed class PreflightText(TextWriter writer, Palette palette)
{
    private const int Column = 12;

    /// <summary>Writes the page.</summary>
    public void Write(PreflightOutcome outcome)
    {
        JobPlan plan = outcome.Plan;
        string model = Printable.Text(plan.Model ?? "a model that is not named");
        writer.WriteLine($"{palette.Strong(Printable.Text(outcome.Body.Body.Path))}: {plan.Request} of {model}");
        if (plan.CountsSteps)
        {
            Row("tuning", $"in {plan.TuningRegion}, on {plan.Hardware}");
            Row("upload", $"to {Printable.Text(plan.UploadRegion ?? "the pipeline's region")}");
        }

        Row("training", $"{Printable.Text(outcome.Training.Path)}, {SeverityWords.Of(outcome.Training.Summary.Examples, "example")}");
        Row("evaluation", Evaluation(outcome));
        string epochs = string.Create(CultureInfo.InvariantCulture, $"{outcome.Epochs:0.##} epochs");
        Row("length", plan.CountsSteps ? $"{SeverityWords.Of(plan.Steps, "step")} of {SeverityWords.Of(plan.BatchSize, "example")}: {epochs}" : epochs);
        for (int i = 0; i < plan.Recommended.Count; i++)
        {
            Row(i == 0 ? "advised" : "", plan.Recommended[i].Words);
        }

        if (outcome.TokensTrained is { } trained)
        {
            CheckedDataset training = outcome.Training;
            Row("tokens", string.Create(CultureInfo.InvariantCulture, $"{training.Tokens:N0} a pass by {training.Tokenizer}, about {trained:N0} trained"));
        }

        if (outcome.LifeCycle is { Status: LifeCycleStatus.Retired or LifeCycleStatus.Deprecated } lifeCycle)
        {
            Row("life cycle", $"{lifeCycle.Words}{(lifeCycle.Note is null ? "" : $": {lifeCycle.Note}")}");
        }

        writer.WriteLine();
        WriteAdvice(outcome);
        WriteVerdict(outcome);
    }

    private void WriteAdvice(PreflightOutcome outcome)
    {
        Finding[] soft = [.. outcome.Body.Faults.Select(fault => fault.Finding).Where(finding => finding.Severity != Severity.Error), .. outcome.Advice];
        foreach (Finding finding in soft)
        {
            writer.WriteLine(ConciseReport.Line(finding, palette));
        }

        foreach (CheckedDataset file in outcome.Datasets.Where(file => file.Summary.Warnings + file.Summary.Notes > 0))
        {
            string counts = $"{SeverityWords.Of(file.Summary.Warnings, "warning")}, {SeverityWords.Of(file.Summary.Notes, "note")}";
            writer.WriteLine($"{Printable.Text(file.Path)}: {counts}; plumbline validate tells them");
        }
    }

    private void WriteVerdict(PreflightOutcome outcome)
    {
        if (outcome.WillStart)
        {
            writer.WriteLine(palette.Strong("this job will start: nothing was found that would stop it"));
            return;
        }

        writer.WriteLine(palette.Severity(Severity.Error, "this job will fail because:"));
        foreach (Finding finding in outcome.Reasons)
        {
            writer.WriteLine($"  {ConciseReport.Line(finding, palette)}");
        }

        foreach (CheckedDataset file in outcome.Datasets)
        {
            long more = file.Summary.Errors - file.First.Count;
            if (more > 0)
            {
                writer.WriteLine($"  {Printable.Text(file.Path)}: {SeverityWords.Of(more, "error")} more");
            }
        }
    }

    private static string Evaluation(PreflightOutcome outcome)
    {
        JobPlan plan = outcome.Plan;
        string file = outcome.Evaluation is { } evaluation
            ? $"{Printable.Text(evaluation.Path)}, {SeverityWords.Of(evaluation.Summary.Examples, "example")}"
            : plan.Evaluates ? "not checked: --evaluation FILE does" : "none";
        return plan is { Evaluates: true, CountsSteps: true }
            ? $"{file}; {SeverityWords.Of(plan.EvaluationPoints, "evaluation")}, one every {SeverityWords.Of(plan.Interval, "step")}"
            : file;
    }

    private void Row(string name, string text) => writer.WriteLine($"  {name.PadRight(Column)}{text}");
}
