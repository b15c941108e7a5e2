namespace Plumbline.Schema.Ir;

/// <summary>
/// A keyword of one schema, linked. Node indices refer to <see cref="SchemaProgram.Nodes"/>; numbers and JSON values are kept as the
/// schema wrote them (raw, exact), never as floating point.
/// </summary>
/// <remarks>
/// Evaluation contract for both engines. The keywords of one schema are independent, save that a failed <c>type</c> silences
/// <c>enum</c> and <c>const</c> of the same schema: one fault, one finding. Assertions apply only to values of their own type.
/// </remarks>
public abstract record Keyword;

/// <summary>What an asserting keyword needs to report: the value-equal twin of <see cref="Assertion"/>.</summary>
/// <param name="RuleId">Id of the rule.</param>
/// <param name="Location">Location of the keyword: the schema's own plus <c>/keyword</c>.</param>
/// <param name="Expected">What was expected, ending the words "expected …".</param>
/// <param name="Candidates">Names or values that would have been right.</param>
/// <param name="Message"><c>x-message</c> for this keyword, or null.</param>
public sealed record AssertionSpec(string RuleId, string Location, string Expected, EquatableArray<string> Candidates, string? Message);

/// <summary>A JSON value of the schema, as compact JSON text (member order and number spelling as written).</summary>
/// <param name="Json">The text.</param>
/// <param name="Type">Its type; a number written with or without fraction is <see cref="JsonTypes.Integer"/> when its value is whole.</param>
public sealed record JsonLiteral(string Json, JsonTypes Type)
{
    /// <summary>The string that the literal holds, unescaped; null for other types.</summary>
    public string? Text { get; init; }
}

/// <summary>The boolean schema <c>false</c>.</summary>
/// <param name="Assertion">Rule <c>not-allowed</c>. Where the schema is that of an unknown member or item, the engines report
/// <c>unknown-member</c> or <c>unexpected-item</c> from the keyword that applied it instead.</param>
public sealed record FalseKeyword(AssertionSpec Assertion) : Keyword;

/// <summary><c>type</c>.</summary>
public sealed record TypeKeyword(JsonTypes Types, AssertionSpec Assertion) : Keyword
{
    /// <summary>Whether an integer is what is written as one, without fraction or exponent (draft 4, core 3.5); else it is any number whose value is
    /// whole.</summary>
    public bool HasPlainIntegers { get; init; }
}

/// <summary><c>enum</c>.</summary>
public sealed record EnumKeyword(EquatableArray<JsonLiteral> Values, AssertionSpec Assertion) : Keyword;

/// <summary><c>const</c>.</summary>
public sealed record ConstKeyword(JsonLiteral Value, AssertionSpec Assertion) : Keyword;

/// <summary>Which bound a <see cref="BoundKeyword"/> is.</summary>
public enum Bound
{
    /// <summary><c>minimum</c>.</summary>
    Minimum,
    /// <summary><c>maximum</c>.</summary>
    Maximum,
    /// <summary><c>exclusiveMinimum</c>.</summary>
    ExclusiveMinimum,
    /// <summary><c>exclusiveMaximum</c>.</summary>
    ExclusiveMaximum,
}

/// <summary>A numeric bound; <paramref name="Number"/> as the schema wrote it.</summary>
public sealed record BoundKeyword(Bound Bound, string Number, AssertionSpec Assertion) : Keyword;

/// <summary><c>multipleOf</c>; <paramref name="Number"/> as the schema wrote it.</summary>
public sealed record MultipleOfKeyword(string Number, AssertionSpec Assertion) : Keyword;

/// <summary>What a <see cref="SizeKeyword"/> counts.</summary>
public enum Size
{
    /// <summary><c>minLength</c>: code points.</summary>
    MinLength,
    /// <summary><c>maxLength</c>: code points.</summary>
    MaxLength,
    /// <summary><c>minItems</c>.</summary>
    MinItems,
    /// <summary><c>maxItems</c>.</summary>
    MaxItems,
    /// <summary><c>minProperties</c>: distinct names.</summary>
    MinProperties,
    /// <summary><c>maxProperties</c>: distinct names.</summary>
    MaxProperties,
}

