namespace Plumbline;

/// <summary>What an <c>x-advice</c> says about the assertions under it: they are reported, and never part of the verdict.</summary>
/// <param name="Severity">Warning or note.</param>
/// <param name="Effect">What the service does with such a value.</param>
/// <param name="Message">The sentence for people.</param>
public sealed record Advice(Severity Severity, Effect Effect, string Message);
