using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Statistics;

/// <summary>What a run of <c>plumbline stats</c> found.</summary>
/// <param name="Targets">The formats of the files; none where nobody named one.</param>
/// <param name="Tokenizer">Who counted tokens, or null.</param>
/// <param name="Training">The training files.</param>
/// <param name="Evaluation">The evaluation files, or null where there are none.</param>
/// <param name="Duplicates">What occurs more than once.</param>
/// <param name="HashedExamples">Examples that were compared.</param>
/// <param name="HashedPrompts">Prompts that were compared.</param>
/// <param name="IsInterrupted">Whether Ctrl-C ended the run early.</param>
internal sealed record StatsOutcome(
    IReadOnlyList<ValidationTarget> Targets,
    string? Tokenizer,
    CountedDataset Training,
    CountedDataset? Evaluation,
    Duplicates Duplicates,
    long HashedExamples,
    long HashedPrompts,
    bool IsInterrupted)
{
    /// <summary>The rules about lines that are the same, each with its groups.</summary>
    public IEnumerable<(Rule Rule, LargestGroups Groups)> Repetitions =>
    [
        (Plumbline.Rules.LeakedExample, Duplicates.LeakedExamples),
        (Plumbline.Rules.LeakedPrompt, Duplicates.LeakedPrompts),
        (Plumbline.Rules.DuplicateExample, Duplicates.Examples),
        (Plumbline.Rules.DuplicatePrompt, Duplicates.Prompts),
    ];

    /// <summary>What a reader of token counts should know, or null.</summary>
    public string? TokenizerNote => Targets.Count == 1 ? Targets[0].Dataset?.TokenizerNote : null;

    /// <summary>The datasets that were read.</summary>
    public IEnumerable<CountedDataset> Datasets => Evaluation is null ? [Training] : [Training, Evaluation];

    /// <summary>The name of the file in which a line stands.</summary>
    public string PathOf(Place place) => place.File < Training.Paths.Count ? Training.Paths[place.File] : Evaluation!.Paths[place.File - Training.Paths.Count];

    /// <summary>How many findings there are of a severity.</summary>
    public long Count(Severity severity) =>
        Datasets.SelectMany(dataset => dataset.Summaries).Sum(file => severity switch
        {
            Severity.Error => file.Errors,
            Severity.Warning => file.Warnings,
            _ => file.Notes,
        }) + Repetitions.Where(repeated => repeated.Rule.Severity == severity).Sum(repeated => repeated.Groups.Findings);
}

/// <summary>The files of one role, counted as one dataset.</summary>
/// <param name="Role">The role.</param>
/// <param name="Paths">The files, as they were named.</param>
/// <param name="Statistics">What their texts are like.</param>
internal sealed record CountedDataset(DatasetRole Role, IReadOnlyList<string> Paths, DatasetStatistics Statistics)
{
    /// <summary>The counts of each file that was read.</summary>
    public List<DatasetSummary> Summaries { get; } = [];

    /// <summary>The first findings about lines that are not JSON.</summary>
    public List<Finding> FirstFindings { get; } = [];
}
