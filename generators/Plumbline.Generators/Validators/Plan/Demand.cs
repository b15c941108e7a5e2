using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>What an assertion stands under when <c>x-advice</c> applied its schema.</summary>
internal sealed record AdviceContext(Severity Severity, Effect Effect, string Message);

/// <summary>One assertion, with the advice that it stands under: one <see cref="Assertion"/> of the generated code.</summary>
internal sealed record Demand(AssertionSpec Spec, AdviceContext? Advice)
{
    /// <summary>Schema location of the keyword, for the comment beside its check.</summary>
    public string Location => Spec.Location;
}

/// <summary>A schema that judges a value, and how it came to do so.</summary>
/// <param name="Node">The schema.</param>
/// <param name="Advice">The advice through which it was applied, if any.</param>
/// <param name="Scope">The dynamic scope.</param>
internal readonly record struct Subschema(int Node, AdviceContext? Advice, Scope Scope);

/// <summary><c>type</c>: the types that are accepted.</summary>
/// <param name="Types">The types.</param>
/// <param name="HasPlainIntegers">Whether an integer is what is written as one.</param>
/// <param name="Demand">The assertion.</param>
internal sealed record TypeDemand(JsonTypes Types, bool HasPlainIntegers, Demand Demand)
{
    /// <summary>The method of the reader that tells whether a number is an integer.</summary>
    public string IntegerCheck => HasPlainIntegers ? "IsPlainInteger" : "IsInteger";

    /// <summary>Whether no value of a kind passes.</summary>
    public bool Rejects(JsonTypes kind) => kind == JsonTypes.Number
        ? (Types & (JsonTypes.Number | JsonTypes.Integer)) == 0
        : (Types & kind) == 0;

    /// <summary>Whether, of numbers, only whole ones pass.</summary>
    public bool OnlyIntegers => (Types & (JsonTypes.Number | JsonTypes.Integer)) == JsonTypes.Integer;
}

/// <summary><c>enum</c> or <c>const</c>: the values that are accepted.</summary>
/// <param name="Values">The values.</param>
/// <param name="Type">The <c>type</c> of the same schema, whose failure silences this demand.</param>
/// <param name="Demand">The assertion.</param>
internal sealed record LiteralDemand(EquatableArray<JsonLiteral> Values, TypeDemand? Type, Demand Demand)
{
    /// <summary>Whether a fractional number fails <see cref="Type"/> already.</summary>
    public bool OnlyIntegers => Type is { OnlyIntegers: true };
}

/// <summary>A bound on a length or a count.</summary>
internal sealed record SizeDemand(Size Size, long Limit, Demand Demand);

/// <summary>A bound on a number; <c>multipleOf</c> where <paramref name="Bound"/> is null.</summary>
internal sealed record NumberDemand(Bound? Bound, string Number, Demand Demand);

/// <summary>A pattern that a string has to match.</summary>
internal sealed record PatternDemand(string Pattern, Demand Demand);

/// <summary>A format that a string has to have: always, or where the run asserts formats.</summary>
internal sealed record FormatDemand(string Format, bool IsAsserted, Demand Demand);

/// <summary>A bound on a count of tokens.</summary>
internal sealed record TokenDemand(bool IsMaximum, long Limit, EquatableArray<string> Of, Demand Demand);

/// <summary>A relation between values at paths inside an object.</summary>
/// <param name="RuleType">The <see cref="PathRelation"/> that judges it.</param>
/// <param name="Limit">Its limit, if it has one.</param>
/// <param name="Paths">The paths.</param>
/// <param name="Places">Lists of places that take the offsets of the values at the paths; empty where these are looked for in the text.</param>
/// <param name="Watched">Bits of the names one of which has to occur for it to be broken; 0 where nothing can be said.</param>
/// <param name="Demand">The assertion.</param>
internal sealed record RelationDemand(
    string RuleType, long? Limit, EquatableArray<string> Paths, EquatableArray<int> Places, ulong Watched, Demand Demand);
