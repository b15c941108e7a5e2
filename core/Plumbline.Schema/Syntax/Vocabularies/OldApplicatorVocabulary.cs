using Plumbline.Schema.Ir;
using Plumbline.Schema.Json;

namespace Plumbline.Schema.Syntax.Vocabularies;

/// <summary>Applicators as the drafts before 2020-12 have them: <c>items</c> may be an array, and <c>additionalItems</c> says what follows.</summary>
internal static class OldApplicatorVocabulary
{
    private static readonly KeywordDefinition Items = new("items", Shapes.SchemaOrList, BuildItems);

    private static readonly KeywordDefinition AdditionalItems =
        new("additionalItems", Shapes.Schema, BuildAdditionalItems) { AppliesBeside = HasItemsArray, HasTakenBooleansFirst = true };

    private static readonly KeywordDefinition[] Since4 =
    [
        Items,
        AdditionalItems,
        ApplicatorVocabulary.Properties,
        ApplicatorVocabulary.PatternProperties,
        ApplicatorVocabulary.AdditionalProperties,
        ApplicatorVocabulary.Dependencies,
        ApplicatorVocabulary.AllOf,
        ApplicatorVocabulary.AnyOf,
        ApplicatorVocabulary.OneOf,
        ApplicatorVocabulary.Not,
    ];

    private static readonly KeywordDefinition[] Since6 = [.. Since4, ApplicatorVocabulary.ContainsOf(evaluates: false), ApplicatorVocabulary.PropertyNames];

    private static readonly KeywordDefinition[] Since7 = [.. Since6, ApplicatorVocabulary.If, ApplicatorVocabulary.Then, ApplicatorVocabulary.Else];

    public static readonly Vocabulary Draft4 = new("draft-04 applicators", Since4);

    public static readonly Vocabulary Draft6 = new("draft-06 applicators", Since6);

    public static readonly Vocabulary Draft7 = new("draft-07 applicators", Since7);

    public static readonly Vocabulary Draft201909 = new(
        "https://json-schema.org/draft/2019-09/vocab/applicator",
        [.. Since7, ApplicatorVocabulary.DependentSchemas, ApplicatorVocabulary.UnevaluatedProperties(), ApplicatorVocabulary.UnevaluatedItems()]);

    private static void BuildItems(KeywordContext c)
    {
        if (c.Value.Kind == JsonKind.Array)
        {
            c.Add(new PrefixItemsKeyword(c.Nodes(c.Value)));
        }
        else
        {
            ApplicatorVocabulary.AddItems(c, prefixed: 0);
        }
    }

    private static void BuildAdditionalItems(KeywordContext c)
    {
        if (HasItemsArray(c.Schema))
        {
            ApplicatorVocabulary.AddItems(c, c.Sibling("items")!.Items.Length);
        }
    }

    private static bool HasItemsArray(SchemaSyntax schema) => schema.Find("items")?.Value.Kind == JsonKind.Array;
}
