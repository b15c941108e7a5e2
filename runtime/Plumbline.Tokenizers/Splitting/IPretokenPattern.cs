namespace Plumbline.Tokenizers.Splitting;

/// <summary>
/// A pattern that cuts text into pretokens, by hand. Every pattern here matches at every position, and what it matches depends on nothing before
/// the position, so pretokens follow each other without a gap.
/// </summary>
internal interface IPretokenPattern
{
    /// <summary>Whether <see cref="AsciiWindow.UpperCase"/> is needed.</summary>
    static abstract bool TellsCase { get; }

    /// <summary>Whether a contraction is a pretoken of its own, so that an apostrophe is not simply a character before a word.</summary>
    static abstract bool StartsWithContraction { get; }

    /// <summary>The length of the pretoken that starts at a bit of the window, or 0 where the window does not show enough to tell.</summary>
    /// <param name="window">What the text looks like.</param>
    /// <param name="bit">Where in the window the pretoken starts.</param>
    /// <param name="at">The byte at that bit; two more can be read.</param>
    static abstract int LengthIn(in AsciiWindow window, int bit, ref byte at);

    /// <summary>The end of the pretoken that starts at a position before <paramref name="end"/>; exact for all text.</summary>
    static abstract int EndOf(ref byte text, int position, int end);
}
