using System.Diagnostics.CodeAnalysis;
using Plumbline.Patterns;

namespace Plumbline;

/// <summary>What a pattern says about a text.</summary>
public enum PatternOutcome
{
    /// <summary>The text matches.</summary>
    Match,

    /// <summary>The text does not match.</summary>
    NoMatch,

    /// <summary>The pattern was not decided within its time limit; only patterns that look around or refer back can need so long.</summary>
    TimedOut,
}

/// <summary>A <c>pattern</c>: a regular expression of ECMA-262 with the <c>u</c> flag, not anchored.</summary>
/// <remarks>
/// Runs over UTF-8 as a table of states, a step a byte; as a set of states where the table would be too large. Only what looks around (other
/// than ahead, from the start) or refers back is left to
/// .NET's regular expressions, which backtrack, for a second at most. Any number of threads may use it.
/// </remarks>
public sealed class EcmaPattern
{
    private readonly EcmaNode _root;
    private PatternMatcher? _matcher;

    private EcmaPattern(string source)
    {
        Source = source;
        _root = EcmaParser.Parse(source);
    }

    /// <summary>The pattern as the schema wrote it.</summary>
    public string Source { get; }

    /// <summary>Whether every text is decided in time linear in its length; else a time limit holds.</summary>
    public bool IsLinear => Matcher.IsLinear;

    // Made by the first text: many patterns of a schema never meet one. Two threads at once make the same.
    internal PatternMatcher Matcher => _matcher ??= new PatternMatcher(_root);

    /// <summary>Parses a pattern that is known to be right.</summary>
    /// <exception cref="FormatException">It is not a regular expression of ECMA-262.</exception>
    public static EcmaPattern Parse(string pattern) => new(pattern);

    /// <summary>Parses a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="result">The pattern, parsed.</param>
    /// <param name="error">What is wrong with it, for a message: <c>a group is not closed</c>.</param>
    /// <param name="offset">Where, in UTF-16 code units from its start.</param>
    public static bool TryParse(string pattern, [NotNullWhen(true)] out EcmaPattern? result, out string? error, out int offset)
    {
        try
        {
            result = Parse(pattern);
            error = null;
            offset = 0;
            return true;
        }
        catch (PatternException exception)
        {
            result = null;
            error = exception.Message;
            offset = exception.Offset;
            return false;
        }
    }

    /// <summary>Whether a text is a regular expression of ECMA-262: the format <c>regex</c>. Only reads it, which is cheaper than
    /// <see cref="TryParse"/>.</summary>
    public static bool IsPattern(string text)
    {
        try
        {
            EcmaParser.Parse(text);
            return true;
        }
        catch (PatternException)
        {
            return false;
        }
    }

    /// <summary>Whether a text has a match anywhere. Half a pair of surrogates counts as U+FFFD.</summary>
    public PatternOutcome IsMatch(string text) => Matcher.IsMatch(text);

    /// <summary>Whether a raw JSON string, given without its quotes, has a match anywhere.</summary>
    public PatternOutcome IsMatchRaw(ReadOnlySpan<byte> raw) => Matcher.IsMatchRaw(raw);

    /// <inheritdoc/>
    public override string ToString() => Source;
}
