using Plumbline.Schema.Ir;
using Plumbline.Schema.Json;

namespace Plumbline.Schema.Syntax.Vocabularies;

/// <summary>Assertions as the drafts before 2020-12 have them.</summary>
internal static class OldValidationVocabulary
{
    /// <summary>Draft 4: 1.0 is no integer, <c>exclusiveMinimum</c> is a boolean that sharpens <c>minimum</c>, and <c>required</c> is never empty.</summary>
    public static readonly Vocabulary Draft4 = new(
        "draft-04 validation",
        [
            .. ValidationVocabulary.Common,
            ValidationVocabulary.TypeOf(hasPlainIntegers: true),
            new KeywordDefinition("minimum", Shapes.Number, c => AddBound(c, "exclusiveMinimum", Bound.Minimum, Bound.ExclusiveMinimum)),
            new KeywordDefinition("maximum", Shapes.Number, c => AddBound(c, "exclusiveMaximum", Bound.Maximum, Bound.ExclusiveMaximum)),
            new KeywordDefinition("exclusiveMinimum", Shapes.Boolean),
            new KeywordDefinition("exclusiveMaximum", Shapes.Boolean),
            ValidationVocabulary.RequiredOf(Shapes.SomeNames),
        ]);

    public static readonly Vocabulary Draft6 = new(
        "draft-06 validation",
        [.. ValidationVocabulary.Common, .. ValidationVocabulary.NumericBounds, ValidationVocabulary.Const, ValidationVocabulary.RequiredOf(Shapes.Names)]);

    public static readonly Vocabulary Draft201909 = new("https://json-schema.org/draft/2019-09/vocab/validation", ValidationVocabulary.Draft202012.Keywords);

    private static void AddBound(KeywordContext c, string sharpener, Bound bound, Bound exclusive) =>
        ValidationVocabulary.AddBound(c, c.Sibling(sharpener)?.Kind == JsonKind.True ? exclusive : bound);
}
