using System.Text.Json;
using Plumbline.Schema.Json;

namespace Plumbline.Cli.Conversion.Formats;

/// <summary>Gemini's contents. The answers of functions are parts of one content without a role; here each is a turn of its own.</summary>
internal static class GeminiContents
{
    private const string Result = "result";

    // What web images are is told by their address alone.
    private static readonly (string Ending, string MediaType)[] MediaTypes =
    [
        (".jpg", "image/jpeg"), (".jpeg", "image/jpeg"), (".png", "image/png"), (".webp", "image/webp"), (".gif", "image/gif"),
    ];

    /// <summary>Reads a content: a turn, or one for each answer of a function in it.</summary>
    public static IEnumerable<Turn> Read(SourceMembers content)
    {
        var turns = new List<Turn>();
        var said = new Turn(content.Take("role")?.Text == "model" ? Speaker.Assistant : Speaker.User);
        foreach (PositionedValue item in content.TakeItems("parts"))
        {
            using SourceMembers part = content.Item("parts", item);
            if (ReadAnswer(part) is { } answer)
            {
                turns.Add(answer);
            }
            else
            {
                Read(part, item, said);
            }
        }

        if (!said.IsEmpty)
        {
            turns.Add(said);
        }

        return turns;
    }

    /// <summary>Writes turns as contents; answers of tools in a row make one.</summary>
    public static void Write(Utf8JsonWriter json, List<Turn> turns, LossTally losses)
    {
        json.WriteStartArray("contents");
        for (int i = 0; i < turns.Count;)
        {
            int next = i + 1;
            while (turns[i].Speaker == Speaker.Tool && next < turns.Count && turns[next].Speaker == Speaker.Tool)
            {
                next++;
            }

            json.WriteStartObject();
            if (turns[i].Speaker != Speaker.Tool)
            {
                json.WriteString("role", turns[i].Speaker == Speaker.Assistant ? "model" : "user");
            }

            WriteParts(json, turns[i..next], losses);
            json.WriteEndObject();
            i = next;
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the parts of turns that make one content.</summary>
    public static void WriteParts(Utf8JsonWriter json, List<Turn> turns, LossTally losses)
    {
        json.WriteStartArray("parts");
        foreach (Turn turn in turns)
        {
            if (turn.Answers is { } answered)
            {
                WriteAnswer(json, answered, turn.JoinedText(losses));
                continue;
            }

            foreach (Part part in turn.Parts)
            {
                Write(json, part);
            }

            foreach (Call call in turn.Calls)
            {
                json.WriteStartObject();
                json.WriteStartObject("functionCall");
                json.Write("id", call.Id);
                json.Write("name", call.Name);
                json.Write("args", call.ObjectArguments());
                json.WriteEndObject();
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void Read(SourceMembers part, PositionedValue written, Turn turn)
    {
        if (part.Take("text") is { } text)
        {
            turn.Parts.Add(new TextPart(RawJson.Of(text)!));
        }
        else if (part.TakeObject("functionCall") is { } call)
        {
            using (call)
            {
                turn.Calls.Add(new Call { Id = call.TakeRaw("id"), Name = call.TakeRaw("name"), Arguments = call.TakeRaw("args") });
            }
        }
        else if (WebImage(written) is { } image)
        {
            _ = part.Take("fileData");
            turn.Parts.Add(image);
        }
        else
        {
            foreach (PositionedMember member in written.Members)
            {
                _ = part.Take(member.Name);
            }

            turn.Parts.Add(new MediumPart(RawJson.Of(written)!, Traits.GoogleMedia));
        }
    }

    private static ImagePart? WebImage(PositionedValue part)
    {
        PositionedValue? file = part.Find("fileData")?.Value;
        string? address = file?.Find("fileUri")?.Value.Text;
        return address?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true && file!.Find("mimeType")?.Value is { } type
            && type.Text?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
            ? new ImagePart(RawJson.Of(file.Find("fileUri")!.Value)!, null, RawJson.Of(type))
            : null;
    }

    private static void Write(Utf8JsonWriter json, Part part)
    {
        if (part is MediumPart medium)
        {
            json.WriteRawValue(medium.Source.Utf8, skipInputValidation: true);
            return;
        }

        json.WriteStartObject();
        if (part is ImagePart image)
        {
            json.WriteStartObject("fileData");
            json.Write("mimeType", image.MediaType ?? MediaType(image.Url.Text));
            json.Write("fileUri", image.Url);
            json.WriteEndObject();
        }
        else
        {
            json.Write("text", ((TextPart)part).Text);
        }

        json.WriteEndObject();
    }

    private static RawJson MediaType(string address)
    {
        string path = address.Split('?', '#')[0];
        string? type = Array.Find(MediaTypes, known => path.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase)).MediaType;
        return type is not null ? RawJson.String(type)
            : throw new NotConvertibleException($"Gemini wants the type of an image, and {address} does not end in one: .png, say");
    }

    private static Turn? ReadAnswer(SourceMembers part)
    {
        if (part.TakeObject("functionResponse") is not { } answer)
        {
            return null;
        }

        using (answer)
        {
            PositionedValue? response = answer.Take("response");
            Turn turn = Turn.Of(Speaker.Tool, response is null ? RawJson.String("{}") : TextIn(response) ?? RawJson.Of(response)!.Quoted());
            turn.Answers = new Call { Id = answer.TakeRaw("id"), Name = answer.TakeRaw("name") };
            return turn;
        }
    }

    private static RawJson? TextIn(PositionedValue response) =>
        response.Members is [{ Name: Result, Value: { Kind: JsonKind.String } text }] ? RawJson.Of(text) : null;

    // An object is written as such, and any other text as its one member: what was read is what is read back.
    private static void WriteAnswer(Utf8JsonWriter json, Call answered, RawJson text)
    {
        if (answered.Name is null)
        {
            throw new NotConvertibleException("the answer of a tool names no function, and no call before it has its id");
        }

        json.WriteStartObject();
        json.WriteStartObject("functionResponse");
        json.Write("id", answered.Id);
        json.Write("name", answered.Name);
        if (text.Parsed(JsonKind.Object) is { } value && TextIn(value.Read()) is null)
        {
            json.Write("response", value);
        }
        else
        {
            json.WriteStartObject("response");
            json.Write(Result, text);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
