using System.Runtime.CompilerServices;

namespace Plumbline;

// Regular expressions and formats.
public sealed unsafe partial class Validation
{
    /// <summary>Judges a string against a pattern.</summary>
    /// <param name="rule">The pattern.</param>
    /// <param name="start">Offset of the opening quote.</param>
    /// <param name="end">Offset after the closing quote.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Pattern(PatternRule rule, nint start, nint end)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!_malformed && !Matches(rule, start, end, out bool isDecided) && isDecided)
        {
            Fault(rule.Assertion, start);
        }
    }

    /// <summary>Whether formats are asserted that are annotations by their dialect.</summary>
    public bool AssertsFormats { get; }

    /// <summary>Judges a string by a format.</summary>
    /// <param name="rule">The format.</param>
    /// <param name="start">Offset of the opening quote.</param>
    /// <param name="end">Offset after the closing quote.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Format(FormatRule rule, nint start, nint end)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!_malformed && !rule.Format.AcceptsRaw(Span(start + 1, end - 1)))
        {
            Fault(rule.Assertion, start);
        }
    }

    /// <summary>Whether a member name matches a pattern of <c>patternProperties</c>.</summary>
    /// <param name="rule">The pattern.</param>
    /// <param name="name">Offset of the name's opening quote; the name has been read before.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Matches(PatternRule rule, nint name)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return !_malformed && Matches(rule, name, String(name), out _);
    }

    private bool Matches(PatternRule rule, nint start, nint end, out bool isDecided)
    {
        PatternOutcome outcome = rule.Pattern.IsMatchRaw(Span(start + 1, end - 1));
        isDecided = outcome != PatternOutcome.TimedOut;
        if (!isDecided)
        {
            Fault(rule.Timeout, start);
        }

        return outcome == PatternOutcome.Match;
    }
}
