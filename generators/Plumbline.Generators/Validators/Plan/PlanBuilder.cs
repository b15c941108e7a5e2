using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>
/// Makes plan nodes out of sets of schemas. A node is found again by its set and its taps, so that recursive schemas end; what nodes lead
/// to is queued, so that deep schemas need no deep stack.
/// </summary>
internal sealed partial class PlanBuilder(SchemaProgram program)
{
    // Merging can make a node for every combination of schemas that meet at some value. Beyond this many nodes, schemas that meet are no
    // longer merged: each reads the value for itself. Further nodes are then only those that the merged ones lead to, and one for each schema.
    private const int MostMergedNodes = 2_000;

    private readonly Dictionary<string, PlanNode> _found = new(StringComparer.Ordinal);
    private readonly Queue<Action> _pending = new();
    private readonly PlanNode _anything = new("");
    private readonly WatchedNames _watched = new(program);
    private readonly Dictionary<(AlternatesKeyword Keyword, Demand Demand), int> _slots = [];

    /// <summary>Every node made.</summary>
    public List<PlanNode> Nodes { get; } = [];

    /// <summary>Number of slots given out.</summary>
    public int Slots => _slots.Count;

    /// <summary>Names whose occurrence is noted.</summary>
    public IReadOnlyList<string> Watched => _watched.All;

    /// <summary>Totals whose path is empty.</summary>
    public IReadOnlyList<int> RootCounters { get; private set; } = [];

    /// <summary>Plans everything from the root schema on, and from the schemas that judge on their own.</summary>
    public (PlanNode Root, IReadOnlyList<PlanPart> Parts) Build(IReadOnlyList<int> parts)
    {
        Nodes.Add(_anything);
        Tap[] taps = [.. (program.Dataset?.Totals ?? []).Select((total, i) => Tap.Count(i, total.Path))];
        RootCounters = [.. taps.Where(t => t.Rest.Count == 0).Select(t => t.Index)];
        var schema = new Subschema(0, null, default);
        PlanNode root = Node([schema], [.. taps.Where(t => t.Rest.Count > 0), .. PlacesOf(schema)]);
        PlanPart[] apart = [.. parts.Select(part => new PlanPart(part, Node(new Subschema(part, null, default))))];
        while (_pending.Count > 0)
        {
            _pending.Dequeue()();
        }

        return (root, apart);
    }

    private PlanNode Node(Subschema[] schemas, IReadOnlyList<Tap> taps, bool covers = false)
    {
        if (schemas.Length > 1 && Nodes.Count > MostMergedNodes)
        {
            return Apart(schemas, taps, covers);
        }

        SubschemaSet set = SubschemaSet.Of(program, schemas, covers);
        if (set.Members.Count + set.Apart.Count + set.Advised.Count + taps.Count == 0)
        {
            return _anything;
        }

        string key = (covers ? "covers " : "") + set.Key(taps);
        if (!_found.TryGetValue(key, out PlanNode? node))
        {
            node = Add(key, schemas, taps, covers);
            PlanNode added = node;
            _pending.Enqueue(() => Fill(added, set, taps));
        }

        return node;
    }

    private PlanNode Node(Subschema schema, bool covers = false) => Node([schema], [], covers);

    // The first schema goes on with the taps; the others read the value again.
    private PlanNode Apart(Subschema[] schemas, IReadOnlyList<Tap> taps, bool covers)
    {
        PlanNode first = Node([schemas[0]], taps, covers);
        string key = (covers ? "covers " : "") + string.Join("\u0005", schemas.Select(s => SubschemaSet.Of(program, [s], covers).Key(taps)));
        if (!_found.TryGetValue(key, out PlanNode? node))
        {
            node = Add(key, schemas, taps, covers);
            node.Also.Add(first);
            node.Also.AddRange(schemas.Skip(1).Select(s => Node(s, covers)));
        }

        return node;
    }

    private PlanNode Add(string key, Subschema[] schemas, IReadOnlyList<Tap> taps, bool covers)
    {
        // A schema that only refers is named for what it refers to, so that the comment leads to the keywords.
        var node = new PlanNode(schemas.Length == 0 ? "" : program.Nodes[SubschemaSet.Target(program, schemas[0]).Node].Location)
        {
            CoversForOthers = covers,
            NotesSlots = taps.Any(t => t.Kind == TapKind.Note),
        };
        _found.Add(key, node);
        Nodes.Add(node);
        return node;
    }

    private void Fill(PlanNode node, SubschemaSet set, IReadOnlyList<Tap> taps)
    {
        foreach (Subschema schema in set.Members)
        {
            AddUnevaluated(node, schema);
        }

        bool isPassed = taps.Count > 0 && AreReadByBranches(set, taps);
        IReadOnlyList<Tap> passed = isPassed ? taps : [];
        foreach (Subschema schema in set.Members)
        {
            AddScalars(node, schema);
            passed = AddBranches(node, schema, passed);
        }

        IReadOnlyList<Tap> left = isPassed ? [] : taps;
        ReadObject(node, set, left);
        node.Array = ArrayOf(set.Members, left);
        node.Also.AddRange(set.Apart.Select(s => Node(s, node.Covers)));
        node.Also.AddRange(set.Advised.Select(s => Node(s)));
    }

