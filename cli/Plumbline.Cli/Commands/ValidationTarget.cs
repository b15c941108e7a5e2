using Plumbline.Bodies;
using Plumbline.Cli.Reports;
using Plumbline.Schemas;

namespace Plumbline.Cli.Commands;

/// <summary>What files are held against: a bundled format or a schema file, with the options that hang on it.</summary>
/// <param name="Name">The name that people know it by.</param>
/// <param name="SchemaId">Identifier of its schema.</param>
/// <param name="Dataset">What holds for a file as a whole, or null.</param>
/// <param name="Options">The options of a run.</param>
/// <param name="Start">Makes a run.</param>
internal sealed record ValidationTarget(string Name, string SchemaId, DatasetRules? Dataset, DatasetOptions Options, Func<DatasetOptions, DatasetRun> Start)
{
    /// <summary>Opens what a request names; null where a schema file is broken, which has then been reported.</summary>
    /// <exception cref="UsageException">There is no such format, or an option does not fit it.</exception>
    public static ValidationTarget? Open(ValidateRequest request)
    {
        var options = new DatasetOptions
        {
            Role = request.Evaluation ? DatasetRole.Evaluation : DatasetRole.Training,
            Model = request.Model,
            Threads = request.Threads,
            IgnoredRules = request.IgnoredRules,
            StopAt = !request.FailFast ? null : request.Strict ? Severity.Warning : Severity.Error,
            MaxLineBytes = request.MaxLineBytes ?? DatasetOptions.Default.MaxLineBytes,
            Lines = ValidationOptions.DatasetLines with { AssertFormats = request.AssertFormats },
        };

        // Generated validators do not keep the way to a keyword, which the specification's output tells.
        bool tellsReferences = false;
        foreach (ReportRequest report in request.Reports)
        {
            tellsReferences |= report.Kind.TellsReferences;
        }

        ValidationTarget? target = request.Schema is { } path ? OwnSchema.Open(path, request.Files, options, tellsReferences)
            : OpenFormat(request.Format!, options, tellsReferences);
        return target?.With(request);
    }

    /// <summary>Where the format stands in its life, or null where its schema does not say.</summary>
    public LifeCycle? LifeCycle { get; init; }

    /// <summary>Who counts tokens, and what a reader should know of the counts; null where they are not counted.</summary>
    public TokenFacts? Tokens => Options.Lines.TokenCounter is { } counter
        ? new(counter.Name, Dataset?.TokenizerNote, Options.HasTokenLimits(Dataset) ? null : Options.Model)
        : null;

    /// <summary>What reports tell of a run before the first line is read.</summary>
    public RunFacts Facts(ValidateRequest request) => new(request.Format is null ? null : Name, SchemaId, Tokens, Dataset?.Totals ?? [], request.Strict);

    private static ValidationTarget OpenFormat(string name, DatasetOptions options, bool tellsReferences)
    {
        BundledFormat format = BundledFormats.Find(name) ?? throw UnknownFormat(name);
        if (tellsReferences && BundledSchemas.Find(format.Name)?.Program is { } program)
        {
            return InterpreterJudge.Target(format.Name, program, options, tellsReferences);
        }

        JsonValidator validator = format.Validator;
        return new(format.Name, validator.SchemaId, validator.Dataset, options, run => new DatasetRun(validator, run)) { LifeCycle = validator.LifeCycle };
    }

    private ValidationTarget With(ValidateRequest request)
    {
        if (request.Model is { } name)
        {
            ThrowIfUnknown(name);
        }

        if (Start(Options).Refusal is { } refusal)
        {
            throw new UsageException($"--evaluation is not for {Name}: {refusal.Message} ({refusal.Rule.Id}, {refusal.Rule.HelpPage})");
        }

        return WithContext(request).WithTraining(request).WithTokenizer(request);
    }

    private void ThrowIfUnknown(string model)
    {
        string[] models = [.. (Dataset?.Models ?? []).Select(known => known.Name)];
        if (!models.Contains(model, StringComparer.Ordinal))
        {
            throw models.Length == 0
                ? new UsageException($"--model is not for {Name}: its schema names no models")
                : Unknown("model", model, NearestName.Find(model, models), models);
        }
    }

    private ValidationTarget WithContext(ValidateRequest request)
    {
        if (request.DefaultContext is null)
        {
            return this;
        }

        const string Parameter = "default_context";
        return Dataset?.Defaults.Any(stands => stands.Parameter == Parameter) == true
            ? this with { Options = Options with { Parameters = new Dictionary<string, string> { [Parameter] = request.DefaultContext } } }
            : throw new UsageException($"--default-context is not for {Name}: its examples have no context that {Parameter} would stand in for");
    }

    // Only its examples count here: what is wrong with it is told when it is validated itself.
    private ValidationTarget WithTraining(ValidateRequest request)
    {
        if (request.Training is not { } path)
        {
            return this;
        }

        try
        {
            DatasetSummary summary = Start(Options with { Role = DatasetRole.Training, MaxFindings = 0, StopAt = null }).ReadFile(path, new NoFindings());
            return this with { Options = Options with { TrainingExamples = summary.Examples } };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UsageException($"cannot read the training file {path}: {fault.Message}");
        }
    }

    // A tokenizer is loaded last: it is what takes longest. Where no limit applies, what is asked of it can only be statistics.
    private ValidationTarget WithTokenizer(ValidateRequest request) => request.Tokenizer is not { } tokenizer ? this : this with
    {
        Options = Options with
        {
            Lines = Options.Lines with { TokenCounter = NamedTokenizer.Load(tokenizer) },
            CountTokens = request.Tokens || !Options.HasTokenLimits(Dataset),
        },
    };

    private static UsageException UnknownFormat(string name)
    {
        string[] names = [.. BundledFormats.All.Select(known => known.Name)];
        string? meant = NearestName.Find(name, names) ?? Array.Find(names, known => known.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase));
        return Unknown("format", name, meant, names);
    }

    private static UsageException Unknown(string kind, string name, string? meant, string[] names) =>
        new($"unknown {kind} \"{name}\"{(meant is null ? "" : $": did you mean \"{meant}\"?")}; there are {string.Join(", ", names)}");

    private sealed class NoFindings : IFindingSink
    {
        public void Add(Finding finding)
        {
        }
    }
}
