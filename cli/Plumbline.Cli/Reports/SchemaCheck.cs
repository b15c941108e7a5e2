using Plumbline.Schema.Ir;

namespace Plumbline.Cli.Reports;

/// <summary>One thing that values are held against.</summary>
/// <param name="Location">The keyword: a JSON Pointer into the schema's file, <c>URI#pointer</c> in another.</param>
/// <param name="Rule">Id of the rule that is broken; null for advice, whose findings have the rules of what stands in it.</param>
/// <param name="Expected">What is expected; of advice, what is told.</param>
internal sealed record SchemaCheck(string Location, string? Rule, string Expected)
{
    /// <summary>The checks of a program, in the order of its schemas. A format counts where its dialect asserts it.</summary>
    public static IReadOnlyList<SchemaCheck> Of(SchemaProgram program)
    {
        IEnumerable<Keyword> all = program.Nodes.SelectMany(node => node.Keywords);
        string[] advised = [.. all.OfType<AdviceKeyword>().Select(advice => program.Nodes[advice.Node].Location)];
        HashSet<int> told = [.. all.Select(FalseNode).OfType<int>()];
        var checks = new List<SchemaCheck>();
        for (int i = 0; i < program.Nodes.Count; i++)
        {
            // What stands in advice is told by the sentence of the advice, and a false schema by the keyword that applies it.
            SchemaNode node = program.Nodes[i];
            if (told.Contains(i) || advised.Any(place => node.Location == place || node.Location.StartsWith(place + "/", StringComparison.Ordinal)))
            {
                continue;
            }

            foreach (Keyword keyword in node.Keywords)
            {
                checks.AddRange(keyword is AdviceKeyword advice
                    ? [new SchemaCheck(program.Nodes[advice.Node].Location, null, $"{advice.Severity.Word()}: {advice.Message}")]
                    : AssertionsOf(keyword).Select(made => new SchemaCheck(made.Location, made.RuleId, made.Expected)));
            }
        }

        return checks;

        int? FalseNode(Keyword keyword) => keyword switch
        {
            AdditionalPropertiesKeyword k when IsFalse(k.Node) => k.Node,
            ItemsKeyword k when IsFalse(k.Node) => k.Node,
            UnevaluatedPropertiesKeyword k when IsFalse(k.Node) => k.Node,
            UnevaluatedItemsKeyword k when IsFalse(k.Node) => k.Node,
            _ => null,
        };

        IEnumerable<AssertionSpec> AssertionsOf(Keyword keyword) => keyword switch
        {
            AdditionalPropertiesKeyword k => FalseNode(k) is null ? [] : [k.Assertion],
            ItemsKeyword k => FalseNode(k) is null ? [] : [k.Assertion],
            UnevaluatedPropertiesKeyword k => FalseNode(k) is null ? [] : [k.Assertion],
            UnevaluatedItemsKeyword k => FalseNode(k) is null ? [] : [k.Assertion],
            _ => OwnAssertions(keyword),
        };

        bool IsFalse(int node) => program.Nodes[node].Find<FalseKeyword>() is not null;
    }

    private static IEnumerable<AssertionSpec> OwnAssertions(Keyword keyword) => keyword switch
    {
        FalseKeyword k => [k.Assertion],
        TypeKeyword k => [k.Assertion],
        EnumKeyword k => [k.Assertion],
        ConstKeyword k => [k.Assertion],
        BoundKeyword k => [k.Assertion],
        MultipleOfKeyword k => [k.Assertion],
        SizeKeyword k => [k.Assertion],
        PatternKeyword k => [k.Assertion],
        FormatKeyword { IsAsserted: true } k => [k.Assertion],
        RequiredKeyword k => [k.Assertion],
        DependentRequiredKeyword k => k.Dependencies.Items.Select(dependency => dependency.Assertion),
        ContainsKeyword { Max: null } k => [k.MinAssertion],
        ContainsKeyword k => [k.MinAssertion, k.MaxAssertion],
        UniqueItemsKeyword k => [k.Assertion],
        AnyOfKeyword k => [k.Assertion],
        OneOfKeyword k => [k.NoneAssertion],
        NotKeyword k => [k.Assertion],
        TokensKeyword k => [k.Assertion],
        AlternatesKeyword k => [k.Assertion],
        LinksKeyword k => [k.Assertion],
        MaxCountKeyword k => [k.Assertion],
        EqualCountsKeyword k => [k.Assertion],
        _ => [],
    };
}
