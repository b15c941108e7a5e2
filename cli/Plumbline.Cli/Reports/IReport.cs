using Plumbline.Cli.Statistics;

namespace Plumbline.Cli.Reports;

/// <summary>One way to tell what a run found. Calls come in this order: <see cref="Begin"/>, then for each file <see cref="BeginFile"/>,
/// <see cref="IFindingSink.Add"/> for its findings and <see cref="EndFile"/>, then <see cref="End"/>. A file that cannot be opened begins and does not
/// end.</summary>
internal interface IReport : IFindingSink, IDisposable
{
    /// <summary>Before the first file.</summary>
    void Begin(RunFacts run);

    /// <summary>Before the first finding of a file.</summary>
    void BeginFile(RunFacts file)
    {
        // Most reports need the facts where the file ends, and have them there.
    }

    /// <summary>After the last finding of a file that was read.</summary>
    void EndFile(FileOutcome file);

    /// <summary>After the last file.</summary>
    void End(RunOutcome run);
}

/// <summary>What is known of a run or a file before the first line is read; of a run whose files have different formats, what they have in common.</summary>
/// <param name="Format">The bundled format, or null for a schema file.</param>
/// <param name="SchemaId">Identifier of the schema.</param>
/// <param name="Tokens">Who counts tokens, or null where they are not counted.</param>
/// <param name="Totals">What the format counts over a file, in the order of <see cref="DatasetSummary.Counters"/>.</param>
/// <param name="IsStrict">Whether warnings fail the run as errors do.</param>
internal sealed record RunFacts(string? Format, string? SchemaId, TokenFacts? Tokens, IReadOnlyList<DatasetTotal> Totals, bool IsStrict)
{
    /// <summary>Whether findings of a severity fail the run.</summary>
    public bool Fails(Severity severity) => severity == Severity.Error || (IsStrict && severity == Severity.Warning);
}

/// <summary>Who counts tokens, and what a reader should know of the counts.</summary>
/// <param name="Tokenizer">Name of the tokenizer.</param>
/// <param name="Note">What the schema says about the models' own tokenizer, or null.</param>
/// <param name="ModelWithoutLimits">The model for which no limit applies, or null where limits do.</param>
internal sealed record TokenFacts(string Tokenizer, string? Note, string? ModelWithoutLimits);

/// <summary>What became of one file.</summary>
/// <param name="Path">The file, as it was named.</param>
/// <param name="Facts">What it was held against.</param>
/// <param name="Summary">Its counts.</param>
/// <param name="Elapsed">Time from opening to the last line.</param>
internal sealed record FileOutcome(string Path, RunFacts Facts, DatasetSummary Summary, TimeSpan Elapsed);

/// <summary>A file that could not be read, or not to its end.</summary>
/// <param name="Path">The file, as it was named.</param>
/// <param name="Reason">Why, as it was told on standard error.</param>
internal sealed record UnreadFile(string Path, string Reason);

/// <summary>What became of the run.</summary>
/// <param name="Files">The files that were read.</param>
/// <param name="Unread">Those that could not be read; of one that ended early what came before is among <paramref name="Files"/>.</param>
/// <param name="LeftOut">Findings that were counted and not printed (<c>--max-errors</c>).</param>
/// <param name="IsInterrupted">Whether Ctrl-C ended it early.</param>
/// <param name="ExitCode">What the shell will be told.</param>
internal sealed record RunOutcome(IReadOnlyList<FileOutcome> Files, IReadOnlyList<UnreadFile> Unread, long LeftOut, bool IsInterrupted, int ExitCode)
{
    /// <summary>Bytes that there were to read, where it was interrupted; null where that is not known.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>Whether it ended at the first line that fails it (<c>--fail-fast</c>).</summary>
    public bool IsStopped { get; init; }

    /// <summary>Findings that were left aside (<c>--select</c>, <c>--ignore</c>).</summary>
    public long Ignored => Files.Sum(file => file.Summary.Ignored);

    /// <summary>What the texts of all files are like; null where no report tells it, or where it was not measured.</summary>
    public DatasetStatistics? Statistics { get; init; }
}
