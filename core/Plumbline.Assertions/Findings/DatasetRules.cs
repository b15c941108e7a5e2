namespace Plumbline;

/// <summary>What <c>x-dataset</c> demands of a file as a whole; what a run asserts after (totals: while) its lines are read.</summary>
public sealed class DatasetRules
{
    /// <summary>Creates the rules.</summary>
    /// <param name="location">Location of the <c>x-dataset</c> keyword.</param>
    /// <param name="minExamples">Fewest examples of a training file.</param>
    /// <param name="maxExamples">Most examples of a training file.</param>
    /// <param name="recommendedExamples">Examples below which a note is given.</param>
    /// <param name="hasEvaluation">Whether the format has evaluation files.</param>
    /// <param name="minEvaluation">Fewest examples of an evaluation file.</param>
    /// <param name="maxEvaluation">Most examples of an evaluation file.</param>
    /// <param name="totals">Totals over the file; their order is the order of a run's counters.</param>
    /// <param name="models">Models that the format tunes.</param>
    /// <param name="defaults">Job parameters that stand in for values that an example lacks.</param>
    /// <param name="tokenizerNote">What a reader of token counts should know about the models' own tokenizer.</param>
    /// <param name="uniform">What all lines of a file have in common.</param>
    /// <param name="evaluationPercent">Most examples of an evaluation file, as a share of the training file's.</param>
    /// <param name="evaluationPercentAbove">Number of examples up to which that share does not matter.</param>
    /// <param name="prompt">What of an example is its prompt.</param>
    /// <param name="turns">Path of the turns of an example.</param>
    public DatasetRules(
        string location,
        long? minExamples = null,
        long? maxExamples = null,
        long? recommendedExamples = null,
        bool hasEvaluation = false,
        long? minEvaluation = null,
        long? maxEvaluation = null,
        DatasetTotal[]? totals = null,
        DatasetModel[]? models = null,
        DatasetDefault[]? defaults = null,
        string? tokenizerNote = null,
        UniformRule[]? uniform = null,
        long? evaluationPercent = null,
        long evaluationPercentAbove = 0,
        PromptPart[]? prompt = null,
        string? turns = null)
    {
        Location = location;
        MinExamples = Bound(Rules.TooFewExamples, "examples/min", "at least", minExamples);
        MaxExamples = Bound(Rules.TooManyExamples, "examples/max", "at most", maxExamples);
        RecommendedExamples = Bound(Rules.FewExamples, "examples/recommended", "at least the recommended", recommendedExamples);
        HasEvaluation = hasEvaluation;
        MinEvaluation = Bound(Rules.TooFewExamples, "evaluation/min", "in an evaluation file at least", minEvaluation);
        MaxEvaluation = Bound(Rules.TooManyExamples, "evaluation/max", "in an evaluation file at most", maxEvaluation);
        Totals = totals ?? [];
        Models = models ?? [];
        Defaults = defaults ?? [];
        TokenizerNote = tokenizerNote;
        Uniform = uniform ?? [];
        EvaluationShare = evaluationPercent is { } percent ? new DatasetShare(percent, evaluationPercentAbove, location) : null;
        Prompt = prompt ?? [];
        Turns = turns is null ? null : InstancePath.Parse(turns);
        EvaluationUnsupported = new Assertion(Rules.EvaluationUnsupported, location, "a training file: this format has no evaluation files");
    }

    /// <summary>Location of the <c>x-dataset</c> keyword.</summary>
    public string Location { get; }

    /// <summary>Fewest examples of a training file, or null.</summary>
    public DatasetBound? MinExamples { get; }

    /// <summary>Most examples of a training file, or null.</summary>
    public DatasetBound? MaxExamples { get; }

    /// <summary>Examples below which a note is given, or null.</summary>
    public DatasetBound? RecommendedExamples { get; }

    /// <summary>Whether the format has evaluation files.</summary>
    public bool HasEvaluation { get; }

