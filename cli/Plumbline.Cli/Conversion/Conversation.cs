namespace Plumbline.Cli.Conversion;

/// <summary>An example, whatever its format: what was said by whom, the tools that could be called, and how the example is to be learnt.
/// Every format is read into it and written from it.</summary>
internal sealed class Conversation
{
    /// <summary>What was said, instructions of the system among it.</summary>
    public List<Turn> Turns { get; set; } = [];

    /// <summary>The answer that is preferred, where there are two; it follows <see cref="Turns"/>.</summary>
    public List<Turn>? Preferred { get; set; }

    /// <summary>The answer that is not.</summary>
    public List<Turn>? Rejected { get; set; }

    /// <summary>Whether the last turn is a good answer, where the example says it.</summary>
    public bool? Label { get; set; }

    /// <summary>Whether the example is no conversation but a text and what goes on from it: TRL tells the two apart.</summary>
    public bool IsPlain { get; set; }

    /// <summary>The functions that the model may call; null where the example has no list of them.</summary>
    public List<Function>? Functions { get; set; }

    /// <summary>Whether the model may make several calls at once.</summary>
    public RawJson? ParallelCalls { get; set; }

    /// <summary>Weight of the whole example.</summary>
    public RawJson? Weight { get; set; }

    /// <summary>How the example is read, in Gemini's words.</summary>
    public RawJson? GenerationConfig { get; set; }

    /// <summary>Every turn, those of the answers included.</summary>
    public IEnumerable<Turn> AllTurns => [.. Turns, .. Preferred ?? [], .. Rejected ?? []];

    /// <summary>The lists of turns that follow each other without a gap.</summary>
    public IEnumerable<List<Turn>> Runs => [Turns, .. Preferred is null ? (List<Turn>[])[] : [Preferred], .. Rejected is null ? (List<Turn>[])[] : [Rejected]];
}

/// <summary>Who says something.</summary>
internal enum Speaker
{
    System,
    User,
    Assistant,
    Tool,
}

/// <summary>What one side says at one go.</summary>
/// <param name="speaker">The side.</param>
internal sealed class Turn(Speaker speaker)
{
    public Speaker Speaker => speaker;

    /// <summary>What is said, part by part.</summary>
    public List<Part> Parts { get; set; } = [];

    /// <summary>The functions that the model calls.</summary>
    public List<Call> Calls { get; set; } = [];

    /// <summary>On a turn of a tool: the call that it answers.</summary>
    public Call? Answers { get; set; }

    /// <summary>Tells participants of one side apart.</summary>
    public RawJson? Name { get; set; }

    /// <summary>Whether the turn is trained.</summary>
    public RawJson? Weight { get; set; }

    /// <summary>Why the model declines, beside its content.</summary>
    public RawJson? Refusal { get; set; }

    /// <summary>What the model thinks before it answers.</summary>
    public RawJson? Reasoning { get; set; }

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => Parts.Count == 0 && Calls.Count == 0 && Refusal is null;

    /// <summary>A turn of one text.</summary>
    public static Turn Of(Speaker speaker, RawJson text) => new(speaker) { Parts = [new TextPart(text)] };
}

/// <summary>A part of a turn.</summary>
internal abstract record Part;

/// <summary>A text.</summary>
internal sealed record TextPart(RawJson Text) : Part;

/// <summary>A text by which the model declines.</summary>
internal sealed record RefusalPart(RawJson Text) : Part;

/// <summary>An image.</summary>
/// <param name="Url">Its address, or itself as a data URL.</param>
/// <param name="Detail">How finely it is read.</param>
/// <param name="MediaType">What the file holds, where the format says it.</param>
internal sealed record ImagePart(RawJson Url, RawJson? Detail, RawJson? MediaType) : Part;

/// <summary>A file that only formats of one provider can name.</summary>
/// <param name="Source">The part as it was written.</param>
/// <param name="Trait">Whose it is.</param>
internal sealed record MediumPart(RawJson Source, Traits Trait) : Part;

/// <summary>A call of a function. Its answer refers to the call itself: ids are one spelling of that.</summary>
internal sealed class Call
{
    public RawJson? Id { get; set; }

    public RawJson? Name { get; set; }

    /// <summary>An object; or a string that holds JSON, or should.</summary>
    public RawJson? Arguments { get; set; }
}

/// <summary>A function that the model may call.</summary>
internal sealed class Function
{
    public RawJson? Name { get; set; }

    public RawJson? Description { get; set; }

    /// <summary>A JSON Schema.</summary>
    public RawJson? Parameters { get; set; }

    public RawJson? Strict { get; set; }

    /// <summary>A schema of what it gives.</summary>
    public RawJson? Response { get; set; }
}

/// <summary>The example has no counterpart in the other format; the message says why.</summary>
internal sealed class NotConvertibleException(string message) : Exception(message);
