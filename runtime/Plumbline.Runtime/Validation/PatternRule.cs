using System.ComponentModel;

namespace Plumbline;

/// <summary>A <c>pattern</c>, of a string or (<c>patternProperties</c>) of member names.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PatternRule
{
    /// <summary>Creates a rule.</summary>
    /// <param name="pattern">A regular expression of ECMA-262, not anchored.</param>
    /// <param name="assertion">What is reported of a string without a match.</param>
    public PatternRule(string pattern, Assertion assertion)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        Pattern = EcmaPattern.Parse(pattern);
        Assertion = assertion;
        Timeout = new Assertion(Rules.PatternTimeout, assertion.Location, assertion.Expected, advice: assertion.Advice);
    }

    /// <summary>What is reported of a string without a match.</summary>
    public Assertion Assertion { get; }

    /// <summary>What is reported of a string for which the pattern could not be decided in time.</summary>
    internal Assertion Timeout { get; }

    internal EcmaPattern Pattern { get; }
}