    /// <summary>Fewest examples of an evaluation file, or null.</summary>
    public DatasetBound? MinEvaluation { get; }

    /// <summary>Most examples of an evaluation file, or null.</summary>
    public DatasetBound? MaxEvaluation { get; }

    /// <summary>Totals over the file; their order is the order of a run's counters.</summary>
    public IReadOnlyList<DatasetTotal> Totals { get; }

    /// <summary>Models that the format tunes.</summary>
    public IReadOnlyList<DatasetModel> Models { get; }

    /// <summary>Job parameters that stand in for values that an example lacks.</summary>
    public IReadOnlyList<DatasetDefault> Defaults { get; }

    /// <summary>What a reader of token counts should know about the models' own tokenizer, or null; told with every count.</summary>
    public string? TokenizerNote { get; }

    /// <summary>What all lines of a file have in common.</summary>
    public IReadOnlyList<UniformRule> Uniform { get; }

    /// <summary>Most examples of an evaluation file as a share of the training file's, or null.</summary>
    public DatasetShare? EvaluationShare { get; }

    /// <summary>What of an example is its prompt; empty where the format has none.</summary>
    public IReadOnlyList<PromptPart> Prompt { get; }

    /// <summary>Path of the turns of an example, or null where it has none.</summary>
    public InstancePath? Turns { get; }

    /// <summary>What is reported when an evaluation file is given for a format that has none.</summary>
    public Assertion EvaluationUnsupported { get; }

    private DatasetBound? Bound(Rule rule, string keyword, string words, long? limit) => limit is { } number
        ? new DatasetBound(number, new Assertion(rule, $"{Location}/{keyword}", $"{words} {FindingText.Count(number, "example")}"))
        : null;
}

/// <summary>A bound on the number of examples.</summary>
/// <param name="Limit">The bound.</param>
/// <param name="Assertion">What is reported, with the number of examples found.</param>
public sealed record DatasetBound(long Limit, Assertion Assertion);

/// <summary>A total: how many values stand at a path, over all examples.</summary>
public sealed class DatasetTotal
{
    /// <summary>Creates a total.</summary>
    /// <param name="path">The path (<see cref="InstancePath"/>) of the values that are counted, whatever their type.</param>
    /// <param name="max">The most that is accepted.</param>
    /// <param name="location">Location of the total in its schema: <c>/x-dataset/totals/0</c>.</param>
    public DatasetTotal(string path, long max, string location)
    {
        Path = InstancePath.Parse(path);
        Max = max;
        string field = path.Substring(path.LastIndexOf('/') + 1);
        Noun = $"\"{field}\" field";
        Assertion = new Assertion(Rules.TotalExceeded, $"{location}/max", $"at most {FindingText.Count(max, Noun)} in the whole dataset");
    }

    /// <summary>The path of the values that are counted.</summary>
    public InstancePath Path { get; }

    /// <summary>The most that is accepted.</summary>
    public long Max { get; }

    /// <summary>What is counted, for one: <c>"author" field</c>.</summary>
    public string Noun { get; }

    /// <summary>What is reported, with the total found.</summary>
    public Assertion Assertion { get; }
}

/// <summary>A bound on the examples of an evaluation file that hangs on the size of its training file.</summary>
public sealed class DatasetShare
{
    private readonly string _location;

    /// <summary>Creates a bound.</summary>
    /// <param name="percent">Most examples, in percent of the training file's.</param>
    /// <param name="above">Number of examples up to which the bound does not matter.</param>
    /// <param name="location">Location of the <c>x-dataset</c> keyword.</param>
    public DatasetShare(long percent, long above, string location)
    {
        Percent = percent;
        Above = above;
        _location = location;
    }

    /// <summary>Most examples, in percent of the training file's.</summary>
    public long Percent { get; }

    /// <summary>Number of examples up to which the bound does not matter.</summary>
    public long Above { get; }

