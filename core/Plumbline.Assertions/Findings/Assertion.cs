namespace Plumbline;

/// <summary>What one keyword at one place of a schema demands: everything about a finding that is known before any value is read.
/// Generated validators hold one in a static field for each check; the interpreter makes them from the schema program.</summary>
public sealed class Assertion
{
    /// <summary>Creates an assertion.</summary>
    /// <param name="rule">The rule that a violation breaks.</param>
    /// <param name="location">Location of the keyword: a JSON Pointer into the root schema's file
    /// (<c>/properties/author/enum</c>), or <c>URI#pointer</c> when it stands in another file.</param>
    /// <param name="expected">What was expected, as it ends the words "expected …": <c>a string</c>, <c>at most 10 items</c>.</param>
    /// <param name="candidates">Names or string values that would have been right; the nearest one is suggested.</param>
    /// <param name="message">The schema's own sentence for this rule (<c>x-message</c>).</param>
    /// <param name="advice">The <c>x-advice</c> that the keyword stands under, if any.</param>
    /// <param name="severity">Severity that replaces the rule's own; an <paramref name="advice"/> comes before both.</param>
    public Assertion(
        Rule rule, string location, string expected, string[]? candidates = null, string? message = null, Advice? advice = null, Severity? severity = null)
    {
        Rule = rule;
        Location = location;
        Expected = expected;
        Candidates = candidates ?? [];
        Message = message;
        Advice = advice;
        Severity = advice?.Severity ?? severity ?? rule.Severity;
    }

    private Assertion(Assertion assertion)
    {
        Rule = assertion.Rule;
        Location = assertion.Location;
        Expected = assertion.Expected;
        Candidates = assertion.Candidates;
        Message = assertion.Message;
        Advice = assertion.Advice;
        Severity = assertion.Severity;
        EvaluationPath = assertion.EvaluationPath;
        Cut = assertion.Cut;
    }

    /// <summary>The rule that a violation breaks.</summary>
    public Rule Rule { get; }

    /// <summary>Location of the keyword in its schema.</summary>
    public string Location { get; }

    /// <summary>What was expected, as it ends the words "expected …".</summary>
    public string Expected { get; }

    /// <summary>Names or string values that would have been right.</summary>
    public IReadOnlyList<string> Candidates { get; }

    /// <summary>The schema's own sentence for this rule, or null.</summary>
    public string? Message { get; }

    /// <summary>The advice that the keyword stands under, or null where it is part of the verdict.</summary>
    public Advice? Advice { get; }

    /// <summary>Severity of this assertion's findings.</summary>
    public Severity Severity { get; }

    /// <summary>The way from the root schema to the keyword, through every reference on it (<c>/items/$ref/type</c>); null where there is none on it, or
    /// where nobody asked.</summary>
    public string? EvaluationPath { get; private init; }

    /// <summary>Where a service cuts the value off, in the unit of what is counted; null where it does not, or counts otherwise.</summary>
    internal long? Cut { get; private init; }

    /// <summary>The same assertion of values that a service cuts off.</summary>
    internal Assertion CuttingAt(long cut) => new(this) { Cut = cut };

    /// <summary>The same assertion, as a reference led to it.</summary>
    /// <param name="target">Location of the schema that the reference leads to; the assertion stands inside.</param>
    /// <param name="reference">Location of the reference.</param>
    internal Assertion Through(string target, string reference)
    {
        string path = EvaluationPath ?? Location;
        return path.StartsWith(target, StringComparison.Ordinal) ? new(this) { EvaluationPath = reference + path.Remove(0, target.Length) } : this;
    }

    /// <summary>The rule and the location.</summary>
    public override string ToString() => $"{Rule} at {Location}";
}
