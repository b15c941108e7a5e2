using System.Text.Json;

namespace Plumbline.Cli.Conversion.Formats;

/// <summary>Gemini's contents of parts: an example to imitate, or two completions of which one is preferred.</summary>
/// <param name="name">The bundled format.</param>
/// <param name="carries">What it can carry.</param>
internal sealed class GeminiFormat(string name, Traits carries) : ConversationFormat(name, carries)
{
    private bool IsPreference => Carries.HasFlag(Traits.Preference);

    /// <inheritdoc/>
    public override Conversation Read(SourceMembers example, LossTally losses)
    {
        var conversation = new Conversation
        {
            GenerationConfig = example.TakeRaw("generationConfig"),
            Functions = GeminiFunctions.Read(example, losses),
        };
        foreach (string spelling in (string[])["systemInstruction", "system_instruction"])
        {
            using SourceMembers? system = example.TakeObject(spelling);
            if (system is not null)
            {
                _ = system.Take("role");
                conversation.Turns.Add(new Turn(Speaker.System) { Parts = MessageReader.ReadContent(system, "parts") });
            }
        }

        foreach (var item in example.TakeItems("contents"))
        {
            using SourceMembers content = example.Item("contents", item);
            conversation.Turns.AddRange(GeminiContents.Read(content));
        }

        if (IsPreference)
        {
            ReadCompletions(example, conversation);
        }

        return conversation;
    }

    /// <inheritdoc/>
    public override void Write(Conversation conversation, Utf8JsonWriter json, LossTally losses)
    {
        List<Turn> turns = conversation.Turns;
        if (turns is [{ Speaker: Speaker.System } system, ..])
        {
            turns = turns[1..];
            json.WriteStartObject("systemInstruction");
            GeminiContents.WriteParts(json, [system], losses);
            json.WriteEndObject();
        }

        GeminiContents.Write(json, turns, losses);
        GeminiFunctions.Write(json, conversation.Functions);
        json.Write("generationConfig", conversation.GenerationConfig);
        if (IsPreference)
        {
            json.WriteStartArray("completions");
            WriteCompletion(json, 1, conversation.Preferred!, losses);
            WriteCompletion(json, 0, conversation.Rejected!, losses);
            json.WriteEndArray();
        }
    }

    private static void ReadCompletions(SourceMembers example, Conversation conversation)
    {
        foreach (var item in example.TakeItems("completions"))
        {
            using SourceMembers completion = example.Item("completions", item);
            bool isPreferred = completion.Take("score") is { } score && JsonNumber.Compare(score.Utf8, "0"u8) > 0;
            using SourceMembers? content = completion.TakeObject("completion");
            List<Turn> answer = content is null ? [] : [.. GeminiContents.Read(content)];
            if (isPreferred)
            {
                conversation.Preferred = answer;
            }
            else
            {
                conversation.Rejected = answer;
            }
        }
    }

    private static void WriteCompletion(Utf8JsonWriter json, int score, List<Turn> answer, LossTally losses)
    {
        if (answer is not [{ Speaker: Speaker.Assistant }])
        {
            throw new NotConvertibleException("an answer is not one message of the model");
        }

        json.WriteStartObject();
        json.WriteNumber("score", score);
        json.WriteStartObject("completion");
        json.WriteString("role", "model");
        GeminiContents.WriteParts(json, answer, losses);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
