namespace Plumbline.Generators.Validators.Plan;

/// <summary>Finds the nodes that say nothing, and takes out what leads only to them.</summary>
internal static class Triviality
{
    /// <summary>Settles <see cref="PlanNode.IsTrivial"/> of all nodes: everything is taken to say nothing until something is found.</summary>
    public static void Settle(IReadOnlyList<PlanNode> nodes)
    {
        foreach (PlanNode node in nodes)
        {
            node.IsTrivial = true;
        }

        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (PlanNode node in nodes)
            {
                if (node.IsTrivial && SaysSomething(node))
                {
                    node.IsTrivial = false;
                    changed = true;
                }
            }
        }

        foreach (PlanNode node in nodes)
        {
            node.Branches.RemoveAll(b => IsIdle(node, b));
            node.Object = SaysSomethingOfObjects(node) || node.TellsPresence ? node.Object : null;
            node.Array = SaysSomethingOfArrays(node) ? node.Array : null;
            node.Also.RemoveAll(a => a.IsTrivial);
        }
    }

    private static bool SaysSomething(PlanNode node) =>
        node.SaysSomethingOfScalars
        || SaysSomethingOfObjects(node)
        || SaysSomethingOfArrays(node)
        || node.Unevaluated.Count > 0
        || node.Branches.Exists(b => !IsIdle(node, b))
        || node.Also.Any(a => !a.IsTrivial);

    // One branch that everything matches is enough for anyOf, unless it matters what the others evaluate, or one before it has advice to tell.
    private static bool IsIdle(PlanNode node, BranchPlan branches) =>
        !node.Covers && branches.Kind == BranchKind.AnyOf && branches.Branches.TakeWhile(b => !b.HasAdvice).Any(b => b.Value.IsTrivial);

    private static bool SaysSomethingOfObjects(PlanNode node) =>
        node.Object is { } plan && (!plan.IsTrivial || (node.Covers && (plan.CoversAny || plan.Dependent.Count > 0)));

    private static bool SaysSomethingOfArrays(PlanNode node) =>
        node.Array is { } plan && (!plan.IsTrivial || (node.Covers && plan.CoveredItems > 0));
}
