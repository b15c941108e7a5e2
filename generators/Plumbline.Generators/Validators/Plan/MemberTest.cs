namespace Plumbline.Generators.Validators.Plan;

/// <summary>What a condition asks of one member of an object.</summary>
/// <param name="Member">Number of the member.</param>
/// <param name="IsRequired">Whether it has to be there.</param>
/// <param name="Literal">What it has to be where it is there, or null.</param>
internal sealed record MemberTest(int Member, bool IsRequired, LiteralDemand? Literal)
{
    /// <summary>The tests that an object has to pass to meet a node, where these are all that it demands; otherwise null.</summary>
    /// <param name="node">A node whose <see cref="PlanNode.Kinds"/> are settled.</param>
    public static IReadOnlyList<MemberTest>? Of(PlanNode node)
    {
        if (node.IsReadAgain || Lookups.Of(node) is not { } asked || RejectsOthers(node) is null
            || node.Kinds[0] is { Faults.Count: > 0 } or { Literals.Count: > 0 })
        {
            return null;
        }

        ObjectPlan plan = node.Object!;
        if (plan.Dependent.Count > 0 || plan.Required.Exists(r => r.Beside >= 0 || r.Demand.Advice is not null))
        {
            return null;
        }

        var required = new HashSet<int>(plan.Required.SelectMany(r => r.Members));
        var tests = new List<MemberTest>();
        foreach (int member in asked)
        {
            PlanNode value = plan.Members[member].Value;
            if (!value.IsTrivial && !IsLiteral(value))
            {
                return null;
            }

            tests.Add(new MemberTest(member, required.Contains(member), value.IsTrivial ? null : value.Literals[0]));
        }

        return tests;
    }

    /// <summary>Whether values of other kinds than objects all fail, or (false) all pass; null where neither is so.</summary>
    public static bool? RejectsOthers(PlanNode node)
    {
        KindPlan[] others = [.. node.Kinds.Skip(1)];
        return Array.Exists(others, k => k.HasBody || k.Faults.Exists(f => f.Advice is not null)) ? null
            : Array.TrueForAll(others, k => k.Faults.Count == 0) ? false
            : Array.TrueForAll(others, k => k.Faults.Count > 0) ? true
            : null;
    }

    private static bool IsLiteral(PlanNode node) =>
        node is { Literals.Count: 1, Types.Count: 0, IsReadAgain: false, Object: null, Array: null }
        && node.Literals[0] is { Type: null, Demand.Advice: null }
        && node.Never.Count + node.Lengths.Count + node.Patterns.Count + node.Formats.Count + node.Tokens.Count + node.Numbers.Count == 0;
}
