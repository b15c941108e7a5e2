using System.Text.Json;

namespace Plumbline.Cli.Conversion.Formats;

/// <summary>A format whose examples are a text and what goes on from it.</summary>
/// <param name="name">The bundled format.</param>
/// <param name="prompt">The member of the one.</param>
/// <param name="completion">The member of the other.</param>
internal sealed class PairFormat(string name, string prompt, string completion) : ConversationFormat(name, Traits.None)
{
    /// <inheritdoc/>
    public override Conversation Read(SourceMembers example, LossTally losses) => new()
    {
        IsPlain = true,
        Turns =
        [
            Turn.Of(Speaker.User, example.TakeRaw(prompt)!),
            Turn.Of(Speaker.Assistant, example.TakeRaw(completion) ?? throw new NotConvertibleException($"it has no {completion} to learn")),
        ],
    };

    /// <inheritdoc/>
    public override void Write(Conversation conversation, Utf8JsonWriter json, LossTally losses)
    {
        if (conversation.Turns is not [{ Speaker: Speaker.User } question, { Speaker: Speaker.Assistant } answer])
        {
            throw new NotConvertibleException($"it has {conversation.Turns.Count} messages, and {Name} holds one question and one answer");
        }

        json.Write(prompt, question.OnlyText());
        json.Write(completion, answer.OnlyText());
    }
}
