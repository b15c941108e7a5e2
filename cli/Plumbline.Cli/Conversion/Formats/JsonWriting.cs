using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Schema.Json;

namespace Plumbline.Cli.Conversion.Formats;

/// <summary>What every writer of a format does with values as they were written.</summary>
internal static class JsonWriting
{
    /// <summary>Texts are written as they are; nothing is escaped that JSON does not ask for.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a member, unless there is no value.</summary>
    public static void Write(this Utf8JsonWriter json, string name, RawJson? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value.Utf8, skipInputValidation: true);
        }
    }

    /// <summary>Writes a member that is a string of JSON, from how that JSON is written.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, Action<Utf8JsonWriter> write)
    {
        using var text = new MemoryStream();
        using (var inner = new Utf8JsonWriter(text, Options))
        {
            write(inner);
        }

        json.Write(name, new RawJson(text.ToArray()).Quoted());
    }

    /// <summary>The arguments of a call as a string of JSON.</summary>
    public static RawJson TextArguments(this Call call) => call.Arguments switch
    {
        null => RawJson.String("{}"),
        { IsString: true } text => text,
        { } value => value.Quoted(),
    };

    /// <summary>The arguments of a call as an object.</summary>
    /// <exception cref="NotConvertibleException">They are a string that holds none.</exception>
    public static RawJson ObjectArguments(this Call call) => call.Arguments switch
    {
        null => new RawJson("{}"u8.ToArray()),
        { IsString: true } text => text.Parsed(JsonKind.Object)
            ?? throw new NotConvertibleException($"the arguments of a call of \"{call.Name?.Text}\" are no JSON object"),
        { } value => value,
    };

    /// <summary>The one text of a turn.</summary>
    /// <exception cref="NotConvertibleException">There is none.</exception>
    public static RawJson OnlyText(this Turn turn) => turn switch
    {
        { Parts: [TextPart only] } => only.Text,
        { Parts: [], Speaker: Speaker.Tool } => RawJson.String(""),
        _ => throw new NotConvertibleException("a message of the conversation has no text"),
    };

    /// <summary>The texts of a turn as one, where its place takes no more.</summary>
    /// <exception cref="NotConvertibleException">There is something else in the turn.</exception>
    public static RawJson JoinedText(this Turn turn, LossTally losses)
    {
        if (turn.Parts.Count > 1 && turn.Parts.TrueForAll(part => part is TextPart))
        {
            losses.Lose("the boundary between texts of a message: they are joined by a line feed", turn.Parts.Count - 1);
            return RawJson.Join(turn.Parts.Select(part => ((TextPart)part).Text), "\\n");
        }

        return turn.OnlyText();
    }
}
