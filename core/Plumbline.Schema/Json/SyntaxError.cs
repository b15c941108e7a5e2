namespace Plumbline.Schema.Json;

/// <summary>What is wrong with a JSON text at one place; tells a code fix what to do.</summary>
public enum SyntaxErrorKind : byte
{
    /// <summary>A character that fits nowhere here.</summary>
    Unexpected,
    /// <summary>No comma between two members or items; <see cref="SyntaxError.Repair"/> is where it belongs.</summary>
    MissingComma,
    /// <summary>No colon between a name and its value; <see cref="SyntaxError.Repair"/> is where it belongs.</summary>
    MissingColon,
    /// <summary>An object or array is never closed; <see cref="SyntaxError.Opening"/> is its bracket, <see cref="SyntaxError.Repair"/> where
    /// the closing one belongs.</summary>
    MissingClose,
    /// <summary>No value after a colon or a comma, or no text at all.</summary>
    MissingValue,
    /// <summary>No name where a member must begin.</summary>
    MissingName,
    /// <summary>A comma with nothing after it; <see cref="SyntaxError.Repair"/> is the comma.</summary>
    TrailingComma,
    /// <summary>A word or a sentence without quotes, in place of a value or a name.</summary>
    Unquoted,
    /// <summary>A string in single quotes.</summary>
    SingleQuoted,
    /// <summary>A comment; JSON has none.</summary>
    Comment,
    /// <summary>A number that is not written as JSON writes numbers.</summary>
    BadNumber,
    /// <summary>A backslash with something after it that is no escape.</summary>
    BadEscape,
    /// <summary>An escape that names half of a surrogate pair.</summary>
    LoneSurrogate,
    /// <summary>A control character inside a string, a line break say.</summary>
    ControlCharacter,
    /// <summary>Bytes that are not UTF-8.</summary>
    InvalidUtf8,
    /// <summary>A string without its closing quote; <see cref="SyntaxError.Repair"/> is where it belongs.</summary>
    UnterminatedString,
    /// <summary>Nesting beyond the limit.</summary>
    TooDeep,
    /// <summary>Text after the value.</summary>
    TrailingText,
}

/// <summary>One fault of a JSON text.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Rule">The rule of the malformed family (PLB5001 to PLB5006) that it breaks.</param>
/// <param name="Offset">The first byte that cannot continue a JSON text; the length of the text where it breaks off.</param>
/// <param name="Span">What an editor should underline.</param>
/// <param name="Expected">What was expected, ending the words "expected …".</param>
public sealed record SyntaxError(SyntaxErrorKind Kind, Rule Rule, int Offset, ByteSpan Span, string Expected)
{
    /// <summary>Where a fix would insert what is missing, or what it would remove; equal to <see cref="Span"/> where nothing better is known.</summary>
    public ByteSpan Repair { get; init; } = Span;

    /// <summary>Offset of the bracket that is never closed; -1 for other kinds.</summary>
    public int Opening { get; init; } = -1;
}

/// <summary>A member name that stands twice in one object.</summary>
/// <param name="Name">The name.</param>
/// <param name="First">The first name, with its quotes.</param>
/// <param name="Repeated">The later name, with its quotes.</param>
public sealed record DuplicateName(string Name, ByteSpan First, ByteSpan Repeated);
