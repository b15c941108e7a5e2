namespace Plumbline.Cli.Conversion.Formats;

/// <summary>How a format writes its messages. Formats of the messages family differ in these words and in what they carry, and in nothing else.</summary>
internal sealed record MessageDialect
{
    /// <summary>The member that says who speaks.</summary>
    public string Role { get; init; } = "role";

    /// <summary>Another name of <c>content</c>, or null.</summary>
    public string? OtherContent { get; init; }

    /// <summary>What each side is called: system, user, assistant, tool, in the order of <see cref="Speaker"/>.</summary>
    public string[] Names { get; init; } = ["system", "user", "assistant", "tool"];

    /// <summary>Whether content is a list of blocks (<c>{"text": …}</c>) and never a string.</summary>
    public bool HasBlocks { get; init; }

    /// <summary>Whether the arguments of calls are an object; else they are a string of JSON.</summary>
    public bool HasObjectArguments { get; init; }

    /// <summary>Whether a message of nothing but calls has a content, <c>null</c>.</summary>
    public bool HasNullContent { get; init; }

    /// <summary>Whether the answer of a tool names the function.</summary>
    public bool HasNamedAnswers { get; init; }

    /// <summary>The messages of OpenAI.</summary>
    public static MessageDialect OpenAI { get; } = new();

    /// <summary>The messages of TRL.</summary>
    public static MessageDialect Trl { get; } = new() { HasObjectArguments = true, HasNamedAnswers = true };

    /// <summary>The messages of the Converse API.</summary>
    public static MessageDialect Converse { get; } = new() { HasBlocks = true };
}
