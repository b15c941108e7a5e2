using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>
/// Makes plan nodes out of sets of schemas. A node is found again by its set and its taps, so that recursive schemas end; what nodes lead
/// to is queued, so that deep schemas need no deep stack.
/// </summary>
internal sealed partial class PlanBuilder(SchemaProgram program)
{
    // Merging can make a node for every combination of schemas that meet at some value. Beyond this many nodes, schemas that meet are no
    // longer merged: each reads the value for itself, and there are at most as many further nodes as schemas.
    private const int MostMergedNodes = 2_000;

    private readonly Dictionary<string, PlanNode> _found = new(StringComparer.Ordinal);
    private readonly Queue<Action> _pending = new();
    private readonly PlanNode _anything = new("");

    /// <summary>Every node made.</summary>
    public List<PlanNode> Nodes { get; } = [];

    /// <summary>Number of slots given out.</summary>
    public int Slots { get; private set; }

    /// <summary>Totals whose path is empty.</summary>
    public IReadOnlyList<int> RootCounters { get; private set; } = [];

    /// <summary>Plans everything from the root schema on.</summary>
    public PlanNode Build()
    {
        Nodes.Add(_anything);
        Tap[] taps = [.. (program.Dataset?.Totals ?? []).Select((total, i) => Tap.Count(i, total.Path))];
        RootCounters = [.. taps.Where(t => t.Rest.Count == 0).Select(t => t.Index)];
        PlanNode root = Node([new Subschema(0, null)], [.. taps.Where(t => t.Rest.Count > 0)]);
        while (_pending.Count > 0)
        {
            _pending.Dequeue()();
        }

        return root;
    }

    private PlanNode Node(Subschema[] schemas, IReadOnlyList<Tap> taps)
    {
        if (schemas.Length > 1 && Nodes.Count > MostMergedNodes)
        {
            return Apart(schemas, taps);
        }

        SubschemaSet set = SubschemaSet.Of(program, schemas);
        if (set.Members.Count == 0 && taps.Count == 0)
        {
            return _anything;
        }

        string key = set.Key(taps);
        if (!_found.TryGetValue(key, out PlanNode? node))
        {
            node = Add(key, schemas);
            PlanNode added = node;
            _pending.Enqueue(() => Fill(added, set.Members, taps));
        }

        return node;
    }

    private PlanNode Node(Subschema schema) => Node([schema], []);

    // The first schema goes on with the taps; the others read the value again.
    private PlanNode Apart(Subschema[] schemas, IReadOnlyList<Tap> taps)
    {
        PlanNode first = Node([schemas[0]], taps);
        string key = string.Join("\u0005", schemas.Select(s => SubschemaSet.Of(program, [s]).Key(taps)));
        if (!_found.TryGetValue(key, out PlanNode? node))
        {
            node = Add(key, schemas);
            node.Also.Add(first);
            node.Also.AddRange(schemas.Skip(1).Select(Node));
        }

        return node;
    }

    private PlanNode Add(string key, Subschema[] schemas)
    {
        var node = new PlanNode(schemas.Length == 0 ? "" : program.Nodes[Named(schemas[0]).Node].Location);
        _found.Add(key, node);
        Nodes.Add(node);
        return node;
    }

    // A schema that only refers is named for what it refers to: /properties/author with {"$ref": "#/$defs/author"} becomes Author either
    // way, and the comment leads to the keywords.
    private Subschema Named(Subschema schema)
    {
        for (int steps = 0; steps < program.Nodes.Count; steps++)
        {
            EquatableArray<Keyword> keywords = program.Nodes[schema.Node].Keywords;
            if (keywords.Count != 1 || keywords[0] is not RefKeyword reference)
            {
                break;
            }

            schema = schema with { Node = reference.Node };
        }

        return schema;
    }

    private void Fill(PlanNode node, IReadOnlyList<Subschema> schemas, IReadOnlyList<Tap> taps)
    {
        foreach (Subschema schema in schemas)
        {
            AddScalars(node, schema);
            AddBranches(node, schema);
        }

        node.Object = ObjectOf(schemas, taps);
        node.Array = ArrayOf(schemas, taps);
    }

    private void AddScalars(PlanNode node, Subschema schema)
    {
        AdviceContext? advice = schema.Advice;
        SchemaNode source = program.Nodes[schema.Node];
        TypeDemand? type = source.Find<TypeKeyword>() is { } found ? new TypeDemand(found.Types, new Demand(found.Assertion, advice)) : null;
        foreach (Keyword keyword in source.Keywords)
        {
            switch (keyword)
            {
                case FalseKeyword never:
                    node.Never.Add(new Demand(never.Assertion, advice));
                    break;
                case TypeKeyword:
                    node.Types.Add(type!);
                    break;
                case EnumKeyword values:
                    node.Literals.Add(new LiteralDemand(values.Values, type, new Demand(values.Assertion, advice)));
                    break;
                case ConstKeyword value:
                    node.Literals.Add(new LiteralDemand([value.Value], type, new Demand(value.Assertion, advice)));
                    break;
                case SizeKeyword { Size: Size.MinLength or Size.MaxLength } size:
                    node.Lengths.Add(new SizeDemand(size.Size, size.Limit, new Demand(size.Assertion, advice)));
                    break;
                case BoundKeyword bound:
                    node.Numbers.Add(new NumberDemand(bound.Bound, bound.Number, new Demand(bound.Assertion, advice)));
                    break;
                case MultipleOfKeyword step:
                    node.Numbers.Add(new NumberDemand(null, step.Number, new Demand(step.Assertion, advice)));
                    break;
                case PatternKeyword pattern:
                    node.Patterns.Add(new PatternDemand(pattern.Pattern, new Demand(pattern.Assertion, advice)));
                    break;
                case TokensKeyword { Of.Count: 0 } tokens:
                    node.Tokens.Add(new TokenDemand(tokens.IsMaximum, tokens.Limit, [], new Demand(tokens.Assertion, advice)));
                    break;
            }
        }
    }

    private void AddBranches(PlanNode node, Subschema schema)
    {
        AdviceContext? advice = schema.Advice;
        foreach (Keyword keyword in program.Nodes[schema.Node].Keywords)
        {
            switch (keyword)
            {
                case AnyOfKeyword any:
                    Add(BranchKind.AnyOf, any.Nodes, any.Assertion, null);
                    break;
                case OneOfKeyword one:
                    Add(BranchKind.OneOf, one.Nodes, one.NoneAssertion, one.ManyAssertion);
                    break;
                case NotKeyword not:
                    Add(BranchKind.Not, [not.Node], not.Assertion, null);
                    break;
                case ConditionKeyword condition when condition.Then is not null || condition.Else is not null:
                    Add(BranchKind.Condition, [condition.If, condition.Then ?? -1, condition.Else ?? -1], null, null);
                    break;
            }
        }

        void Add(BranchKind kind, EquatableArray<int> nodes, AssertionSpec? failed, AssertionSpec? many) => node.Branches.Add(new BranchPlan(
            kind,
            program.Nodes[schema.Node].Location,
            [.. nodes.Select(n => BranchOf(n, advice))],
            failed is null ? null : new Demand(failed, advice),
            many is null ? null : new Demand(many, advice),
            advice));
    }

    private Branch BranchOf(int node, AdviceContext? advice) => node < 0
        ? new Branch("", _anything, false)
        : new Branch(program.Nodes[node].Location, Node(new Subschema(node, advice)), AdviceReach.From(program, node));
}
