using System.Text.Json;

namespace Plumbline.Cli.Conversion.Formats;

/// <summary>OpenAI's preference examples and those modelled on them: an input, and two outputs that are lists of messages.</summary>
/// <param name="name">The bundled format.</param>
/// <param name="carries">What it can carry, the two answers aside.</param>
/// <param name="dialect">How it writes messages.</param>
internal sealed class PreferenceFormat(string name, Traits carries, MessageDialect dialect) : ConversationFormat(name, carries | Traits.Preference)
{
    private readonly MessageReader _reader = new(dialect);
    private readonly MessageWriter _writer = new(dialect);

    /// <inheritdoc/>
    public override CallIds CallIds => CallIds.Required;

    /// <inheritdoc/>
    public override bool NeedsTwoAnswers => true;

    /// <inheritdoc/>
    public override Conversation Read(SourceMembers example, LossTally losses)
    {
        using SourceMembers input = example.TakeObject("input")!;
        return new Conversation
        {
            Turns = _reader.Read(input, "messages"),
            Functions = FunctionLists.Read(input, "tools", losses),
            ParallelCalls = input.TakeRaw("parallel_tool_calls"),
            Preferred = _reader.Read(example, "preferred_output"),
            Rejected = _reader.Read(example, "non_preferred_output"),
        };
    }

    /// <inheritdoc/>
    public override void Write(Conversation conversation, Utf8JsonWriter json, LossTally losses)
    {
        json.WriteStartObject("input");
        _writer.Write(json, "messages", conversation.Turns);
        FunctionLists.Write(json, "tools", conversation.Functions);
        json.Write("parallel_tool_calls", conversation.ParallelCalls);
        json.WriteEndObject();
        _writer.Write(json, "preferred_output", conversation.Preferred!);
        _writer.Write(json, "non_preferred_output", conversation.Rejected!);
    }
}