/// <summary>A bound on a count. Limits beyond <see cref="long.MaxValue"/> are clamped to it.</summary>
public sealed record SizeKeyword(Size Size, long Limit, AssertionSpec Assertion) : Keyword;

/// <summary><c>pattern</c>: ECMA-262 with the <c>u</c> flag, not anchored.</summary>
public sealed record PatternKeyword(string Pattern, AssertionSpec Assertion) : Keyword;

/// <summary><c>format</c>: an annotation unless the run asserts it.</summary>
public sealed record FormatKeyword(string Format, AssertionSpec Assertion) : Keyword
{
    /// <summary>Whether the schema's dialect asserts formats (its metaschema lists the vocabulary <c>format-assertion</c>), whatever the run says.</summary>
    public bool IsAsserted { get; init; }
}

/// <summary>A member name and the schema of its value.</summary>
public sealed record NamedSchema(string Name, int Node);

/// <summary><c>properties</c>.</summary>
public sealed record PropertiesKeyword(EquatableArray<NamedSchema> Properties) : Keyword;

/// <summary><c>patternProperties</c>: names are patterns.</summary>
public sealed record PatternPropertiesKeyword(EquatableArray<NamedSchema> Patterns) : Keyword;

/// <summary><c>additionalProperties</c>: members that neither <c>properties</c> nor <c>patternProperties</c> of the same schema names.</summary>
/// <param name="Node">Their schema.</param>
/// <param name="Assertion">For a <c>false</c> schema: rule <c>unknown-member</c>, with the known names as candidates. The fault stands at the name.</param>
public sealed record AdditionalPropertiesKeyword(int Node, AssertionSpec Assertion) : Keyword;

/// <summary><c>propertyNames</c>.</summary>
public sealed record PropertyNamesKeyword(int Node) : Keyword;

/// <summary><c>required</c>; one fault for each missing name, at the object.</summary>
public sealed record RequiredKeyword(EquatableArray<string> Names, AssertionSpec Assertion) : Keyword;

/// <summary>One trigger of <c>dependentRequired</c>.</summary>
public sealed record Dependency(string Name, EquatableArray<string> Required, AssertionSpec Assertion);

/// <summary><c>dependentRequired</c> (and the array form of <c>dependencies</c>): one fault for each missing name, at the object.</summary>
public sealed record DependentRequiredKeyword(EquatableArray<Dependency> Dependencies) : Keyword;

/// <summary><c>dependentSchemas</c> (and the schema form of <c>dependencies</c>).</summary>
public sealed record DependentSchemasKeyword(EquatableArray<NamedSchema> Schemas) : Keyword;

/// <summary><c>prefixItems</c> (and the array form of <c>items</c>).</summary>
public sealed record PrefixItemsKeyword(EquatableArray<int> Nodes) : Keyword;

/// <summary><c>items</c> (and <c>additionalItems</c>): the items after those of <c>prefixItems</c>.</summary>
/// <param name="Node">Their schema.</param>
/// <param name="Assertion">For a <c>false</c> schema: rule <c>unexpected-item</c>, once, at the first such item.</param>
public sealed record ItemsKeyword(int Node, AssertionSpec Assertion) : Keyword;

/// <summary><c>contains</c> with <c>minContains</c> (1 unless said) and <c>maxContains</c>.</summary>
public sealed record ContainsKeyword(int Node, long Min, long? Max, AssertionSpec MinAssertion, AssertionSpec MaxAssertion) : Keyword
{
    /// <summary>Whether the items that match count as evaluated (2020-12, core 11.2); in 2019-09 (core 9.3.1.3) <c>unevaluatedItems</c> does not look at
    /// this keyword.</summary>
    public bool Evaluates { get; init; }
}

/// <summary><c>uniqueItems: true</c>.</summary>
public sealed record UniqueItemsKeyword(AssertionSpec Assertion) : Keyword;

/// <summary><c>$ref</c>, linked.</summary>
/// <param name="Node">What it leads to.</param>
/// <param name="Location">Location of the keyword.</param>
public sealed record RefKeyword(int Node, string Location) : Keyword;

