namespace Plumbline.Generators.Validators.Plan;

/// <summary>
/// Finds the nodes whose readings are remembered. A node that reads values (its own, or those inside) more than once doubles the readings of what lies
/// below it. One such node does no harm; one below another multiplies, without end where schemas are recursive.
/// </summary>
internal static class Repetition
{
    // What a node evaluates for a schema around it, and what it notes for an array around it, is not remembered: such nodes are read each time that the
    // one around them is. Their branches and the values inside are not.

    /// <summary>Numbers every node that reads again and lies below another that does.</summary>
    public static void Settle(IReadOnlyList<PlanNode> nodes)
    {
        var below = new HashSet<PlanNode>();
        var pending = new Stack<PlanNode>(nodes.Where(ReadsAgain).SelectMany(Successors.Of));
        while (pending.Count > 0)
        {
            PlanNode node = pending.Pop();
            if (below.Add(node))
            {
                foreach (PlanNode next in Successors.Of(node))
                {
                    pending.Push(next);
                }
            }
        }

        int number = 0;
        foreach (PlanNode node in nodes.Where(n => !n.IsTrivial && !n.CoversForOthers && !n.NotesSlots && ReadsAgain(n) && below.Contains(n)))
        {
            node.Visit = number++;
        }
    }

    // What hangs on which members there are, or on the value of one, is read again only where that does not decide, and then by nodes that lead to no
    // others that do.
    private static bool ReadsAgain(PlanNode node) =>
        node.Also.Count + node.Unevaluated.Count > 0
        || (node.Branches.Exists(b => b.Presence is null) && !IsLink(node))
        || node.Array is { } a && a.Contains.Exists(c => c.Guard is null)
        || node.Object is { } o && o.Dependent.Count + o.Patterned.Count > 0;

    // A link of a chain: neither the value's own reading nor the condition goes further down than to plain values, and only one of the two branches is read.
    private static bool IsLink(PlanNode node) =>
        node.Also.Count + node.Unevaluated.Count == 0
        && node.Branches.Count == 1 && node.Branches[0] is { Kind: BranchKind.Condition } condition
        && Successors.Of(node).Except(condition.Branches.Select(b => b.Value)).All(IsPlain)
        && condition.Branches[0].Value is { IsReadAgain: false } test && Successors.Of(test).All(IsPlain);

    private static bool IsPlain(PlanNode node) => node.IsTrivial || node is { Object: null, Array: null, IsReadAgain: false };
}
