using System.Text;
using System.Text.Json;
using Plumbline.Schema.Json;

namespace Plumbline.Cli.Conversion.Formats;

/// <summary>ShareGPT as LLaMA-Factory reads it: calls are turns of their own whose text is JSON, tools are a string of JSON.</summary>
internal sealed class SharegptFormat() : ConversationFormat(
    "sharegpt", Traits.Instructions | Traits.Calls | Traits.Functions | Traits.Preference)
{
    private const string CallForm = "{\"name\": …, \"arguments\": {…}}";

    /// <inheritdoc/>
    public override Conversation Read(SourceMembers example, LossTally losses)
    {
        var conversation = new Conversation { Functions = FunctionLists.Read(example, "tools", losses) };
        if (example.TakeRaw("system") is { } system)
        {
            conversation.Turns.Add(Turn.Of(Speaker.System, system));
        }

        foreach (PositionedValue item in example.TakeItems("conversations"))
        {
            using SourceMembers turn = example.Item("conversations", item);
            conversation.Turns.Add(ReadTurn(turn));
        }

        conversation.Preferred = ReadAnswer(example, "chosen");
        conversation.Rejected = ReadAnswer(example, "rejected");
        return conversation;
    }

    /// <inheritdoc/>
    public override void Write(Conversation conversation, Utf8JsonWriter json, LossTally losses)
    {
        List<Turn> turns = conversation.Turns;
        bool hasInstructions = turns is [{ Speaker: Speaker.System }, ..];
        json.WriteStartArray("conversations");
        foreach (Turn turn in hasInstructions ? turns[1..] : turns)
        {
            json.WriteStartObject();
            WriteTurn(json, turn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Write("system", hasInstructions ? turns[0].OnlyText() : null);
        if (conversation.Functions is { } functions)
        {
            json.WriteText("tools", inner => WriteFunctions(inner, functions));
        }

        WriteAnswer(json, "chosen", conversation.Preferred);
        WriteAnswer(json, "rejected", conversation.Rejected);
    }

    private static List<Turn>? ReadAnswer(SourceMembers example, string name)
    {
        using SourceMembers? turn = example.TakeObject(name);
        return turn is null ? null : [ReadTurn(turn)];
    }

    private static Turn ReadTurn(SourceMembers turn)
    {
        RawJson text = turn.TakeRaw("value")!;
        switch (turn.Take("from")?.Text)
        {
            case "system":
                return Turn.Of(Speaker.System, text);
            case "human":
                return Turn.Of(Speaker.User, text);
            case "observation":
                Turn answer = Turn.Of(Speaker.Tool, text);
                answer.Answers = new Call();
                return answer;
            case "function_call":
                return new Turn(Speaker.Assistant) { Calls = ReadCalls(text) };
            default:
                return Turn.Of(Speaker.Assistant, text);
        }
    }

    private static List<Call> ReadCalls(RawJson text)
    {
        RawJson? list = text.Parsed(JsonKind.Object) ?? text.Parsed(JsonKind.Array);
        IEnumerable<PositionedValue> values = list?.Read() switch
        {
            null => [],
            { Kind: JsonKind.Object } one => [one],
            { } several => several.Items,
        };
        Call[] calls = [.. values.Select(value => new Call
        {
            Name = value.Find("name")?.Value is { Kind: JsonKind.String } name ? RawJson.Of(name) : null,
            Arguments = value.Find("arguments")?.Value is { Kind: JsonKind.Object or JsonKind.String } arguments ? RawJson.Of(arguments) : null,
        })];
        return calls.Length > 0 && Array.TrueForAll(calls, call => call is { Name: not null, Arguments: not null }) ? [.. calls]
            : throw new NotConvertibleException($"the value of a function_call is no JSON {CallForm}");
    }

    private static void WriteTurn(Utf8JsonWriter json, Turn turn)
    {
        bool isCall = turn.Calls.Count > 0;
        json.WriteString("from", turn.Speaker switch
        {
            Speaker.User => "human",
            Speaker.Tool => "observation",
            Speaker.System => "system",
            _ => isCall ? "function_call" : "gpt",
        });
        json.Write("value", isCall ? RawJson.String(CallText(turn.Calls)) : turn.OnlyText());
    }

    // Spaced as json.dumps of Python writes it, which is how such files are made.
    private static string CallText(List<Call> calls)
    {
        string[] texts = [.. calls.Select(call =>
            $"{{\"name\": {Encoding.UTF8.GetString(call.Name!.Utf8)}, \"arguments\": {Encoding.UTF8.GetString(call.ObjectArguments().Utf8)}}}")];
        return texts.Length == 1 ? texts[0] : $"[{string.Join(", ", texts)}]";
    }

    private static void WriteFunctions(Utf8JsonWriter json, List<Function> functions)
    {
        json.WriteStartArray();
        foreach (Function function in functions)
        {
            json.WriteStartObject();
            FunctionLists.WriteMembers(json, function);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAnswer(Utf8JsonWriter json, string name, List<Turn>? answer)
    {
        if (answer is not null)
        {
            json.WriteStartObject(name);
            WriteTurn(json, answer is [var only] ? only : throw new NotConvertibleException("an answer is not one message"));
            json.WriteEndObject();
        }
    }
}
