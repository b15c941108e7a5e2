using Plumbline.Schema.Json;

namespace Plumbline.Cli.Conversion.Formats;

/// <summary>Reads lists of messages.</summary>
/// <param name="dialect">The words of their format.</param>
internal sealed class MessageReader(MessageDialect dialect)
{
    /// <summary>Reads the messages of a member; empty where it is absent.</summary>
    public List<Turn> Read(SourceMembers members, string name)
    {
        var turns = new List<Turn>();
        foreach (PositionedValue item in members.TakeItems(name))
        {
            using SourceMembers message = members.Item(name, item);
            turns.Add(ReadTurn(message));
        }

        return turns;
    }

    /// <summary>Reads the content of a message: a text, or a list of parts.</summary>
    public static List<Part> ReadContent(SourceMembers members, string name, Turn? turn = null)
    {
        if (members.Take(name) is not { } content)
        {
            return [];
        }

        if (content.Kind != JsonKind.Array)
        {
            return [new TextPart(RawJson.Of(content)!)];
        }

        var parts = new List<Part>();
        foreach (PositionedValue item in content.Items)
        {
            if (ReadPart(members.Item(name, item), item, turn) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    private static Part? ReadPart(SourceMembers part, PositionedValue written, Turn? turn)
    {
        using SourceMembers members = part;
        string? type = members.Take("type")?.Text;
        if (members.Take("text") is { Kind: JsonKind.String } text)
        {
            return new TextPart(RawJson.Of(text)!);
        }

        if (members.Take("refusal") is { Kind: JsonKind.String } refusal)
        {
            return new RefusalPart(RawJson.Of(refusal)!);
        }

        if (members.TakeObject("image_url") is { } image)
        {
            using (image)
            {
                return new ImagePart(image.TakeRaw("url")!, image.TakeRaw("detail"), null);
            }
        }

        if (members.Take("image") is { Kind: JsonKind.Object } || members.Take("video") is { Kind: JsonKind.Object })
        {
            return new MediumPart(RawJson.Of(written)!, Traits.AmazonMedia);
        }

        if (turn is not null && members.TakeObject("reasoningContent") is { } reasoning)
        {
            using (reasoning)
            {
                using SourceMembers? inner = reasoning.TakeObject("reasoningText");
                turn.Reasoning = inner?.TakeRaw("text");
                return null;
            }
        }

        throw new NotConvertibleException(
            type is null ? $"a part at {members.Path} is neither a text nor an image" : $"parts of the type \"{type}\" cannot be carried");
    }

    private Turn ReadTurn(SourceMembers message)
    {
        string role = message.Take(dialect.Role)?.Text ?? "";
        int known = Array.IndexOf(dialect.Names, role);
        bool isFunction = known < 0 && role == "function";
        if (known < 0 && !isFunction)
        {
            throw new NotConvertibleException($"messages of \"{role}\" have no counterpart");
        }

        var turn = new Turn(isFunction ? Speaker.Tool : (Speaker)known)
        {
            Weight = message.TakeRaw("weight"),
            Refusal = message.TakeRaw("refusal"),
            Reasoning = message.TakeRaw("reasoning_content"),
        };
        turn.Parts = ReadContent(message, "content", turn);
        if (turn.Parts.Count == 0 && dialect.OtherContent is { } other)
        {
            turn.Parts = ReadContent(message, other);
        }

        RawJson? name = message.TakeRaw("name");
        if (turn.Speaker == Speaker.Tool)
        {
            turn.Answers = new Call { Id = message.TakeRaw("tool_call_id"), Name = name };
        }
        else
        {
            turn.Name = name;
        }

        foreach (PositionedValue item in message.TakeItems("tool_calls"))
        {
            using SourceMembers call = message.Item("tool_calls", item);
            _ = call.Take("type");
            using SourceMembers? function = call.TakeObject("function");
            turn.Calls.Add(new Call { Id = call.TakeRaw("id"), Name = function?.TakeRaw("name"), Arguments = function?.TakeRaw("arguments") });
        }

        if (message.TakeObject("function_call") is { } deprecated)
        {
            using (deprecated)
            {
                turn.Calls.Add(new Call { Name = deprecated.TakeRaw("name"), Arguments = deprecated.TakeRaw("arguments") });
            }
        }

        return turn;
    }
}
