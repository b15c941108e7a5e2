namespace Plumbline.Cli.Conversion;

/// <summary>What becomes of a trait that a format cannot carry.</summary>
/// <param name="Trait">The trait.</param>
/// <param name="Name">A short name, for lists.</param>
/// <param name="Words">What a report says is lost.</param>
/// <param name="Remove">Takes it out of a conversation and gives how often it was there.</param>
internal sealed record TraitRule(Traits Trait, string Name, string Words, Func<Conversation, int> Remove)
{
    /// <summary>One rule a trait, in the order in which traits are taken out: what makes turns vanish comes before what joins those that are left.</summary>
    public static IReadOnlyList<TraitRule> All { get; } =
    [
        new(Traits.Preference, "two answers", "the answer that is not preferred", RemovePreference),
        new(Traits.Label, "label", "the label of the answer", RemoveLabel),
        new(Traits.GenerationConfig, "generation config", "generationConfig", c => Clear(c.GenerationConfig, () => c.GenerationConfig = null)),
        new(Traits.ParallelCalls, "parallel calls", "whether calls may be parallel", c => Clear(c.ParallelCalls, () => c.ParallelCalls = null)),
        new(Traits.ExampleWeight, "example weight", "the weight of the example", c => Clear(c.Weight, () => c.Weight = null)),
        new(Traits.MessageWeights, "message weights", "the weight of a message", c => OfTurns(c, t => Clear(t.Weight, () => t.Weight = null))),
        new(Traits.Names, "names", "the name of a participant", c => OfTurns(c, t => Clear(t.Name, () => t.Name = null))),
        new(Traits.Reasoning, "reasoning", "what the model thinks before it answers", c => OfTurns(c, t => Clear(t.Reasoning, () => t.Reasoning = null))),
        new(Traits.Refusals, "refusals", "a refusal", c => OfTurns(c, turn =>
            Clear(turn.Refusal, () => turn.Refusal = null) + turn.Parts.RemoveAll(p => p is RefusalPart))),
        new(Traits.Strict, "strict", "whether a function is strict", c => OfFunctions(c, f => Clear(f.Strict, () => f.Strict = null))),
        new(Traits.Responses, "response schemas", "the schema of what a function gives", c =>
            OfFunctions(c, f => Clear(f.Response, () => f.Response = null))),
        new(Traits.Calls, "calls", "a call of a tool or its answer", RemoveCalls),
        new(Traits.Functions, "tools", "the definition of a tool", RemoveFunctions),
        new(Traits.ImageDetail, "image detail", "how finely an image is read", RemoveDetail),
        new(Traits.WebImages, "web images", "an image with a web address", c => RemoveParts(c, p => p is ImagePart image && !IsData(image))),
        new(Traits.DataImages, "data images", "an image in the line itself, which has to be uploaded", c =>
            RemoveParts(c, p => p is ImagePart image && IsData(image))),
        new(Traits.GoogleMedia, "Google media", "a file of Gemini's (audio, video, PDF, Cloud Storage)", c =>
            RemoveParts(c, p => p is MediumPart { Trait: Traits.GoogleMedia })),
        new(Traits.AmazonMedia, "Amazon media", "a file in S3", c => RemoveParts(c, p => p is MediumPart { Trait: Traits.AmazonMedia })),
        new(Traits.Instructions, "instructions", "instructions of the system", c => RemoveTurns(c, turn => turn.Speaker == Speaker.System)),
        new(Traits.ScatteredInstructions, "instructions anywhere", "the place of further instructions: they are joined to the first", JoinInstructions),
        new(Traits.SpeakersInARow, "speakers in a row", "the boundary between messages of one side: they are merged", MergeSpeakers),
        new(Traits.TextBesideCalls, "text beside calls", "a text beside calls of tools", c => OfTurns(c, RemoveTextBesideCalls)),
        new(Traits.SeveralParts, "several parts", "the boundary between texts of a message: they are joined by a line feed", c => OfTurns(c, JoinTexts)),
    ];

    /// <summary>Makes a conversation one that a format can carry, and counts what that costs.</summary>
    /// <param name="conversation">What was read.</param>
    /// <param name="carried">What the other format carries.</param>
    /// <param name="losses">Takes note.</param>
    /// <exception cref="NotConvertibleException">Nothing would be left of a message.</exception>
    public static void Fit(Conversation conversation, Traits carried, LossTally losses)
    {
        Turn[] told = [.. conversation.AllTurns.Where(turn => !turn.IsEmpty && turn.Calls.Count == 0)];
        foreach (TraitRule rule in All)
        {
            if (!carried.HasFlag(rule.Trait) && rule.Remove(conversation) is > 0 and int count)
            {
                losses.Lose(rule.Words, count);
            }
        }

        if (Array.Exists(told, turn => turn.IsEmpty))
        {
            throw new NotConvertibleException("a message holds nothing but what the other format cannot carry");
        }
    }

