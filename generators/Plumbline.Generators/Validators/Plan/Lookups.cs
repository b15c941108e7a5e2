namespace Plumbline.Generators.Validators.Plan;

/// <summary>Finds where members are looked up: values that have been read before, of which only few members are asked for again.</summary>
internal static class Lookups
{
    // Where more members are asked for, looking each of them up costs as much as reading.
    private const int MostAsked = 8;

    /// <summary>Settles <see cref="PlanNode.ReadsKnown"/> and <see cref="PlanNode.IsCondition"/> of all nodes.</summary>
    public static void Settle(IReadOnlyList<PlanNode> nodes)
    {
        foreach (PlanNode node in nodes)
        {
            IEnumerable<PlanNode> again = node.Branches.SelectMany(b => b.Branches).Select(b => b.Value)
                .Concat(node.Also)
                .Concat(node.Object is null ? [] : node.Object.Dependent.Select(d => d.Value));
            foreach (PlanNode next in again)
            {
                next.ReadsKnown = true;
            }

            node.ReadsKnown |= ReadsBehind(node);
            foreach (BranchPlan condition in node.Branches.Where(b => b.Kind == BranchKind.Condition && b.Advice is null && !node.Covers))
            {
                condition.Branches[0].Value.IsCondition = true;
            }
        }
    }

    /// <summary>Whether a value is read by the branch that a member tells, and what the node itself asks for is looked up behind it: what is found does
    /// not hang on which comes first.</summary>
    public static bool ReadsBehind(PlanNode node) =>
        node.Branches.Count > 0 && node.Branches[0] is { Guard: not null, Presence: null } first && TokenBounds.LeastOf(first) is null
        && node is { Array: null, Also.Count: 0, TellsPresence: false }
        && Of(node) is not null;

    /// <summary>The members that a node asks for, by number, where it asks for few and for nothing else of an object: then they can be looked up
    /// in one that has been read. Otherwise null.</summary>
    public static IReadOnlyList<int>? Of(PlanNode node)
    {
        if (node.Covers || node.Object is not { } plan || plan.Members.Count is 0 or > MostAsked || !plan.Others.IsTrivial
            || plan.Unknown.Count + plan.Sizes.Count + plan.Relations.Count + plan.Tokens.Count > 0
            || plan.Names is { IsTrivial: false } || plan.Patterned.Exists(p => !p.IsTrivial)
            || plan.Members.Exists(m => m.Unknown.Count + m.Counters.Count + m.Slots.Count + m.Places.Count > 0 || m.Watched >= 0))
        {
            return null;
        }

        var present = new HashSet<int>(plan.Required.SelectMany(r => r.Members.Append(r.Beside)).Concat(plan.Dependent.Select(d => d.Member)));
        return [.. Enumerable.Range(0, plan.Members.Count).Where(i => node.TellsPresence || !plan.Members[i].IsTrivial || present.Contains(i))];
    }
}