    /// <summary>The most examples of an evaluation file beside a training file of so many.</summary>
    public long LimitFor(long trainingExamples) => Math.Max(Above, (long)(trainingExamples / 100m * Percent));

    /// <summary>What is reported beside a training file of so many examples.</summary>
    public Assertion AssertionFor(long trainingExamples) => new(
        Rules.EvaluationShare,
        $"{_location}/evaluation/share",
        $"in an evaluation file at most {FindingText.Count(LimitFor(trainingExamples), "example")} "
            + $"({Percent} % of {FindingText.Count(trainingExamples, "training example")}{(Above > 0 ? $", or {Above}" : "")})");
}

/// <summary>What all lines of a file have in common: the values at some paths, or which of them are there.</summary>
public sealed class UniformRule
{
    /// <summary>Creates a rule.</summary>
    /// <param name="at">Paths (<see cref="InstancePath"/>) of the values.</param>
    /// <param name="byValue">Whether the values are equal; else whether the same of them are there.</param>
    /// <param name="isOptional">Whether lines without any of the values are passed over.</param>
    /// <param name="isWarning">Whether a difference is a warning; else it is an error.</param>
    /// <param name="message">The sentence for people, or null.</param>
    /// <param name="location">Location of the rule in its schema: <c>/x-dataset/uniform/0</c>.</param>
    public UniformRule(string[] at, bool byValue, bool isOptional, bool isWarning, string? message, string location)
    {
        Paths = Array.ConvertAll(at, InstancePath.Parse);
        ByValue = byValue;
        IsOptional = isOptional;
        string paths = string.Join(" and ", at);
        string expected = byValue ? $"the same value at {paths} on every line"
            : at.Length == 1 ? $"{paths} on every line or on none"
            : $"the same of {paths} on every line";
        Assertion = new Assertion(Rules.NotUniform, location, expected, message: message, severity: isWarning ? Severity.Warning : null);
    }

    /// <summary>Paths of the values.</summary>
    public IReadOnlyList<InstancePath> Paths { get; }

    /// <summary>Whether the values are equal; else whether the same of them are there.</summary>
    public bool ByValue { get; }

    /// <summary>Whether lines without any of the values are passed over.</summary>
    public bool IsOptional { get; }

    /// <summary>What is reported, at the first line that differs.</summary>
    public Assertion Assertion { get; }
}

/// <summary>A part of an example's prompt: the values at a path, or the items of an array save the last, which is the answer.</summary>
public sealed class PromptPart
{
    /// <summary>Creates a part.</summary>
    /// <param name="path">The path (<see cref="InstancePath"/>) of the values, or of the array.</param>
    /// <param name="allButLast">Whether the items of the array are meant, save the last.</param>
    /// <param name="unless">Path of a value beside which the last item belongs to the prompt as well, or null.</param>
    public PromptPart(string path, bool allButLast = false, string? unless = null)
    {
        Path = InstancePath.Parse(path);
        AllButLast = allButLast;
        Unless = unless is null ? null : InstancePath.Parse(unless);
    }

    /// <summary>The path of the values, or of the array.</summary>
    public InstancePath Path { get; }

    /// <summary>Whether the items of the array are meant, save the last.</summary>
    public bool AllButLast { get; }

    /// <summary>Path of a value beside which the last item belongs to the prompt as well, or null.</summary>
    public InstancePath? Unless { get; }
}

/// <summary>A model that a format tunes.</summary>
/// <param name="Name">The model's name: <c>chat-bison@002</c>.</param>
/// <param name="TokenLimits">Whether the schema's token limits are those of this model; where false, tokens are counted and no limit applies.</param>
public sealed record DatasetModel(string Name, bool TokenLimits);

/// <summary>A job parameter that stands in, in token sums, for a value that an example lacks.</summary>
/// <param name="Path">JSON Pointer of the value: <c>/context</c>.</param>
/// <param name="Parameter">Name of the job's parameter: <c>default_context</c>.</param>
public sealed record DatasetDefault(string Path, string Parameter);
