using System.Text.Json;
using Plumbline.Schema.Json;

namespace Plumbline.Cli.Conversion.Formats;

/// <summary>Amazon Nova's preference examples: the last message holds candidates with labels.</summary>
internal sealed class NovaPreferenceFormat() : ConversationFormat("bedrock/nova-preference", Traits.Instructions | Traits.SeveralParts | Traits.Preference)
{
    /// <inheritdoc/>
    public override bool NeedsTwoAnswers => true;

    /// <inheritdoc/>
    public override Conversation Read(SourceMembers example, LossTally losses)
    {
        var conversation = new Conversation();
        _ = example.Take("schemaVersion");
        if (MessageReader.ReadContent(example, "system") is { Count: > 0 } instructions)
        {
            conversation.Turns.Add(new Turn(Speaker.System) { Parts = instructions });
        }

        foreach (PositionedValue item in example.TakeItems("messages"))
        {
            using SourceMembers message = example.Item("messages", item);
            Speaker speaker = message.Take("role")?.Text == "user" ? Speaker.User : Speaker.Assistant;
            var turn = new Turn(speaker) { Parts = MessageReader.ReadContent(message, "content") };
            if (!turn.IsEmpty)
            {
                conversation.Turns.Add(turn);
            }

            foreach (PositionedValue candidate in message.TakeItems("candidates"))
            {
                using SourceMembers members = message.Item("candidates", candidate);
                ReadCandidate(members, conversation, losses);
            }
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
            json.WriteStartArray("system");
            json.WriteStartObject();
            json.Write("text", system.JoinedText(losses));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartArray("messages");
        foreach (Turn turn in turns)
        {
            json.WriteStartObject();
            json.WriteString("role", turn.Speaker == Speaker.User ? "user" : "assistant");
            MessageWriter.WriteBlocks(json, turn);
            json.WriteEndObject();
        }

        json.WriteStartObject();
        json.WriteString("role", "assistant");
        json.WriteStartArray("candidates");
        WriteCandidate(json, conversation.Preferred!, "preferred");
        WriteCandidate(json, conversation.Rejected!, "non-preferred");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void ReadCandidate(SourceMembers candidate, Conversation conversation, LossTally losses)
    {
        bool isPreferred = candidate.Take("preferenceLabel")?.Text == "preferred";
        List<Turn> answer = [new Turn(Speaker.Assistant) { Parts = MessageReader.ReadContent(candidate, "content") }];
        if ((isPreferred ? conversation.Preferred : conversation.Rejected) is not null)
        {
            losses.Lose("a further candidate beside the first of its label");
        }
        else if (isPreferred)
        {
            conversation.Preferred = answer;
        }
        else
        {
            conversation.Rejected = answer;
        }
    }

    private static void WriteCandidate(Utf8JsonWriter json, List<Turn> answer, string label)
    {
        json.WriteStartObject();
        MessageWriter.WriteBlocks(json, answer is [var only] ? only : throw new NotConvertibleException("an answer is not one message"));
        json.WriteString("preferenceLabel", label);
        json.WriteEndObject();
    }
}
