namespace Plumbline.Schema.Ir;

/// <summary>The order of a node's keywords: fixed, so that a program does not depend on the order in which a schema writes them.</summary>
internal static class KeywordOrder
{
    private static readonly Type[] Kinds =
    [
        typeof(FalseKeyword), typeof(TypeKeyword), typeof(EnumKeyword), typeof(ConstKeyword), typeof(BoundKeyword), typeof(MultipleOfKeyword),
        typeof(SizeKeyword), typeof(PatternKeyword), typeof(FormatKeyword), typeof(PropertiesKeyword), typeof(PatternPropertiesKeyword),
        typeof(AdditionalPropertiesKeyword), typeof(PropertyNamesKeyword), typeof(RequiredKeyword), typeof(DependentRequiredKeyword),
        typeof(DependentSchemasKeyword), typeof(PrefixItemsKeyword), typeof(ItemsKeyword), typeof(ContainsKeyword), typeof(UniqueItemsKeyword),
        typeof(RefKeyword), typeof(DynamicRefKeyword), typeof(AllOfKeyword), typeof(AnyOfKeyword), typeof(OneOfKeyword), typeof(NotKeyword),
        typeof(ConditionKeyword), typeof(UnevaluatedPropertiesKeyword), typeof(UnevaluatedItemsKeyword), typeof(TokensKeyword),
        typeof(AlternatesKeyword), typeof(LinksKeyword), typeof(MaxCountKeyword), typeof(EqualCountsKeyword), typeof(AdviceKeyword),
    ];

    /// <summary>The keywords in order; those of one kind by what they bound, then as they were given.</summary>
    public static EquatableArray<Keyword> Sort(IEnumerable<Keyword> keywords) =>
        keywords.OrderBy(Major).ThenBy(Minor).ToEquatableArray();

    private static int Major(Keyword keyword)
    {
        int place = Array.IndexOf(Kinds, keyword.GetType());
        return place >= 0 ? place : throw new InvalidOperationException($"{keyword.GetType().Name} has no place in the order of keywords.");
    }

    private static int Minor(Keyword keyword) => keyword switch
    {
        BoundKeyword bound => (int)bound.Bound,
        SizeKeyword size => (int)size.Size,
        TokensKeyword tokens => tokens.IsMaximum ? 1 : 0,
        _ => 0,
    };
}
