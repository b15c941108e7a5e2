namespace Plumbline.Generators.Validators.Plan;

/// <summary>
/// Finds conditions that only choose between upper bounds on tokens. A value of too few bytes to exceed any of them need not be read again
/// to choose; without a tokenizer that is every value.
/// </summary>
internal static class TokenBounds
{
    /// <summary>The least bound that <c>then</c> or <c>else</c> sets on the tokens of a string; null when they say anything else.</summary>
    public static long? LeastOf(BranchPlan condition)
    {
        if (condition.Kind != BranchKind.Condition)
        {
            return null;
        }

        long least = long.MaxValue;
        var reached = new HashSet<PlanNode>();
        var open = new Stack<PlanNode>(condition.Branches.Skip(1).Select(b => b.Value));
        while (open.Count > 0)
        {
            PlanNode node = open.Pop();
            if (node.IsTrivial || !reached.Add(node))
            {
                continue;
            }

            if (SaysMore(node))
            {
                return null;
            }

            least = node.Tokens.Aggregate(least, (bound, tokens) => Math.Min(bound, tokens.Limit));
            foreach (PlanNode next in Successors.Of(node))
            {
                open.Push(next);
            }
        }

        return least;
    }

    private static bool SaysMore(PlanNode node) =>
        node.SaysMoreThanTokens
        || node.Tokens.Exists(t => !t.IsMaximum)
        || node.Branches.Count + node.Unevaluated.Count > 0
        || node.Covers
        || node.Object is { } o && SaysMore(o)
        || node.Array is { } a && SaysMore(a);

    // A sum over members is one too: job parameters may stand in for members, so that bytes alone decide nothing.
    private static bool SaysMore(ObjectPlan plan) =>
        plan.Unknown.Count + plan.Required.Count + plan.Sizes.Count + plan.Tokens.Count + plan.Relations.Count + plan.Patterned.Count > 0
        || plan.Names is { IsTrivial: false }
        || plan.Members.Exists(m => m.Unknown.Count + m.Counters.Count + m.Slots.Count > 0);

    private static bool SaysMore(ArrayPlan plan) =>
        plan.Unexpected.Count + plan.Sizes.Count + plan.Alternates.Count + plan.Contains.Count + plan.Unique.Count + plan.Counters.Count > 0;
}