    private static int Clear(object? value, Action clear)
    {
        clear();
        return value is null ? 0 : 1;
    }

    private static int OfTurns(Conversation conversation, Func<Turn, int> remove) => conversation.AllTurns.Sum(remove);

    private static int OfFunctions(Conversation conversation, Func<Function, int> remove) => (conversation.Functions ?? []).Sum(remove);

    private static int RemoveTurns(Conversation conversation, Predicate<Turn> isGone) => conversation.Runs.Sum(run => run.RemoveAll(isGone));

    private static int RemoveParts(Conversation conversation, Predicate<Part> isGone) => OfTurns(conversation, turn => turn.Parts.RemoveAll(isGone));

    private static bool IsData(ImagePart image) => image.Url.Text.StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    private static int RemovePreference(Conversation conversation)
    {
        if (conversation.Preferred is not { } preferred)
        {
            return 0;
        }

        conversation.Turns.AddRange(preferred);
        conversation.Preferred = null;
        conversation.Rejected = null;
        return 1;
    }

    private static int RemoveLabel(Conversation conversation) => conversation.Label switch
    {
        null => 0,
        false => throw new NotConvertibleException("its answer is labelled as a bad one, which the other format would teach"),
        true => Clear(true, () => conversation.Label = null),
    };

    private static int RemoveCalls(Conversation conversation)
    {
        int count = OfTurns(conversation, turn => turn.Calls.Count + (turn.Speaker == Speaker.Tool ? 1 : 0));
        foreach (Turn turn in conversation.AllTurns)
        {
            turn.Calls = [];
        }

        RemoveTurns(conversation, turn => turn.IsEmpty || turn.Speaker == Speaker.Tool);
        return count;
    }

    private static int RemoveFunctions(Conversation conversation)
    {
        int count = conversation.Functions?.Count ?? 0;
        conversation.Functions = null;
        return count;
    }

    private static int RemoveDetail(Conversation conversation)
    {
        int count = 0;
        foreach (Turn turn in conversation.AllTurns)
        {
            for (int i = 0; i < turn.Parts.Count; i++)
            {
                if (turn.Parts[i] is ImagePart { Detail: not null } image)
                {
                    turn.Parts[i] = image with { Detail = null };
                    count++;
                }
            }
        }

        return count;
    }

    private static int RemoveTextBesideCalls(Turn turn)
    {
        int count = turn.Calls.Count > 0 ? turn.Parts.Count(part => part is not TextPart { Text.Utf8.Length: 2 }) : 0;
        turn.Parts = turn.Calls.Count > 0 ? [] : turn.Parts;
        return count;
    }

    private static int JoinInstructions(Conversation conversation)
    {
        Turn[] scattered = [.. conversation.Turns.Where((turn, place) => turn.Speaker == Speaker.System && place > 0)];
        if (scattered.Length == 0)
        {
            return 0;
        }

        conversation.Turns.RemoveAll(turn => scattered.Contains(turn));
        if (conversation.Turns is not [{ Speaker: Speaker.System }, ..])
        {
            conversation.Turns.Insert(0, new Turn(Speaker.System));
        }

        conversation.Turns[0].Parts.AddRange(scattered.SelectMany(turn => turn.Parts));
        return scattered.Length;
    }

    private static int MergeSpeakers(Conversation conversation)
    {
        int count = 0;
        foreach (List<Turn> run in conversation.Runs)
        {
            for (int i = run.Count - 1; i > 0; i--)
            {
                Turn first = run[i - 1];
                Turn next = run[i];
                if (first.Speaker != next.Speaker || next.Speaker is Speaker.Tool or Speaker.System)
                {
                    continue;
                }

                if (!IsSame(first.Weight, next.Weight) || !IsSame(first.Name, next.Name) || first.Calls.Count > 0 || next.Reasoning is not null)
                {
                    throw new NotConvertibleException("messages of one side in a row, which have to be merged, differ in more than texts");
                }

                first.Parts.AddRange(next.Parts);
                first.Calls.AddRange(next.Calls);
                first.Refusal ??= next.Refusal;
                run.RemoveAt(i);
                count++;
            }
        }

        return count;
    }

    private static bool IsSame(RawJson? one, RawJson? other) => one is null ? other is null : one.SaysTheSame(other);

    private static int JoinTexts(Turn turn)
    {
        if (turn.Parts.Count < 2)
        {
            return 0;
        }

        if (!turn.Parts.TrueForAll(part => part is TextPart))
        {
            throw new NotConvertibleException("a message of texts and other parts cannot be written as one text");
        }

        int boundaries = turn.Parts.Count - 1;
        turn.Parts = [new TextPart(RawJson.Join(turn.Parts.Select(part => ((TextPart)part).Text), "\\n"))];
        return boundaries;
    }
}
