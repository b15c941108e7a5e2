namespace Plumbline.Tokenizers.Splitting;

/// <summary>
/// A pattern that cuts text into pretokens, by hand. Every pattern here matches at every position, and what it matches depends on nothing before
/// the position, so pretokens follow each other without a gap.
/// </summary>
internal interface IPretokenPattern
{
    /// <summary>Whether <see cref="AsciiStarts"/> knows the pattern.</summary>
    static abstract bool CutsAscii { get; }

    /// <summary>
    /// Whether the pattern is that of o200k_base: a capital behind a small letter starts a word, a contraction ends one, slashes follow line ends behind marks.
    /// </summary>
    static abstract bool IsCased { get; }

    /// <summary>How many digits a number has at most: 1 or 3.</summary>
    static abstract int MostDigits { get; }

    /// <summary>The end of the pretoken that starts at a position before <paramref name="end"/>; exact for all text.</summary>
    static abstract int EndOf(ref byte text, int position, int end);
}
