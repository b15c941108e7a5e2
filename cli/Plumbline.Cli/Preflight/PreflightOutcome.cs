using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Preflight;

/// <summary>What became of a check before a job.</summary>
/// <param name="Plan">The job.</param>
/// <param name="Body">The body and its findings.</param>
/// <param name="Training">The training file.</param>
/// <param name="Evaluation">The evaluation file, or null where none was given.</param>
/// <param name="Advice">What only together is unwise.</param>
internal sealed record PreflightOutcome(JobPlan Plan, BodyOutcome Body, CheckedDataset Training, CheckedDataset? Evaluation, IReadOnlyList<Finding> Advice)
{
    /// <summary>Whether nothing speaks against the job.</summary>
    public bool WillStart => !Body.Has(Severity.Error) && Training.Summary.Errors == 0 && (Evaluation?.Summary.Errors ?? 0) == 0;

    /// <summary>What speaks against it: errors of the body, then the first ones of each dataset.</summary>
    public IEnumerable<Finding> Reasons =>
    [
        .. Body.Faults.Select(fault => fault.Finding).Where(finding => finding.Severity == Severity.Error),
        .. Datasets.SelectMany(file => file.First),
    ];

    /// <summary>The datasets that were given.</summary>
    public IEnumerable<CheckedDataset> Datasets => Evaluation is { } evaluation ? [Training, evaluation] : [Training];

    /// <summary>Where the format of the datasets stands in its life, or null where its schema does not say.</summary>
    public LifeCycle? LifeCycle { get; init; }

    /// <summary>Tokens that the job trains on, about; null where they were not counted.</summary>
    public double? TokensTrained => Training.Tokenizer is null ? null : Training.Tokens * Epochs;

    /// <summary>How often the job sees an example, on average.</summary>
    public double Epochs => Plan.EpochsOver(Training.Summary.Examples);
}

/// <summary>A dataset of the job.</summary>
/// <param name="Path">The file.</param>
/// <param name="Summary">Its counts.</param>
/// <param name="First">Its first errors.</param>
/// <param name="Tokenizer">Who counted tokens, or null where they were not counted.</param>
internal sealed record CheckedDataset(string Path, DatasetSummary Summary, IReadOnlyList<Finding> First, string? Tokenizer)
{
    /// <summary>Tokens of all texts.</summary>
    public long Tokens => Summary.Tokens.Sum(texts => texts.Total);
}
