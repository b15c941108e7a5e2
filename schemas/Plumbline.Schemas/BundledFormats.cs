namespace Plumbline.Schemas;

/// <summary>A dataset format that the tool brings along.</summary>
public sealed class BundledFormat
{
    private readonly Func<JsonValidator> _open;

    internal BundledFormat(string name, Func<JsonValidator> open)
    {
        Name = name;
        _open = open;
    }

    /// <summary>The name that people type: <c>vertex/chat</c>. It is the schema's identifier without <c>urn:plumbline:</c>.</summary>
    public string Name { get; }

    /// <summary>Whether the schema says so little that examples of many other formats fit it: then a file is not told to be of this format by its lines
    /// alone.</summary>
    public bool IsGeneric { get; init; }

    /// <summary>The validator generated from its schema file. Made when it is first asked for, so that a run pays for the one format that it names.</summary>
    public JsonValidator Validator => _open();
}

/// <summary>The bundled formats. A test compares the list with the schema files.</summary>
public static class BundledFormats
{
    private static readonly BundledFormat[] Formats =
    [
        new("gemini/sft", () => Gemini.SftValidator.Instance),
        new("gemini/preference", () => Gemini.PreferenceValidator.Instance),
        new("gemini/rft", () => Gemini.RftValidator.Instance),
        new("gemini/messages", () => Gemini.MessagesValidator.Instance),
        new("openai/chat", () => OpenAI.ChatValidator.Instance),
        new("openai/preference", () => OpenAI.PreferenceValidator.Instance),
        new("openai/rft", () => OpenAI.RftValidator.Instance),
        new("openai/completion", () => OpenAI.CompletionValidator.Instance),
        new("azure/chat", () => Azure.ChatValidator.Instance),
        new("azure/preference", () => Azure.PreferenceValidator.Instance),
        new("azure/rft", () => Azure.RftValidator.Instance),
        new("together/chat", () => Together.ChatValidator.Instance),
        new("together/completion", () => Together.CompletionValidator.Instance),
        new("together/text", () => Together.TextValidator.Instance),
        new("together/preference", () => Together.PreferenceValidator.Instance),
        new("mistral/instruct", () => Mistral.InstructValidator.Instance),
        new("fireworks/chat", () => Fireworks.ChatValidator.Instance),
        new("bedrock/nova", () => Bedrock.NovaValidator.Instance),
        new("bedrock/nova-preference", () => Bedrock.NovaPreferenceValidator.Instance),
        new("bedrock/converse", () => Bedrock.ConverseValidator.Instance),
        new("bedrock/prompt", () => Bedrock.PromptValidator.Instance),
        new("bedrock/rft", () => Bedrock.RftValidator.Instance) { IsGeneric = true },
        new("bedrock/claude3", () => Bedrock.Claude3Validator.Instance),
        new("cohere/chat", () => Cohere.ChatValidator.Instance),
        new("trl/stepwise", () => Trl.StepwiseValidator.Instance),
        new("trl/unpaired", () => Trl.UnpairedValidator.Instance),
        new("trl/preference", () => Trl.PreferenceValidator.Instance),
        new("trl/prompt-completion", () => Trl.PromptCompletionValidator.Instance),
        new("trl/lm", () => Trl.LmValidator.Instance) { IsGeneric = true },
        new("trl/prompt", () => Trl.PromptValidator.Instance),
        new("alpaca", () => Open.AlpacaValidator.Instance),
        new("sharegpt", () => Open.SharegptValidator.Instance),
        new("vertex/text", () => Vertex.TextValidator.Instance),
        new("vertex/code", () => Vertex.CodeValidator.Instance),
        new("vertex/distillation", () => Vertex.DistillationValidator.Instance),
        new("vertex/chat", () => Vertex.ChatValidator.Instance),
        new("vertex/codechat", () => Vertex.CodechatValidator.Instance),
        new("vertex/llama-chat", () => Vertex.LlamaChatValidator.Instance),
    ];

    /// <summary>Every format, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<BundledFormat> All => field ??= Array.AsReadOnly(Formats);

    /// <summary>The format of a name, without regard to case; null where there is none.</summary>
    public static BundledFormat? Find(string name) => Find(name, StringComparison.Ordinal) ?? Find(name, StringComparison.OrdinalIgnoreCase);

    private static BundledFormat? Find(string name, StringComparison comparison)
    {
        foreach (BundledFormat format in Formats)
        {
            if (string.Equals(format.Name, name, comparison))
            {
                return format;
            }
        }

        return null;
    }
}
