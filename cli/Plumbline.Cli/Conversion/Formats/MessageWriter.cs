using System.Text.Json;

namespace Plumbline.Cli.Conversion.Formats;

/// <summary>Writes lists of messages.</summary>
/// <param name="dialect">The words of their format.</param>
internal sealed class MessageWriter(MessageDialect dialect)
{
    /// <summary>Writes a member of messages.</summary>
    public void Write(Utf8JsonWriter json, string name, IEnumerable<Turn> turns)
    {
        json.WriteStartArray(name);
        foreach (Turn turn in turns)
        {
            json.WriteStartObject();
            Write(json, turn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a content of blocks.</summary>
    public static void WriteBlocks(Utf8JsonWriter json, Turn turn)
    {
        json.WriteStartArray("content");
        if (turn.Reasoning is { } reasoning)
        {
            json.WriteStartObject();
            json.WriteStartObject("reasoningContent");
            json.WriteStartObject("reasoningText");
            json.Write("text", reasoning);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        foreach (Part part in turn.Parts)
        {
            if (part is MediumPart medium)
            {
                json.WriteRawValue(medium.Source.Utf8, skipInputValidation: true);
                continue;
            }

            json.WriteStartObject();
            json.Write("text", ((TextPart)part).Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteParts(Utf8JsonWriter json, List<Part> parts)
    {
        json.WriteStartArray("content");
        foreach (Part part in parts)
        {
            json.WriteStartObject();
            switch (part)
            {
                case TextPart text:
                    json.WriteString("type", "text");
                    json.Write("text", text.Text);
                    break;
                case RefusalPart refusal:
                    json.WriteString("type", "refusal");
                    json.Write("refusal", refusal.Text);
                    break;
                case ImagePart image:
                    json.WriteString("type", "image_url");
                    json.WriteStartObject("image_url");
                    json.Write("url", image.Url);
                    json.Write("detail", image.Detail);
                    json.WriteEndObject();
                    break;
                default:
                    throw new NotConvertibleException("a file of another service cannot be named");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json, Turn turn)
    {
        json.WriteString(dialect.Role, dialect.Names[(int)turn.Speaker]);
        if (turn.Answers is { } answered)
        {
            json.Write("tool_call_id", answered.Id);
            json.Write("name", dialect.HasNamedAnswers ? answered.Name : null);
        }

        json.Write("name", turn.Name);
        if (dialect.HasBlocks)
        {
            WriteBlocks(json, turn);
        }
        else if (turn.Parts is [TextPart only])
        {
            json.Write("content", only.Text);
        }
        else if (turn.Parts.Count > 0)
        {
            WriteParts(json, turn.Parts);
        }
        else if (turn.Calls.Count == 0 || dialect.HasNullContent)
        {
            json.WriteNull("content");
        }

        json.Write("reasoning_content", dialect.HasBlocks ? null : turn.Reasoning);
        json.Write("refusal", turn.Refusal);
        WriteCalls(json, turn.Calls);
        json.Write("weight", turn.Weight);
    }

    private void WriteCalls(Utf8JsonWriter json, List<Call> calls)
    {
        if (calls.Count == 0)
        {
            return;
        }

        json.WriteStartArray("tool_calls");
        foreach (Call call in calls)
        {
            json.WriteStartObject();
            json.Write("id", call.Id);
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.Write("name", call.Name);
            json.Write("arguments", dialect.HasObjectArguments ? call.ObjectArguments() : call.TextArguments());
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