    private void AddUnevaluated(PlanNode node, Subschema schema)
    {
        foreach (Keyword keyword in program.Nodes[schema.Node].Keywords)
        {
            switch (keyword)
            {
                case UnevaluatedPropertiesKeyword k:
                    Add(false, k.Node, k.Assertion);
                    break;
                case UnevaluatedItemsKeyword k:
                    Add(true, k.Node, k.Assertion);
                    break;
            }
        }

        void Add(bool isItems, int target, AssertionSpec assertion)
        {
            bool isFalse = program.Nodes[target].Find<FalseKeyword>() is not null;
            node.Unevaluated.Add(new UnevaluatedPlan(
                isItems,
                program.Nodes[target].Location,
                isFalse ? _anything : Node(schema with { Node = target }),
                isFalse ? new Demand(assertion, schema.Advice) : null));
        }
    }

    private void AddScalars(PlanNode node, Subschema schema)
    {
        AdviceContext? advice = schema.Advice;
        SchemaNode source = program.Nodes[schema.Node];
        TypeDemand? type = source.Find<TypeKeyword>() is { } found
            ? new TypeDemand(found.Types, found.HasPlainIntegers, new Demand(found.Assertion, advice))
            : null;
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
                case FormatKeyword format when StringFormat.Find(format.Format) is not null:
                    node.Formats.Add(new FormatDemand(format.Format, format.IsAsserted, new Demand(format.Assertion, advice)));
                    break;
                case TokensKeyword { Of.Count: 0 } tokens:
                    node.Tokens.Add(new TokenDemand(tokens.IsMaximum, tokens.Limit, [], new Demand(tokens.Assertion, advice)));
                    break;
            }
        }
    }

    // The first union takes the taps; what is left of them is returned.
    private IReadOnlyList<Tap> AddBranches(PlanNode node, Subschema schema, IReadOnlyList<Tap> taps)
    {
        AdviceContext? advice = schema.Advice;
        foreach (Keyword keyword in program.Nodes[schema.Node].Keywords)
        {
            Presence? presence = node.Covers ? null : Presence.Of(program, keyword);
            switch (keyword)
            {
                case AnyOfKeyword any:
                    Add(BranchKind.AnyOf, any.Nodes, any.Assertion, null, presence);
                    break;
                case OneOfKeyword one:
                    Add(BranchKind.OneOf, one.Nodes, one.NoneAssertion, one.ManyAssertion, presence);
                    break;
                case NotKeyword not:
                    Add(BranchKind.Not, [not.Node], not.Assertion, null, presence);
                    break;
                case ConditionKeyword condition when node.Covers || condition.Then is not null || condition.Else is not null:
                    Add(BranchKind.Condition, [condition.If, condition.Then ?? -1, condition.Else ?? -1], null, null, presence);
                    break;
            }
        }

        return taps;

        void Add(BranchKind kind, EquatableArray<int> nodes, AssertionSpec? failed, AssertionSpec? many, Presence? presence)
        {
            bool isUnion = kind is BranchKind.AnyOf or BranchKind.OneOf && presence is null;
            IReadOnlyList<Tap> passed = isUnion ? taps : [];
            taps = isUnion ? [] : taps;
            node.Branches.Add(new BranchPlan(
                kind,
                program.Nodes[schema.Node].Location,
                [.. nodes.Select(n => BranchOf(schema, n, passed, node.Covers && kind != BranchKind.Not))],
                failed is null ? null : new Demand(failed, advice),
                many is null ? null : new Demand(many, advice),
                advice,
                presence));
        }
    }

    // Which members an object has, its first reading tells: what hangs on nothing else is not tried. An object that would otherwise first be read by
    // a branch gets no reading for this alone.
    private void ReadObject(PlanNode node, SubschemaSet set, IReadOnlyList<Tap> taps)
    {
        string[] told = [.. node.Branches.SelectMany(b => b.Presence?.AllNames ?? []).Distinct(StringComparer.Ordinal)];
        bool isRead = node.SaysSomethingOfScalars || node.Branches.TrueForAll(b => b.Presence is not null)
            || ObjectOf(set.Members, taps, [], node.Covers) is not null;
        node.Object = ObjectOf(set.Members, taps, isRead ? told : [], node.Covers);
        if (!isRead || node.Object is { Members.Count: > ObjectPlan.MostInWord })
        {
            for (int i = 0; i < node.Branches.Count; i++)
            {
                node.Branches[i] = node.Branches[i] with { Presence = null };
            }
        }
    }

    private Branch BranchOf(Subschema schema, int node, IReadOnlyList<Tap> taps, bool covers) => node < 0
        ? new Branch("", _anything, false)
        : new Branch(program.Nodes[node].Location, Node([schema with { Node = node }], taps, covers), schema.Advice is null && AdviceReach.From(program, node));
}
