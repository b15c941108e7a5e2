using System.Collections.ObjectModel;
using System.Text;

namespace Plumbline;

/// <summary>How a dataset is read and judged, apart from its schema: what hangs on the job and on the machine. Findings and summary never
/// depend on <see cref="Threads"/> or <see cref="BufferBytes"/>.</summary>
public sealed record DatasetOptions
{
    /// <summary>The largest value of <see cref="MaxLineBytes"/>: 1 GB.</summary>
    public const int LargestMaxLineBytes = 1 << 30;

    internal const int DefaultMaxLineBytes = 64 << 20;

    internal const int DefaultBufferBytes = 512 << 10;

    // Null where there are none, as mostly: to make even the empty dictionary costs a start.
    private readonly IReadOnlyDictionary<string, string>? _parameters;

    /// <summary>A training file, judged with the defaults below.</summary>
    public static DatasetOptions Default { get; } = new();

    /// <summary>What the file is for; training unless said.</summary>
    public DatasetRole Role { get; init; }

    /// <summary>The model to be tuned: decides whether token limits apply. Null: they do.</summary>
    public string? Model { get; init; }

    /// <summary>How many examples the training file has beside which an evaluation file is read; null where that is not known. Bounds that are a share
    /// of it are then not judged.</summary>
    public long? TrainingExamples { get; init; }

    /// <summary>Parameters of the tuning job that stand in for what an example lacks, <c>default_context</c> say.</summary>
    public IReadOnlyDictionary<string, string> Parameters
    {
        get => _parameters ?? ReadOnlyDictionary<string, string>.Empty;
        init => _parameters = value is { Count: > 0 } ? value : null;
    }

    /// <summary>How each line is judged: depth, duplicate keys, the tokenizer.</summary>
    public ValidationOptions Lines { get; init; } = ValidationOptions.DatasetLines;

    /// <summary>Whether the tokens of every string of every example are counted into <see cref="DatasetSummary.Tokens"/>, limits or not. Takes a
    /// <see cref="ValidationOptions.TokenCounter"/> in <see cref="Lines"/>; faulty examples count as well.</summary>
    public bool CountTokens { get; init; }

    /// <summary>The longest line that is judged, in bytes, without its line ending; 64 MB unless said. Longer ones are one finding each and are passed
    /// over without being kept in memory.</summary>
    public int MaxLineBytes
    {
        get;
        init
        {
            ThrowIfNotLineLength(value);
            field = value;
        }
    } = DefaultMaxLineBytes;

    /// <summary>The most findings about lines that are delivered; no limit unless said. Those beyond it are counted and never built. Findings about the
    /// dataset as a whole are always delivered.</summary>
    public long MaxFindings
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(MaxFindings));
            field = value;
        }
    } = long.MaxValue;

    /// <summary>Rules whose findings are left aside: of them nothing counts but <see cref="DatasetSummary.Ignored"/>. Null for none.</summary>
    public IReadOnlySet<Rule>? IgnoredRules { get; init; }

    /// <summary>Severity that ends a run: nothing is read after the first line that has a finding as grave or graver. Findings about the dataset as a whole
    /// come when it has been read, and end nothing. Null: everything is read.</summary>
    public Severity? StopAt { get; init; }

    /// <summary>Threads that judge; 1 unless said.</summary>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Threads));
            field = value;
        }
    } = 1;

    /// <summary>Bytes that a thread reads at a time; 512 KB unless said. A longer line gets the room that it needs.</summary>
    public int BufferBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(BufferBytes));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1 << 26, nameof(BufferBytes));
            field = value;
        }
    } = DefaultBufferBytes;

    /// <summary>Makes what follows the examples of a run beside its summary; called once for each thread of each input. Null for nothing.</summary>
    public Func<ExampleTally>? Examples { get; init; }

    /// <summary>Takes note of how far the run has come; null for none.</summary>
    public DatasetProgress? Progress { get; init; }

    /// <summary>How each line is judged, with what the job decides: whether token limits apply to the model, and the texts that stand in
    /// for absent values. What an engine of one's own is given.</summary>
    /// <param name="rules">What the schema says about datasets, or null.</param>
    /// <exception cref="ArgumentException">The schema lists models, and not <see cref="Model"/>.</exception>
    public ValidationOptions LineOptions(DatasetRules? rules)
    {
        if (rules is null)
        {
            return Lines;
        }

        bool hasLimits = HasTokenLimits(rules);
        return hasLimits && _parameters is null ? Lines : LineOptions(rules, hasLimits);
    }

    /// <summary>Whether the schema's token limits are those of <see cref="Model"/>.</summary>
    /// <param name="rules">What the schema says about datasets, or null.</param>
    /// <exception cref="ArgumentException">The schema lists models, and not <see cref="Model"/>.</exception>
    public bool HasTokenLimits(DatasetRules? rules)
    {
        return Model is null || rules is null || rules.Models.Count == 0 || HasTokenLimits(rules, Model);
    }

    internal static void ThrowIfNotLineLength(int maxLineBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLineBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxLineBytes, LargestMaxLineBytes);
    }

    private ValidationOptions LineOptions(DatasetRules rules, bool hasLimits) => Lines with
    {
        TokenCounter = hasLimits ? Lines.TokenCounter : null,
        DefaultTexts = [.. Lines.DefaultTexts, .. DefaultTexts(rules)],
    };

    private static bool HasTokenLimits(DatasetRules rules, string model)
    {
        string[] names = [.. rules.Models.Select(static model => model.Name)];
        int known = Array.IndexOf(names, model);
        if (known >= 0)
        {
            return rules.Models[known].TokenLimits;
        }

        string hint = NearestName.Find(model, names) is { } nearest ? $"did you mean \"{nearest}\"?" : $"it tunes {string.Join(", ", names)}";
        throw new ArgumentException($"The format does not tune the model \"{model}\"; {hint}");
    }

    private IEnumerable<DefaultText> DefaultTexts(DatasetRules rules) => rules.Defaults
        .Where(stand => Parameters.ContainsKey(stand.Parameter))
        .Select(stand => new DefaultText(stand.Path, Encoding.UTF8.GetBytes(Parameters[stand.Parameter])));
}
