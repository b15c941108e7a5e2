namespace Plumbline.Tokenizers.Splitting;

/// <summary>The white-space alternatives that end the patterns: <c>\s*[\r\n]+|\s+(?!\S)|\s+</c>.</summary>
internal static class WhiteSpace
{
    /// <summary>The end of what the alternatives match at a white-space character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where a white-space character stands.</param>
    /// <param name="end">The end of the text.</param>
    /// <param name="linesApart">False for GPT-2, which has no <c>\s*[\r\n]+</c>.</param>
    /// <param name="keepsLast">Whether <c>\s++$</c> comes before these.</param>
    public static int EndOf(ref byte text, int position, int end, bool linesApart, bool keepsLast)
    {
        int lastStart = position, afterNewLine = 0, at = position;
        while (at < end)
        {
            CharacterClass found = Utf8Reader.ClassAt(ref text, at, end, out int length);
            if ((found & CharacterClass.Space) == 0)
            {
                break;
            }

            lastStart = at;
            at += length;
            if ((found & CharacterClass.NewLine) != 0)
            {
                afterNewLine = at;
            }
        }

        return afterNewLine > 0 && linesApart && !(keepsLast && at == end) ? afterNewLine
            : at == end || lastStart == position ? at // all of it at the end of the text, or one alone
            : lastStart; // the last one is left for the word behind it
    }
}
