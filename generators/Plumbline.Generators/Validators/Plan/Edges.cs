using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>Where keywords lead.</summary>
internal static class Edges
{
    /// <summary>The schemas that a keyword applies.</summary>
    public static IEnumerable<int> Of(Keyword keyword) => keyword switch
    {
        RefKeyword k => [k.Node],
        DynamicRefKeyword k => [k.Node],
        AllOfKeyword k => k.Nodes,
        AnyOfKeyword k => k.Nodes,
        OneOfKeyword k => k.Nodes,
        NotKeyword k => [k.Node],
        ConditionKeyword k => new[] { k.If, k.Then ?? k.If, k.Else ?? k.If },
        AdviceKeyword k => [k.Node],
        PropertiesKeyword k => k.Properties.Select(p => p.Node),
        PatternPropertiesKeyword k => k.Patterns.Select(p => p.Node),
        AdditionalPropertiesKeyword k => [k.Node],
        PropertyNamesKeyword k => [k.Node],
        DependentSchemasKeyword k => k.Schemas.Select(p => p.Node),
        UnevaluatedPropertiesKeyword k => [k.Node],
        PrefixItemsKeyword k => k.Nodes,
        ItemsKeyword k => [k.Node],
        ContainsKeyword k => [k.Node],
        UnevaluatedItemsKeyword k => [k.Node],
        _ => [],
    };
}
