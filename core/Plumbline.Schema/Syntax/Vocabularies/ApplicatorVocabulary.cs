using Plumbline.Schema.Ir;
using Plumbline.Schema.Json;

namespace Plumbline.Schema.Syntax.Vocabularies;

/// <summary>Keywords that apply schemas to the value or to its parts.</summary>
internal static class ApplicatorVocabulary
{
    public static readonly KeywordDefinition Properties = new("properties", Shapes.SchemaMap, c => c.Add(new PropertiesKeyword(c.Named(c.Value))));

    public static readonly KeywordDefinition PatternProperties =
        new("patternProperties", Shapes.PatternMap, c => c.Add(new PatternPropertiesKeyword(c.Named(c.Value))));

    public static readonly KeywordDefinition AdditionalProperties = new("additionalProperties", Shapes.Schema, BuildAdditionalProperties)
    {
        HasTakenBooleansFirst = true,
    };

    public static readonly KeywordDefinition PropertyNames = new("propertyNames", Shapes.Schema, c => c.Add(new PropertyNamesKeyword(c.Node(c.Value))));

    public static readonly KeywordDefinition DependentSchemas =
        new("dependentSchemas", Shapes.SchemaMap, c => c.Add(new DependentSchemasKeyword(c.Named(c.Value)))) { IsInPlace = true };

    public static readonly KeywordDefinition PrefixItems = new("prefixItems", Shapes.SchemaList, c => c.Add(new PrefixItemsKeyword(c.Nodes(c.Value))));

    public static readonly KeywordDefinition Items = new("items", Shapes.Schema, c => AddItems(c, c.Sibling("prefixItems")?.Items.Length ?? 0));

    public static readonly KeywordDefinition Contains = ContainsOf(evaluates: true);

    public static readonly KeywordDefinition AllOf = new("allOf", Shapes.SchemaList, c => c.Add(new AllOfKeyword(c.Nodes(c.Value)))) { IsInPlace = true };

    public static readonly KeywordDefinition AnyOf = new(
        "anyOf",
        Shapes.SchemaList,
        c => c.Add(new AnyOfKeyword(c.Nodes(c.Value), c.Assert(Rules.AnyOf, Expectations.AnyOf(c.Value.Items.Length)))))
    {
        IsInPlace = true,
    };

    public static readonly KeywordDefinition OneOf = new(
        "oneOf",
        Shapes.SchemaList,
        c => c.Add(new OneOfKeyword(
            c.Nodes(c.Value),
            c.Assert(Rules.OneOf, Expectations.OneOf(c.Value.Items.Length)),
            c.Assert(Rules.OneOfMany, Expectations.OneOf(c.Value.Items.Length)))))
    {
        IsInPlace = true,
    };

    public static readonly KeywordDefinition Not =
        new("not", Shapes.Schema, c => c.Add(new NotKeyword(c.Node(c.Value), c.Assert(Rules.Not, Expectations.Not)))) { IsInPlace = true };

    public static readonly KeywordDefinition If = new("if", Shapes.Schema, BuildCondition) { IsInPlace = true };

    public static readonly KeywordDefinition Then = new("then", Shapes.Schema) { AppliesBeside = HasIf, IsInPlace = true };

    public static readonly KeywordDefinition Else = new("else", Shapes.Schema) { AppliesBeside = HasIf, IsInPlace = true };

    /// <summary><c>dependencies</c>: drafts 4 to 7, and read by later ones for compatibility.</summary>
    public static readonly KeywordDefinition Dependencies = new("dependencies", Shapes.Dependencies, BuildDependencies) { IsInPlace = true };

    public static readonly Vocabulary Draft202012 = new(
        "https://json-schema.org/draft/2020-12/vocab/applicator",
        Properties,
        PatternProperties,
        AdditionalProperties,
        PropertyNames,
        DependentSchemas,
        Dependencies,
        PrefixItems,
        Items,
        Contains,
        AllOf,
        AnyOf,
        OneOf,
        Not,
        If,
        Then,
        Else);

    public static readonly Vocabulary Unevaluated202012 = new(
        "https://json-schema.org/draft/2020-12/vocab/unevaluated",
        UnevaluatedProperties(),
        UnevaluatedItems());

    public static KeywordDefinition ContainsOf(bool evaluates) => new("contains", Shapes.Schema, c => BuildContains(c, evaluates));

    public static KeywordDefinition UnevaluatedProperties() => new(
        "unevaluatedProperties",
        Shapes.Schema,
        c =>
        {
            string[] names = c.NamesOf("properties");
            AssertionSpec assertion = c.Assert(Rules.UnevaluatedProperty, Expectations.UnevaluatedProperties(names), names);
            c.Add(new UnevaluatedPropertiesKeyword(c.Node(c.Value), assertion));
        });

    public static KeywordDefinition UnevaluatedItems() => new(
        "unevaluatedItems",
        Shapes.Schema,
        c => c.Add(new UnevaluatedItemsKeyword(c.Node(c.Value), c.Assert(Rules.UnevaluatedItem, Expectations.UnevaluatedItems))));

    /// <summary>Adds the schema of the items after so many that have their own.</summary>
    public static void AddItems(KeywordContext c, int prefixed) =>
        c.Add(new ItemsKeyword(c.Node(c.Value), c.Assert(Rules.AdditionalItem, Expectations.Items(prefixed))));

    private static bool HasIf(SchemaSyntax schema) => schema.Find("if") is not null;

    private static void BuildAdditionalProperties(KeywordContext c)
    {
        string[] names = c.NamesOf("properties");
        string expected = Expectations.AdditionalProperties(names, c.NamesOf("patternProperties"));
        c.Add(new AdditionalPropertiesKeyword(c.Node(c.Value), c.Assert(Rules.AdditionalProperty, expected, names)));
    }

    private static void BuildContains(KeywordContext c, bool evaluates)
    {
        long min = c.Sibling("minContains") is { } least && Shapes.TryReadCount(least, out long fewest) ? fewest : 1;
        long? max = c.Sibling("maxContains") is { } most && Shapes.TryReadCount(most, out long limit) ? limit : null;
        string minKeyword = c.Sibling("minContains") is null ? "contains" : "minContains";
        c.Add(new ContainsKeyword(
            c.Node(c.Value),
            min,
            max,
            c.Assert(Rules.Contains, Expectations.Contains(isMinimum: true, min), keyword: minKeyword),
            c.Assert(Rules.MaxContains, Expectations.Contains(isMinimum: false, max ?? long.MaxValue), keyword: "maxContains"))
        {
            Evaluates = evaluates,
        });
    }

    private static void BuildCondition(KeywordContext c)
    {
        int? then = c.Sibling("then") is { } thenSchema ? c.Node(thenSchema) : null;
        int? otherwise = c.Sibling("else") is { } elseSchema ? c.Node(elseSchema) : null;
        c.Add(new ConditionKeyword(c.Node(c.Value), then, otherwise));
    }

    private static void BuildDependencies(KeywordContext c)
    {
        PositionedMember[] members = [.. KeywordContext.DistinctMembers(c.Value)];
        if (members.Any(member => member.Value.Kind == JsonKind.Array))
        {
            c.Add(ValidationVocabulary.DependentRequired(c, members.Where(member => member.Value.Kind == JsonKind.Array)));
        }

        if (members.Any(member => member.Value.Kind != JsonKind.Array))
        {
            c.Add(new DependentSchemasKeyword(c.Named(members.Where(member => member.Value.Kind != JsonKind.Array))));
        }
    }
}
