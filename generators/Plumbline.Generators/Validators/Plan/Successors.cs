namespace Plumbline.Generators.Validators.Plan;

/// <summary>Where a node leads, in the order in which generated code calls it.</summary>
internal static class Successors
{
    /// <summary>The nodes that a node calls.</summary>
    public static IEnumerable<PlanNode> Of(PlanNode node)
    {
        if (node.Object is { } o)
        {
            foreach (PlanNode next in o.Members.Select(m => m.Value).Append(o.Others))
            {
                yield return next;
            }

            foreach (PlanNode next in o.Patterned.SelectMany(p => p.Patterns.Select(m => m.Value).Append(p.Others)).Concat(o.Dependent.Select(d => d.Value)))
            {
                yield return next;
            }

            if (o.Names is not null)
            {
                yield return o.Names;
            }
        }

        if (node.Array is { } a)
        {
            foreach (PlanNode next in a.Prefix.Append(a.Items).Concat(a.Contains.Select(c => c.Item)))
            {
                yield return next;
            }
        }

        foreach (PlanNode next in node.Branches.SelectMany(b => b.Branches).Select(b => b.Value)
            .Concat(node.Also).Concat(node.Unevaluated.Select(u => u.Value)))
        {
            yield return next;
        }
    }
}
