using System.Text.Json;
using Plumbline.Schema.Json;

namespace Plumbline.Cli.Conversion.Formats;

/// <summary>Alpaca as LLaMA-Factory reads it: an instruction, its input, and an answer, with the turns before.</summary>
internal sealed class AlpacaFormat() : ConversationFormat("alpaca", Traits.Instructions)
{
    /// <inheritdoc/>
    public override Traits Reads => Carries | Traits.Preference | Traits.Label;

    /// <inheritdoc/>
    public override Conversation Read(SourceMembers example, LossTally losses)
    {
        var conversation = new Conversation();
        if (example.TakeRaw("system") is { Utf8.Length: > 2 } system)
        {
            conversation.Turns.Add(Turn.Of(Speaker.System, system));
        }

        foreach (PositionedValue pair in example.TakeItems("history"))
        {
            conversation.Turns.Add(Turn.Of(Speaker.User, RawJson.Of(pair.Items[0])!));
            conversation.Turns.Add(Turn.Of(Speaker.Assistant, RawJson.Of(pair.Items[1])!));
        }

        RawJson question = example.TakeRaw("instruction")!;
        if (example.TakeRaw("input") is { Utf8.Length: > 2 } input)
        {
            losses.Lose("the boundary between instruction and input: they are joined by a line feed");
            question = RawJson.Join([question, input], "\\n");
        }

        conversation.Turns.Add(Turn.Of(Speaker.User, question));
        ReadAnswer(example, conversation, losses);
        conversation.Label = example.Take("kto_tag")?.Kind switch
        {
            JsonKind.True => true,
            JsonKind.False => false,
            _ => null,
        };
        return conversation;
    }

    /// <inheritdoc/>
    public override void Write(Conversation conversation, Utf8JsonWriter json, LossTally losses)
    {
        List<Turn> turns = conversation.Turns;
        RawJson? system = turns is [{ Speaker: Speaker.System } first, ..] ? first.OnlyText() : null;
        turns = system is null ? turns : turns[1..];
        bool alternates = turns.Select((turn, place) => turn.Speaker == (place % 2 == 0 ? Speaker.User : Speaker.Assistant)).All(fits => fits);
        if (!alternates || turns.Count == 0 || turns.Count % 2 > 0)
        {
            throw new NotConvertibleException("user and assistant do not take turns, which the pairs of alpaca want");
        }

        json.Write("instruction", turns[^2].OnlyText());
        json.WriteString("input", "");
        json.Write("output", turns[^1].OnlyText());
        json.Write("system", system);
        if (turns.Count > 2)
        {
            json.WriteStartArray("history");
            for (int i = 0; i < turns.Count - 2; i += 2)
            {
                json.WriteStartArray();
                json.WriteRawValue(turns[i].OnlyText().Utf8, skipInputValidation: true);
                json.WriteRawValue(turns[i + 1].OnlyText().Utf8, skipInputValidation: true);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }
    }

    private static void ReadAnswer(SourceMembers example, Conversation conversation, LossTally losses)
    {
        RawJson output = example.TakeRaw("output")!;
        if (example.TakeRaw("chosen") is { } chosen && example.TakeRaw("rejected") is { } rejected)
        {
            conversation.Preferred = [Turn.Of(Speaker.Assistant, chosen)];
            conversation.Rejected = [Turn.Of(Speaker.Assistant, rejected)];
            if (output.Utf8.Length > 2 && !output.SaysTheSame(chosen))
            {
                losses.Lose("the output beside chosen and rejected");
            }
        }
        else
        {
            conversation.Turns.Add(Turn.Of(Speaker.Assistant, output));
        }
    }
}
