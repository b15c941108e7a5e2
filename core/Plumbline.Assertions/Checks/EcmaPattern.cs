using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
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
/// <remarks>Runs on .NET's linear-time engine where the pattern and the host allow; else backtracks, for a second at most.</remarks>
public sealed class EcmaPattern
{
    // RegexOptions.NonBacktracking by number: netstandard2.0 has no name for it, and older hosts refuse it.
    private const RegexOptions Linear = (RegexOptions)1024;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    private readonly Regex _regex;

    private EcmaPattern(string source, Regex regex, bool isLinear)
    {
        Source = source;
        _regex = regex;
        IsLinear = isLinear;
    }

    /// <summary>The pattern as the schema wrote it.</summary>
    public string Source { get; }

    /// <summary>Whether every text is decided in time linear in its length; else a time limit holds.</summary>
    public bool IsLinear { get; }

    /// <summary>The .NET regular expression of the same meaning.</summary>
    public string DotNetPattern => _regex.ToString();

    /// <summary>Parses a pattern that is known to be right.</summary>
    /// <exception cref="FormatException">It is not a regular expression of ECMA-262.</exception>
    public static EcmaPattern Parse(string pattern)
    {
        var writer = new DotNetWriter();
        string translated = writer.Write(EcmaParser.Parse(pattern));
        return Create(pattern, translated, writer.NeedsBacktracking);
    }

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

    /// <summary>Whether a text is a regular expression of ECMA-262: the format <c>regex</c>. Only reads it, which is cheaper than <see cref="TryParse"/>.</summary>
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

    /// <inheritdoc/>
    public override string ToString() => Source;

    private static EcmaPattern Create(string source, string translated, bool needsBacktracking)
    {
        if (!needsBacktracking)
        {
            try
            {
                return new EcmaPattern(source, new Regex(translated, Linear | RegexOptions.CultureInvariant), isLinear: true);
            }
            catch (Exception exception) when (exception is NotSupportedException or ArgumentOutOfRangeException)
            {
                // An older host, or an automaton that would be too large ("(.{1000}){1000}"): the time limit serves.
            }
        }

        return new EcmaPattern(source, new Regex(translated, RegexOptions.CultureInvariant, TimeLimit), isLinear: false);
    }
}
