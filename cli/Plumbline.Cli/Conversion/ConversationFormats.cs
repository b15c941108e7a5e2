using Plumbline.Cli.Conversion.Formats;

namespace Plumbline.Cli.Conversion;

/// <summary>The bundled formats that hold conversations. A test compares what they carry with docs/convert.md.</summary>
internal static class ConversationFormats
{
    private const Traits Tools = Traits.Calls | Traits.Functions;
    private const Traits Freely = Traits.Instructions | Traits.ScatteredInstructions | Traits.SpeakersInARow;
    private const Traits OpenAI = Freely | Tools | Traits.SeveralParts | Traits.TextBesideCalls | Traits.Strict | Traits.ParallelCalls | Traits.MessageWeights
        | Traits.Names | Traits.Refusals;
    private const Traits Images = Traits.WebImages | Traits.DataImages | Traits.ImageDetail;
    private const Traits Trl = Freely | Tools | Traits.SeveralParts | Traits.TextBesideCalls | Traits.Strict;
    private const Traits Together = Traits.Instructions | Traits.SeveralParts | Tools | Traits.Strict | Traits.TextBesideCalls;
    private const Traits Gemini = Traits.Instructions | Traits.SeveralParts;
    private const string Converse = "bedrock-conversation-2024";

    private static readonly MessageDialect Authors = new() { Role = "author" };

    /// <summary>Every format that can be converted, in the order in which formats are listed.</summary>
    public static IReadOnlyList<ConversationFormat> All { get; } =
    [
        new GeminiFormat(
            "gemini/sft",
            Gemini | Tools | Traits.TextBesideCalls | Traits.Responses | Traits.SpeakersInARow | Traits.WebImages | Traits.GoogleMedia
            | Traits.GenerationConfig),
        new GeminiFormat("gemini/preference", Gemini | Traits.SpeakersInARow | Traits.Preference),
        new ChatFormat("gemini/messages", Traits.Instructions | Traits.SpeakersInARow, new() { Names = ["system", "user", "model", "tool"] }),
        new ChatFormat("openai/chat", OpenAI | Images, MessageDialect.OpenAI, CallIds.Required),
        new PreferenceFormat("openai/preference", OpenAI, MessageDialect.OpenAI),
        new PairFormat("openai/completion", "prompt", "completion"),
        new ChatFormat("azure/chat", OpenAI | Images, MessageDialect.OpenAI, CallIds.Required),
        new PreferenceFormat("azure/preference", OpenAI, MessageDialect.OpenAI),
        new ChatFormat("together/chat", Together | Traits.MessageWeights | Traits.DataImages, new() { HasNullContent = true }, CallIds.Required),
        new PairFormat("together/completion", "prompt", "completion"),
        new PreferenceFormat("together/preference", Together, new() { HasNullContent = true }),
        new ChatFormat(
            "mistral/instruct",
            Freely | Tools | Traits.MessageWeights,
            new() { OtherContent = "text", HasNamedAnswers = true },
            CallIds.NineCharacters)
        {
            OtherNames = ("interactions", "available_tools"),
        },
        new ChatFormat(
            "fireworks/chat",
            Traits.Instructions | Traits.SpeakersInARow | Tools | Traits.SeveralParts | Traits.TextBesideCalls | Traits.Strict
            | Traits.MessageWeights | Traits.ExampleWeight | Traits.Reasoning | Images,
            MessageDialect.OpenAI,
            CallIds.Required),
        new ChatFormat("bedrock/nova", Traits.Instructions | Traits.SeveralParts | Traits.Reasoning | Traits.AmazonMedia, MessageDialect.Converse)
        {
            Instructions = "system",
            SchemaVersion = Converse,
        },
        new NovaPreferenceFormat(),
        new ChatFormat("bedrock/converse", Traits.Instructions | Traits.SeveralParts | Traits.AmazonMedia, MessageDialect.Converse)
        {
            Instructions = "system",
            SchemaVersion = Converse,
        },
        new PairFormat("bedrock/prompt", "prompt", "completion"),
        new ChatFormat("bedrock/claude3", Traits.Instructions, MessageDialect.OpenAI) { Instructions = "system" },
        new ChatFormat("cohere/chat", Traits.Instructions, new() { Names = ["System", "User", "Chatbot", "Tool"] }),
        new TrlFormat("trl/unpaired", Trl | Traits.Label),
        new TrlFormat("trl/preference", Trl | Traits.Preference),
        new TrlFormat("trl/prompt-completion", Trl),
        new ChatFormat("trl/lm", Trl, MessageDialect.Trl),
        new AlpacaFormat(),
        new SharegptFormat(),
        new PairFormat("vertex/text", "input_text", "output_text"),
        new PairFormat("vertex/code", "input_text", "output_text"),
        new PairFormat("vertex/distillation", "input_text", "output_text"),
        new ChatFormat("vertex/chat", Traits.Instructions, Authors) { Instructions = "context" },
        new ChatFormat("vertex/codechat", Traits.Instructions, Authors) { Instructions = "context" },
        new ChatFormat("vertex/llama-chat", Traits.Instructions | Traits.SpeakersInARow, MessageDialect.OpenAI),
    ];

    /// <summary>The format of a name; null where it cannot be converted.</summary>
    public static ConversationFormat? Find(string name) => All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase));
}
