namespace Plumbline.Generators.Validators.Plan;

/// <summary>Finds the unions, and the <c>contains</c>, whose branches a member of the object tells apart.</summary>
internal static class Guards
{
    /// <summary>Settles the guards of all nodes.</summary>
    public static void Settle(IReadOnlyList<PlanNode> nodes)
    {
        foreach (PlanNode node in nodes)
        {
            for (int i = 0; i < node.Branches.Count; i++)
            {
                node.Branches[i] = node.Branches[i] with { Guard = GuardPlan.Of(node.Branches[i]) };
            }

            for (int i = 0; i < node.Array?.Contains.Count; i++)
            {
                ContainsPlan contains = node.Array.Contains[i];
                node.Array.Contains[i] = contains with { Guard = GuardPlan.OfWhole(contains.Item, contains.MinDemand.Advice) };
            }
        }
    }
}
