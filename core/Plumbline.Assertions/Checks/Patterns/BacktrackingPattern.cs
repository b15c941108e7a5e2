using System.Buffers;
using System.Text.RegularExpressions;

namespace Plumbline.Patterns;

/// <summary>A pattern that looks around or refers back, or is larger than reason: .NET's regular expressions decide it, over UTF-16, within a second.</summary>
internal sealed class BacktrackingPattern(EcmaNode root)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    // Not RegexOptions.NonBacktracking where that could serve: random tests found texts that end with a line feed whose match .NET 10 misses with it.
    private readonly Regex _regex = new(new DotNetWriter().Write(root), RegexOptions.CultureInvariant, TimeLimit);

    /// <summary>Whether a text has a match anywhere.</summary>
    public PatternOutcome IsMatch(ReadOnlySpan<char> text)
    {
        try
        {
#if NETSTANDARD2_0
            return _regex.IsMatch(text.ToString()) ? PatternOutcome.Match : PatternOutcome.NoMatch;
#else
            return _regex.IsMatch(text) ? PatternOutcome.Match : PatternOutcome.NoMatch;
#endif
        }
        catch (RegexMatchTimeoutException)
        {
            return PatternOutcome.TimedOut;
        }
    }

    /// <summary>Whether a raw JSON string, given without its quotes, has a match anywhere.</summary>
    public PatternOutcome IsMatchRaw(ReadOnlySpan<byte> raw)
    {
        const int Small = 256;
        if (raw.Length <= Small)
        {
            Span<char> characters = stackalloc char[Small];
            return IsMatch(characters.Slice(0, JsonString.Unescape(raw, characters)));
        }

        char[] buffer = ArrayPool<char>.Shared.Rent(raw.Length);
        PatternOutcome outcome = IsMatch(buffer.AsSpan(0, JsonString.Unescape(raw, buffer)));
        ArrayPool<char>.Shared.Return(buffer);
        return outcome;
    }
}
