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
            node.Object = node.Object is { IsTrivial: true } ? null : node.Object;
            node.Array = node.Array is { IsTrivial: true } ? null : node.Array;
            node.Branches.RemoveAll(b => b.Kind == BranchKind.AnyOf && b.Branches.Any(a => a.Value.IsTrivial && !a.HasAdvice));
            node.Also.RemoveAll(a => a.IsTrivial);
        }
    }

    private static bool SaysSomething(PlanNode node) =>
        node.SaysSomethingOfScalars
        || node.Object is { IsTrivial: false }
        || node.Array is { IsTrivial: false }
        || node.Branches.Count > 0
        || node.Also.Any(a => !a.IsTrivial);
}
