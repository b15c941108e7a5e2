using Plumbline.Schema.Json;

namespace Plumbline.Bodies;

/// <summary>Which of the bundled requests a body is, by the URL that it is sent to and by what it says of its model and its pipeline.</summary>
public static class RequestKind
{
    /// <summary>The collection of tuning and distillation jobs.</summary>
    internal const string PipelineJobs = "pipelineJobs";

    private const string Datasets = "datasets";

    // By model first: it is what people choose. `codechat-bison` begins with no other's name.
    private static readonly (string Model, string Request)[] ByModel =
    [
        ("codechat-bison", "vertex/tune-codechat"), ("chat-bison", "vertex/tune-chat"), ("code-bison", "vertex/tune-code"), ("text-bison", "vertex/tune-text"),
    ];

    private static readonly (string Template, string Request)[] ByTemplate =
    [
        ("/tune-large-chat-model/", "vertex/tune-chat"),
        ("/tune-large-model/v2", "vertex/tune-text"),
        ("/tune-large-model/v3", "vertex/tune-code"),
    ];

    /// <summary>The name of the request; null where the URL or the body does not say.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="body">The body.</param>
    public static string? Of(RequestUrl url, PositionedText body) => url.Collection switch
    {
        PipelineJobs => OfJob(body.Root),
        Datasets => "vertex/create-dataset",
        _ => null,
    };

    /// <summary>The name of the request by what the body says alone; null where it does not say.</summary>
    /// <param name="body">The body.</param>
    public static string? OfBody(PositionedText body) => OfJob(body.Root)
        ?? (body.Root.Find("instances") is not null ? "vertex/predict-llama"
            : body.Root.Find("base_model") is not null ? "vertex/tune-llama"
            : body.Root.Find("metadata_schema_uri") is not null ? "vertex/create-dataset"
            : null);

    private static string? OfJob(PositionedValue body)
    {
        PositionedValue? parameters = body.Find("runtimeConfig")?.Value.Find("parameterValues")?.Value;
        string template = body.Find("templateUri")?.Value.Text ?? "";
        if (parameters?.Find("teacher_model_reference") is not null || template.Contains("/distillation/"))
        {
            return "vertex/distill";
        }

        string model = parameters?.Find("large_model_reference")?.Value.Text ?? "";
        foreach ((string name, string request) in ByModel)
        {
            if (model.StartsWith(name, StringComparison.Ordinal))
            {
                return request;
            }
        }

        foreach ((string part, string request) in ByTemplate)
        {
            if (template.Contains(part))
            {
                return request;
            }
        }

        return null;
    }
}
