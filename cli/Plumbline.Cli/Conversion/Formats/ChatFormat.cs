using System.Text.Json;

namespace Plumbline.Cli.Conversion.Formats;

/// <summary>A format whose examples are one list of messages, with tools and weights beside it where it has them.</summary>
/// <param name="name">The bundled format.</param>
/// <param name="carries">What it can carry.</param>
/// <param name="dialect">How it writes messages.</param>
/// <param name="callIds">What it asks of the ids of calls.</param>
internal sealed class ChatFormat(string name, Traits carries, MessageDialect dialect, CallIds callIds = CallIds.Optional) : ConversationFormat(name, carries)
{
    private readonly MessageReader _reader = new(dialect);
    private readonly MessageWriter _writer = new(dialect);

    /// <summary>The member that holds the instructions of the system, where they are no message: a text, or one block of text.</summary>
    public string? Instructions { get; init; }

    /// <summary>Other names of <c>messages</c> and <c>tools</c> that are read too.</summary>
    public (string Messages, string Tools)? OtherNames { get; init; }

    /// <summary>The version of the form, where an example says it.</summary>
    public string? SchemaVersion { get; init; }

    /// <inheritdoc/>
    public override CallIds CallIds => callIds;

    /// <inheritdoc/>
    public override Conversation Read(SourceMembers example, LossTally losses)
    {
        var conversation = new Conversation
        {
            Functions = FunctionLists.Read(example, "tools", losses),
            ParallelCalls = example.TakeRaw("parallel_tool_calls"),
            Weight = example.TakeRaw("weight"),
        };
        conversation.Functions ??= FunctionLists.Read(example, OtherNames?.Tools ?? "functions", losses);
        if (Instructions is { } place && MessageReader.ReadContent(example, place) is { Count: > 0 } parts)
        {
            conversation.Turns.Add(new Turn(Speaker.System) { Parts = parts });
        }

        if (SchemaVersion is not null)
        {
            _ = example.Take("schemaVersion");
        }

        conversation.Turns.AddRange(_reader.Read(example, "messages"));
        if (OtherNames is { } names)
        {
            conversation.Turns.AddRange(_reader.Read(example, names.Messages));
        }

        return conversation.Turns.Count > 0 ? conversation : throw new NotConvertibleException("it is no conversation: it has no messages");
    }

    /// <inheritdoc/>
    public override void Write(Conversation conversation, Utf8JsonWriter json, LossTally losses)
    {
        IEnumerable<Turn> turns = conversation.Turns;
        if (SchemaVersion is not null)
        {
            json.WriteString("schemaVersion", SchemaVersion);
        }

        if (Instructions is { } place && conversation.Turns is [{ Speaker: Speaker.System } system, ..])
        {
            turns = turns.Skip(1);
            WriteInstructions(json, place, system, losses);
        }

        _writer.Write(json, "messages", turns);
        FunctionLists.Write(json, "tools", conversation.Functions);
        json.Write("parallel_tool_calls", conversation.ParallelCalls);
        json.Write("weight", conversation.Weight);
    }

    private void WriteInstructions(Utf8JsonWriter json, string place, Turn system, LossTally losses)
    {
        RawJson text = system.JoinedText(losses);
        if (!dialect.HasBlocks)
        {
            json.Write(place, text);
            return;
        }

        json.WriteStartArray(place);
        json.WriteStartObject();
        json.Write("text", text);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
