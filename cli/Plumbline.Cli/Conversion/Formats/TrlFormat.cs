using System.Text.Json;
using Plumbline.Schema.Json;

namespace Plumbline.Cli.Conversion.Formats;

/// <summary>TRL's examples of a prompt and of what answers it: all texts, or all lists of messages.</summary>
/// <param name="name">The bundled format.</param>
/// <param name="carries">What it can carry.</param>
internal sealed class TrlFormat(string name, Traits carries) : ConversationFormat(name, carries)
{
    private const string Prompt = "prompt";
    private const string Completion = "completion";
    private const string Chosen = "chosen";
    private const string Rejected = "rejected";

    private static readonly MessageReader Reader = new(MessageDialect.Trl);
    private static readonly MessageWriter Writer = new(MessageDialect.Trl);

    private bool HasLabel => Carries.HasFlag(Traits.Label);

    /// <inheritdoc/>
    public override Traits Accepts => HasLabel ? Carries | Traits.Preference : Carries;

    /// <inheritdoc/>
    public override bool NeedsTwoAnswers => Carries.HasFlag(Traits.Preference);

    /// <inheritdoc/>
    public override Conversation Read(SourceMembers example, LossTally losses)
    {
        List<Function>? functions = FunctionLists.Read(example, "tools", losses);
        var conversation = new Conversation { Functions = functions, Turns = Turns(example, Prompt, Speaker.User, out bool isPlain) };
        conversation.IsPlain = isPlain;
        if (NeedsTwoAnswers)
        {
            conversation.Preferred = Turns(example, Chosen, Speaker.Assistant, out isPlain);
            conversation.Rejected = Turns(example, Rejected, Speaker.Assistant, out _);
            if (conversation.Turns.Count == 0)
            {
                conversation.IsPlain = isPlain;
                FindPrompt(conversation);
            }

            return conversation;
        }

        conversation.Turns.AddRange(Turns(example, Completion, Speaker.Assistant, out _));
        conversation.Label = HasLabel ? example.Take("label")?.Kind == JsonKind.True : null;
        return conversation;
    }

    /// <inheritdoc/>
    public override IEnumerable<Conversation> Examples(Conversation conversation, LossTally losses)
    {
        if (!HasLabel)
        {
            return [conversation];
        }

        if (conversation is not { Preferred: { } preferred, Rejected: { } rejected })
        {
            return conversation.Label is not null ? [conversation]
                : throw new NotConvertibleException("it does not say whether its answer is a good one, and has no two of which one is preferred");
        }

        losses.Lose("which answers make a pair: each is an example of its own");
        return [Single(conversation, preferred, isGood: true), Single(conversation, rejected, isGood: false)];
    }

    /// <inheritdoc/>
    public override void Write(Conversation conversation, Utf8JsonWriter json, LossTally losses)
    {
        if (NeedsTwoAnswers)
        {
            Write(json, Prompt, conversation.Turns, conversation.IsPlain);
            Write(json, Chosen, conversation.Preferred!, conversation.IsPlain);
            Write(json, Rejected, conversation.Rejected!, conversation.IsPlain);
        }
        else
        {
            // What the model says last is the completion.
            int answer = conversation.Turns.FindLastIndex(turn => turn.Speaker != Speaker.Assistant) + 1;
            Write(json, Prompt, conversation.Turns[..answer], conversation.IsPlain);
            Write(json, Completion, conversation.Turns[answer..], conversation.IsPlain);
        }

        if (conversation.Label is { } label)
        {
            json.WriteBoolean("label", label);
        }

        FunctionLists.Write(json, "tools", conversation.Functions);
    }

    private static Conversation Single(Conversation pair, List<Turn> answer, bool isGood) => new()
    {
        Turns = [.. pair.Turns, .. answer],
        Functions = pair.Functions,
        IsPlain = pair.IsPlain,
        Label = isGood,
    };

    private static List<Turn> Turns(SourceMembers example, string name, Speaker speaker, out bool isPlain)
    {
        PositionedValue? value = example.Take(name);
        isPlain = value?.Kind == JsonKind.String;
        return isPlain ? [Turn.Of(speaker, RawJson.Of(value)!)] : Reader.Read(example, name);
    }

    private static void Write(Utf8JsonWriter json, string name, List<Turn> turns, bool isPlain)
    {
        if (isPlain && turns is [var only])
        {
            json.Write(name, only.OnlyText());
        }
        else
        {
            Writer.Write(json, name, turns);
        }
    }

    // Without a prompt both answers begin with it.
    private static void FindPrompt(Conversation conversation)
    {
        List<Turn> preferred = conversation.Preferred!;
        List<Turn> rejected = conversation.Rejected!;
        int common = 0;
        while (common < Math.Min(preferred.Count, rejected.Count) - 1 && Says(preferred[common], rejected[common]))
        {
            common++;
        }

        if (conversation.IsPlain || common == 0)
        {
            throw new NotConvertibleException("it has no prompt, and where its answers begin cannot be told");
        }

        conversation.Turns = preferred[..common];
        conversation.Preferred = preferred[common..];
        conversation.Rejected = rejected[common..];
    }

    private static bool Says(Turn one, Turn other) => one.Speaker == other.Speaker && one.Parts.SequenceEqual(other.Parts, SameText.Instance)
        && one.Calls.Count == other.Calls.Count && one.Calls.Zip(other.Calls).All(pair => Says(pair.First, pair.Second));

    private static bool Says(Call one, Call other) => one.Name!.SaysTheSame(other.Name) && one.Arguments!.SaysTheSame(other.Arguments);

    private sealed class SameText : IEqualityComparer<Part>
    {
        public static SameText Instance { get; } = new();

        public bool Equals(Part? x, Part? y) => x is TextPart one && y is TextPart other && one.Text.SaysTheSame(other.Text);

        public int GetHashCode(Part obj) => 0;
    }
}
