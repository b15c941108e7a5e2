using Plumbline.Schema.Ir;

namespace Plumbline.Schema.Interpretation;

/// <summary>Makes plans out of a program. A schema that is reached both inside and outside of an advice has a plan for each, because
/// what it reports differs.</summary>
/// <param name="program">The program.</param>
/// <param name="assertFormats">Whether formats are asserted.</param>
/// <param name="tellsReferences">Whether faults tell the references that they were met through.</param>
internal sealed class PlanBuilder(SchemaProgram program, bool assertFormats, bool tellsReferences)
{
    private readonly Dictionary<(int Node, Advice? Within), NodePlan> _plans = [];
    private readonly Queue<(int Node, NodePlan Plan)> _pending = new();
    private readonly Dictionary<string, EcmaPattern> _patterns = new(StringComparer.Ordinal);
    private readonly bool _hasAdvice = program.Nodes.Items.Any(node => node.Find<AdviceKeyword>() is not null);

    public DynamicAnchorTable Anchors { get; } = new(program);

    public NodePlan Build()
    {
        NodePlan root = PlanOf(0, null);
        while (_pending.Count > 0)
        {
            (int node, NodePlan plan) = _pending.Dequeue();
            foreach (Keyword keyword in program.Nodes[node].Keywords)
            {
                Add(plan, keyword);
            }
        }

        return root;
    }

    private NodePlan PlanOf(int node, Advice? within)
    {
        if (!_plans.TryGetValue((node, within), out NodePlan? plan))
        {
            SchemaNode schema = program.Nodes[node];
            plan = new NodePlan(_plans.Count, schema.Location, schema.Resource, within) { IsFalse = schema.Find<FalseKeyword>() is not null };
            _plans.Add((node, within), plan);
            _pending.Enqueue((node, plan));
        }

        return plan;
    }

    private void Add(NodePlan plan, Keyword keyword)
    {
        switch (keyword)
        {
            case TypeKeyword type:
                plan.Type = new TypeCheck(type.Types, type.HasPlainIntegers, Make(type.Assertion, plan));
                break;
            case EnumKeyword literals:
                plan.ValueChecks.Add(new LiteralCheck(literals.Values, Make(literals.Assertion, plan)));
                break;
            case ConstKeyword literal:
                plan.ValueChecks.Add(new LiteralCheck([literal.Value], Make(literal.Assertion, plan)));
                break;
            case UnevaluatedPropertiesKeyword unevaluated:
                plan.UnevaluatedChecks.Add(new UnevaluatedPropertiesCheck(PlanOf(unevaluated.Node, plan.Within), Make(unevaluated.Assertion, plan)));
                break;
            case UnevaluatedItemsKeyword unevaluated:
                plan.UnevaluatedChecks.Add(new UnevaluatedItemsCheck(PlanOf(unevaluated.Node, plan.Within), Make(unevaluated.Assertion, plan)));
                break;
            default:
                plan.Checks.AddRange(AssertionChecks(plan, keyword) ?? ObjectChecks(plan, keyword) ?? ArrayChecks(plan, keyword) ?? Applicators(plan, keyword)
                    ?? throw new InvalidOperationException($"No check for {keyword.GetType().Name}."));
                break;
        }
    }

    private KeywordCheck[]? AssertionChecks(NodePlan plan, Keyword keyword) => keyword switch
    {
        FalseKeyword never => [new FalseCheck(Make(never.Assertion, plan))],
        BoundKeyword bound => [new BoundCheck(bound.Bound, bound.Number, Make(bound.Assertion, plan))],
        MultipleOfKeyword multiple => [new MultipleOfCheck(multiple.Number, Make(multiple.Assertion, plan))],
        SizeKeyword size => [new SizeCheck(size.Size, size.Limit, Make(size.Assertion, plan))],
        PatternKeyword pattern => [new PatternCheck(PatternOf(pattern.Pattern), Make(pattern.Assertion, plan))],

        FormatKeyword format => (assertFormats || format.IsAsserted) && StringFormat.Find(format.Format) is { } known
            ? [new FormatCheck(known, Make(format.Assertion, plan))]
            : [],
        TokensKeyword tokens => [new TokensCheck(new TokenRule(tokens.IsMaximum, tokens.Limit, [.. tokens.Of], Make(tokens.Assertion, plan)))],
        AlternatesKeyword turns => [new AlternatesCheck(new AlternationRule(
            turns.Property, [.. turns.Cycle.Items.Select(turn => turn.ToArray())], [.. turns.First], [.. turns.Last], Make(turns.Assertion, plan)))],
        LinksKeyword links => [new RelationCheck(new LinkRule(links.From, links.To, Make(links.Assertion, plan)))],
        MaxCountKeyword most => [new RelationCheck(new CountLimitRule(most.Limit, [.. most.Of], Make(most.Assertion, plan)))],
        EqualCountsKeyword counts => [new RelationCheck(new EqualCountsRule([.. counts.Paths], Make(counts.Assertion, plan)))],
        UniqueItemsKeyword unique => [new UniqueItemsCheck(Make(unique.Assertion, plan))],
        RequiredKeyword required => [new RequiredCheck(null, required.Names, Make(required.Assertion, plan))],
        DependentRequiredKeyword dependent =>
            [.. dependent.Dependencies.Items.Select(item => new RequiredCheck(item.Name, item.Required, Make(item.Assertion, plan)))],
        _ => null,
    };

