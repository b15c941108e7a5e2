using System.Globalization;
using Plumbline.Cli.Commands;
using Plumbline.Schema.Json;

namespace Plumbline.Cli.Preflight;

/// <summary>What the body of a tuning request says of its job, with the defaults of what it leaves out. The numbers are those of the documents, which
/// docs/requests.md names.</summary>
/// <param name="Request">The request.</param>
/// <param name="Format">The format of its datasets.</param>
/// <param name="Model">The model that is tuned, as the body names it; null where it names none.</param>
internal sealed record JobPlan(string Request, string Format, string? Model)
{
    private const string Gpu = "GPU";
    private const string GpuRegion = "us-central1";
    private const string TpuRegion = "europe-west4";
    private const long SmallBatch = 8;
    private const long LargeBatch = 24;
    private const long DefaultSteps = 300;
    private const long DefaultInterval = 20;

    /// <summary>Whether the job counts its length in steps; open models count epochs.</summary>
    public bool CountsSteps => Epochs is null;

    /// <summary>Steps to train.</summary>
    public long Steps { get; private init; } = DefaultSteps;

    /// <summary>Passes over the examples, where the body gives their number in place of steps.</summary>
    public long? Epochs { get; private init; }

    /// <summary>Steps between two evaluations.</summary>
    public long Interval { get; private init; } = DefaultInterval;

    /// <summary>Whether the body names an evaluation dataset.</summary>
    public bool Evaluates { get; private init; }

    /// <summary>GPU or TPU.</summary>
    public string Accelerator { get; private init; } = Gpu;

    /// <summary>The region that the model is uploaded to; null where it is the pipeline's.</summary>
    public string? UploadRegion { get; private init; }

    /// <summary>The context of examples that have none of their own.</summary>
    public string? DefaultContext { get; private init; }

    /// <summary>The region that the model is tuned in: it follows the accelerator.</summary>
    public string TuningRegion => Accelerator == Gpu ? GpuRegion : TpuRegion;

    /// <summary>What the tuning needs quota for.</summary>
    public string Hardware => Accelerator == Gpu ? "8 A100 80 GB GPUs" : "64 TPU v3 cores";

    /// <summary>Examples a step: larger on TPU, save for models of 32k tokens.</summary>
    public long BatchSize => Accelerator == Gpu || Model?.Contains("-32k@", StringComparison.Ordinal) == true ? SmallBatch : LargeBatch;

    /// <summary>What the documents recommend for the tasks that the model is tuned for.</summary>
    public IReadOnlyList<RecommendedRun> Recommended => RecommendedRun.Of(Request);

    /// <summary>How often the job sees an example, on average.</summary>
    public double EpochsOver(long examples) => Epochs ?? (examples == 0 ? 0 : (double)Steps * BatchSize / examples);

    /// <summary>Evaluations that the job makes.</summary>
    public long EvaluationPoints => Evaluates ? Steps / Interval : 0;

    /// <summary>Reads a body.</summary>
    /// <exception cref="UsageException">The request starts no tuning job.</exception>
    public static JobPlan Read(RequestBody body)
    {
        string format = FormatOf(body.Schema.Name)
            ?? throw new UsageException($"{body.Schema.Name} starts no tuning job that preflight plans: plumbline request checks its body");
        PositionedValue root = body.Text.Root;
        if (format == "vertex/llama-chat")
        {
            return new JobPlan(body.Schema.Name, format, Text(root, "base_model"))
            {
                Epochs = Number(root, "epochs") ?? 1,
                Evaluates = root.Find("validation_dataset") is not null,
            };
        }

        PositionedValue? parameters = root.Find("runtimeConfig")?.Value.Find("parameterValues")?.Value;
        return new JobPlan(body.Schema.Name, format, Text(parameters, "large_model_reference") ?? Text(parameters, "student_model_reference"))
        {
            Steps = Number(parameters, "train_steps") ?? DefaultSteps,
            Interval = Number(parameters, "evaluation_interval") ?? DefaultInterval,
            Evaluates = parameters?.Find("evaluation_data_uri") is not null,
            Accelerator = Text(parameters, "accelerator_type") == "TPU" ? "TPU" : Gpu,
            UploadRegion = Text(parameters, "location"),
            DefaultContext = Text(parameters, "default_context"),
        };
    }

    private static string? FormatOf(string request) => request switch
    {
        "vertex/tune-text" => "vertex/text",
        "vertex/tune-code" => "vertex/code",
        "vertex/tune-chat" => "vertex/chat",
        "vertex/tune-codechat" => "vertex/codechat",
        "vertex/distill" => "vertex/distillation",
        "vertex/tune-llama" => "vertex/llama-chat",
        _ => null,
    };

    private static string? Text(PositionedValue? owner, string name) => owner?.Find(name)?.Value.Text;

    // A number that the schema refuses has a finding of its own; the plan goes on with the default.
    private static long? Number(PositionedValue? owner, string name) => owner?.Find(name)?.Value is { Kind: JsonKind.Number } value
        && long.TryParse(value.RawText, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0 ? number : null;
}

/// <summary>What the documents recommend for one task.</summary>
/// <param name="Task">The task.</param>
/// <param name="Examples">Examples or more.</param>
/// <param name="LeastSteps">Fewest steps.</param>
/// <param name="MostSteps">Most steps.</param>
internal sealed record RecommendedRun(string Task, long Examples, long LeastSteps, long MostSteps)
{
    /// <summary><c>classification: 100 to 500 steps, 100 examples or more</c>.</summary>
    public string Words => $"{Task}: {Steps} steps, {N(Examples)} examples or more";

    /// <summary><c>100 to 500</c>, or one number.</summary>
    public string Steps => LeastSteps == MostSteps ? N(LeastSteps) : $"{N(LeastSteps)} to {N(MostSteps)}";

    /// <summary>The tasks that a request's model is tuned for; none where the documents recommend nothing.</summary>
    public static IReadOnlyList<RecommendedRun> Of(string request) => request switch
    {
        // [004]
        "vertex/tune-text" => [new("classification", 100, 100, 500), new("summarization", 100, 200, 1000), new("extractive QA", 100, 100, 500)],
        "vertex/tune-chat" => [new("chat", 200, 1000, 1000)],

        // [000] [001]
        "vertex/tune-code" => [new("code generation", 500, 200, 1000)],
        "vertex/tune-codechat" => [new("code chat", 500, 200, 1000)],

        // [002]
        "vertex/distill" => [new("classification", 100, 200, 1000), new("summarization", 100, 1000, 1500), new("extractive QA", 100, 200, 800)],
        _ => [],
    };

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
