namespace Plumbline;

/// <summary>Counts the tokens of a text. Implementations may be shared between threads.</summary>
public interface ITokenCounter
{
    /// <summary>Name for reports: <c>o200k_base</c>, or the file that the tokenizer was loaded from.</summary>
    string Name { get; }

    /// <summary>The most tokens that a text of so many UTF-8 bytes can have; decides most limits without counting.</summary>
    long MaxTokens(long utf8Bytes);

    /// <summary>Counts the tokens of a text.</summary>
    /// <param name="utf8">Well-formed UTF-8, unescaped.</param>
    /// <param name="stopAfter">Counting may stop once the count exceeds this; the result is then any number above it.</param>
    long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue);
}