/// <summary><c>$dynamicRef</c> or <c>$recursiveRef</c>.</summary>
/// <param name="Node">What it leads to when no dynamic scope overrides it.</param>
/// <param name="Anchor">The anchor to look for.</param>
/// <param name="Location">Location of the keyword.</param>
public sealed record DynamicRefKeyword(int Node, string Anchor, string Location) : Keyword;

/// <summary><c>allOf</c>.</summary>
public sealed record AllOfKeyword(EquatableArray<int> Nodes) : Keyword;

/// <summary><c>anyOf</c>.</summary>
public sealed record AnyOfKeyword(EquatableArray<int> Nodes, AssertionSpec Assertion) : Keyword;

/// <summary><c>oneOf</c>: two assertions, for none and for more than one.</summary>
public sealed record OneOfKeyword(EquatableArray<int> Nodes, AssertionSpec NoneAssertion, AssertionSpec ManyAssertion) : Keyword;

/// <summary><c>not</c>.</summary>
public sealed record NotKeyword(int Node, AssertionSpec Assertion) : Keyword;

/// <summary><c>if</c>, with <c>then</c> and <c>else</c> where they stand.</summary>
public sealed record ConditionKeyword(int If, int? Then, int? Else) : Keyword;

/// <summary><c>unevaluatedProperties</c>.</summary>
public sealed record UnevaluatedPropertiesKeyword(int Node, AssertionSpec Assertion) : Keyword;

/// <summary><c>unevaluatedItems</c>.</summary>
public sealed record UnevaluatedItemsKeyword(int Node, AssertionSpec Assertion) : Keyword;

/// <summary><c>x-minTokens</c> or <c>x-maxTokens</c>.</summary>
/// <param name="IsMaximum">Which of the two.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Of">Paths of the strings that are summed (<c>*</c> stands for every item); empty on a string.</param>
/// <param name="Assertion">Rule <c>min-tokens</c> or <c>max-tokens</c>.</param>
public sealed record TokensKeyword(bool IsMaximum, long Limit, EquatableArray<string> Of, AssertionSpec Assertion) : Keyword;

/// <summary><c>x-alternates</c>.</summary>
/// <param name="Property">Member of each item whose string takes turns.</param>
/// <param name="Cycle">The turns, from the first item on, each with the values that it may have; empty where items take no turns.</param>
/// <param name="First">Values that the first item may have; empty for those of the first turn.</param>
/// <param name="Last">Values that the last item may have; empty for any.</param>
/// <param name="Assertion">Rule <c>alternates</c>; the fault stands at the value of the member.</param>
public sealed record AlternatesKeyword(
    string Property, EquatableArray<EquatableArray<string>> Cycle, EquatableArray<string> First, EquatableArray<string> Last, AssertionSpec Assertion)
        : Keyword;

/// <summary><c>x-links</c>.</summary>
/// <param name="From">Path of the strings that refer (<c>*</c> stands for every item).</param>
/// <param name="To">Path of the strings that they refer to.</param>
/// <param name="Assertion">Rule <c>links</c>; the fault stands at the string that refers.</param>
public sealed record LinksKeyword(string From, string To, AssertionSpec Assertion) : Keyword;

/// <summary><c>x-maxCount</c>.</summary>
/// <param name="Limit">The most values.</param>
/// <param name="Of">Paths of the values (<c>*</c> stands for every item).</param>
/// <param name="Assertion">Rule <c>max-count</c>; the fault stands at the first value too many.</param>
public sealed record MaxCountKeyword(long Limit, EquatableArray<string> Of, AssertionSpec Assertion) : Keyword;

/// <summary><c>x-equalCounts</c>.</summary>
/// <param name="Paths">Paths that have as many values each.</param>
/// <param name="Assertion">Rule <c>equal-counts</c>; the fault stands at the object.</param>
public sealed record EqualCountsKeyword(EquatableArray<string> Paths, AssertionSpec Assertion) : Keyword;

/// <summary>One entry of <c>x-advice</c>.</summary>
/// <param name="Severity">Warning or note.</param>
/// <param name="Effect">What the service does with such a value.</param>
/// <param name="Message">The sentence for people.</param>
/// <param name="Node">The schema that is judged like one of <c>allOf</c>, and never part of the verdict. Entries inside it are not judged.</param>
public sealed record AdviceKeyword(Severity Severity, Effect Effect, string Message, int Node) : Keyword;
