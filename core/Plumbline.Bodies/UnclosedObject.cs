using Plumbline.Schema.Json;

namespace Plumbline.Bodies;

/// <summary>An object whose closing brace is missing in the middle of a text that has no indentation to tell by: the parser meets a member without a comma, and
/// at the end of the text a bracket too few. One brace is the smaller correction.</summary>
internal static class UnclosedObject
{
    // A text has few such places; one made to have many is read no oftener than this.
    private const int MaxTries = 8;

    /// <summary>The text with the object closed where that leaves fewer faults, or the text as it was.</summary>
    public static PositionedText Mend(PositionedText text)
    {
        if (text.Errors.IsEmpty || text.Errors[text.Errors.Length - 1] is not { Kind: SyntaxErrorKind.MissingClose } last || last.Offset < text.Utf8.Length)
        {
            return text;
        }

        int tries = 0;
        foreach (SyntaxError error in text.Errors)
        {
            if (error.Kind == SyntaxErrorKind.MissingComma && text.Utf8[error.Offset] == (byte)'"' && tries++ < MaxTries)
            {
                PositionedText mended = text.ClosedBefore(error.Offset);
                if (mended.Errors.Length < text.Errors.Length)
                {
                    return mended;
                }
            }
        }

        return text;
    }
}