    private KeywordCheck[]? ObjectChecks(NodePlan plan, Keyword keyword)
    {
        switch (keyword)
        {
            case PropertiesKeyword properties:
                MembersCheck members = One<MembersCheck>(plan);
                foreach (NamedSchema property in properties.Properties)
                {
                    members.Add(property.Name, PlanOf(property.Node, plan.Within));
                }

                return [];
            case PatternPropertiesKeyword patterns:
                foreach (NamedSchema pattern in patterns.Patterns)
                {
                    One<MembersCheck>(plan).Patterns.Add((PatternOf(pattern.Name), PlanOf(pattern.Node, plan.Within)));
                }

                return [];
            case AdditionalPropertiesKeyword additional:
                One<MembersCheck>(plan).Additional = PlanOf(additional.Node, plan.Within);
                One<MembersCheck>(plan).Unknown = Make(additional.Assertion, plan);
                return [];
            case PropertyNamesKeyword names:
                return [new PropertyNamesCheck(PlanOf(names.Node, plan.Within))];
            case DependentSchemasKeyword dependent:
                return [.. dependent.Schemas.Items.Select(schema => new DependentSchemaCheck(schema.Name, PlanOf(schema.Node, plan.Within)))];
            default:
                return null;
        }
    }

    private KeywordCheck[]? ArrayChecks(NodePlan plan, Keyword keyword)
    {
        switch (keyword)
        {
            case PrefixItemsKeyword prefix:
                One<ItemsCheck>(plan).Prefix.AddRange(PlansOf(prefix.Nodes, plan));
                return [];
            case ItemsKeyword items:
                One<ItemsCheck>(plan).Rest = PlanOf(items.Node, plan.Within);
                One<ItemsCheck>(plan).Unexpected = Make(items.Assertion, plan);
                return [];
            case ContainsKeyword contains:
                return [new ContainsCheck(PlanOf(contains.Node, plan.Within), contains, Make(contains.MinAssertion, plan), Make(contains.MaxAssertion, plan))];
            default:
                return null;
        }
    }

    private KeywordCheck[]? Applicators(NodePlan plan, Keyword keyword) => keyword switch
    {
        RefKeyword reference => [new AlsoCheck(PlanOf(reference.Node, plan.Within), tellsReferences ? reference.Location : null)],
        DynamicRefKeyword reference => [Dynamic(plan, reference)],
        AllOfKeyword all => [.. PlansOf(all.Nodes, plan).Select(branch => new AlsoCheck(branch))],
        AnyOfKeyword any => [new AnyOfCheck(PlansOf(any.Nodes, plan), Make(any.Assertion, plan), HasAdvice(plan))],
        OneOfKeyword one => [new OneOfCheck(PlansOf(one.Nodes, plan), Make(one.NoneAssertion, plan), Make(one.ManyAssertion, plan), HasAdvice(plan))],
        NotKeyword not => [new NotCheck(PlanOf(not.Node, plan.Within), Make(not.Assertion, plan))],
        ConditionKeyword condition => [new ConditionCheck(
            PlanOf(condition.If, plan.Within),
            condition.Then is { } then ? PlanOf(then, plan.Within) : null,
            condition.Else is { } otherwise ? PlanOf(otherwise, plan.Within) : null)],
        AdviceKeyword when plan.Within is not null => [],
        AdviceKeyword advice => [new AdviceCheck(PlanOf(advice.Node, new Advice(advice.Severity, advice.Effect, advice.Message)))],
        _ => null,
    };

    // Advice has no advice of its own.
    private bool HasAdvice(NodePlan plan) => _hasAdvice && plan.Within is null;

    private DynamicReferenceCheck Dynamic(NodePlan plan, DynamicRefKeyword reference) => new(
        PlanOf(reference.Node, plan.Within),
        reference.Anchor,
        program.DynamicAnchors.Items
            .Where(anchor => anchor.Name == reference.Anchor)
            .ToDictionary(anchor => anchor.Node, anchor => PlanOf(anchor.Node, plan.Within)),
        tellsReferences ? reference.Location : null);

    private NodePlan[] PlansOf(EquatableArray<int> nodes, NodePlan plan) => [.. nodes.Items.Select(node => PlanOf(node, plan.Within))];

    // Keywords that only mean something together share one check.
    private static T One<T>(NodePlan plan)
        where T : KeywordCheck, new()
    {
        T? check = plan.Checks.OfType<T>().FirstOrDefault();
        if (check is null)
        {
            plan.Checks.Add(check = new T());
        }

        return check;
    }

    private EcmaPattern PatternOf(string source)
    {
        if (!_patterns.TryGetValue(source, out EcmaPattern? pattern))
        {
            _patterns.Add(source, pattern = EcmaPattern.Parse(source));
        }

        return pattern;
    }

    private static Assertion Make(AssertionSpec spec, NodePlan plan) => new(
        Rules.Find(spec.RuleId) ?? throw new InvalidOperationException($"There is no rule {spec.RuleId}."),
        spec.Location,
        spec.Expected,
        [.. spec.Candidates],
        spec.Message,
        plan.Within);
}
