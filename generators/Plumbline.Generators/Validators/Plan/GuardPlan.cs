using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>Which branches an object may match, by the value of one of its members. Branches are bits.</summary>
/// <param name="Name">The member.</param>
/// <param name="Absent">Branches that an object may match without it.</param>
/// <param name="Others">Branches that an object may match with any other value of it.</param>
/// <param name="Values">Values of it, as JSON.</param>
/// <param name="Branches">For each value, the branches that an object may match with it.</param>
internal sealed record GuardPlan(
    string Name, ulong Absent, ulong Others, EquatableArray<string> Values, EquatableArray<ulong> Branches)
{
    private const int MostBranches = 64;
    private const int MostValues = 256;

    // Unions inside a branch are looked into so deep.
    private const int Deepest = 4;

    /// <summary>The member that best tells the branches of a union apart; null where none does.</summary>
    public static GuardPlan? Of(BranchPlan plan)
    {
        if (plan.Kind is not (BranchKind.AnyOf or BranchKind.OneOf) || plan.Branches.Count > MostBranches)
        {
            return null;
        }

        Alternative[] alternatives = [.. plan.Branches.Select((b, i) => new Alternative(b.Value, 1UL << i)).Where(a => AcceptsObjects(a.Node))];
        (GuardPlan? best, double least) = (null, Math.Max(1, alternatives.Length - 1));
        foreach (string name in alternatives.SelectMany(a => NamesOf(a.Node, Deepest)).Distinct(StringComparer.Ordinal))
        {
            if (Of(alternatives, name, plan.Advice) is { } guard && guard.Average <= least && (best is null || guard.Average < least))
            {
                (best, least) = (guard, guard.Average);
            }
        }

        return alternatives.Length > 1 ? best : null;
    }

    /// <summary>The member that decides whether an object matches a schema that asks for nothing else; null where it asks for more.</summary>
    /// <param name="node">The schema.</param>
    /// <param name="advice">The advice under which the schema is judged.</param>
    public static GuardPlan? OfWhole(PlanNode node, AdviceContext? advice)
    {
        if (node is not { Object: { } plan, Array: null } || node.Never.Count + node.Literals.Count + node.Branches.Count + node.Also.Count
            + node.Unevaluated.Count > 0 || !node.Types.TrueForAll(t => !t.Rejects(JsonTypes.Object)))
        {
            return null;
        }

        MemberPlan[] asked = [.. plan.Members.Where(m => !m.IsTrivial)];
        bool isMore = asked.Length != 1 || !plan.Others.IsTrivial || plan.Names is { IsTrivial: false }
            || plan.Unknown.Count + plan.Sizes.Count + plan.Tokens.Count + plan.Relations.Count + plan.Patterned.Count + plan.Dependent.Count > 0
            || !plan.Required.TrueForAll(r => r.Demand.Advice == advice && r.Members.All(m => plan.Members[m] == asked[0]));
        return isMore || !IsWhole(asked[0], advice) ? null : Of([new Alternative(node, 1)], asked[0].Name, advice);
    }

    // Nothing but one set of values is asked of the member's value.
    private static bool IsWhole(MemberPlan member, AdviceContext? advice) =>
        member.Unknown.Count + member.Counters.Count + member.Slots.Count == 0
        && member.Value is { Literals.Count: 1, Object: null, Array: null } value
        && value.Never.Count + value.Types.Count + value.Lengths.Count + value.Patterns.Count + value.Formats.Count + value.Tokens.Count
            + value.Numbers.Count + value.Branches.Count + value.Also.Count + value.Unevaluated.Count == 0
        && value.Literals[0].Demand.Advice == advice;

    // How many branches are left, over the values and any other.
    private double Average => (double)(Branches.Sum(Count) + Count(Others)) / (Branches.Count + 1);

    private static GuardPlan? Of(Alternative[] alternatives, string name, AdviceContext? advice)
    {
        var masks = new Dictionary<string, (string Json, ulong Branches)>(StringComparer.Ordinal);
        (ulong absent, ulong others) = (0, 0);
        foreach (Alternative each in alternatives)
        {
            absent |= Requires(each.Node, name, advice) ? 0 : each.Bit;
            others |= ValuesOf(each.Node, name, advice, Deepest) is null ? each.Bit : 0;
        }

        foreach (Alternative each in alternatives)
        {
            foreach (JsonLiteral value in ValuesOf(each.Node, name, advice, Deepest) ?? [])
            {
                // A string may be written in several ways.
                string key = value.Text is { } text ? '"' + text : value.Json;
                masks[key] = masks.TryGetValue(key, out (string Json, ulong Branches) known)
                    ? (known.Json, known.Branches | each.Bit)
                    : (value.Json, others | each.Bit);
            }
        }

        return masks.Count is > 0 and <= MostValues
            ? new GuardPlan(name, absent, others, masks.Values.Select(m => m.Json).ToEquatableArray(), masks.Values.Select(m => m.Branches).ToEquatableArray())
            : null;
    }

    private static bool AcceptsObjects(PlanNode node) => !new KindPlan(node, JsonTypes.Object).Faults.Exists(fault => fault.Advice is null);

    private static bool Requires(PlanNode node, string name, AdviceContext? advice) =>
        node.Object is { } plan && plan.Required.Exists(r =>
            r.Beside < 0 && Counts(r.Demand, advice) && r.Members.Any(m => plan.Members[m].Name == name));

    // A broken demand of an advice is no error where the branch is not tried for that advice.
    private static bool Counts(Demand demand, AdviceContext? advice) => demand.Advice is null || demand.Advice == advice;

    private static IEnumerable<string> NamesOf(PlanNode node, int depth)
    {
        IEnumerable<string> own = (node.Object?.Members ?? []).Where(m => m.Value.Literals.Count > 0).Select(m => m.Name);
        return depth == 0 ? own : own.Concat(UnionsOf(node).SelectMany(u => u.Branches).SelectMany(b => NamesOf(b.Value, depth - 1)));
    }

    // The values outside of which the member has none in an object that matches; null where it may have any.
    private static JsonLiteral[]? ValuesOf(PlanNode node, string name, AdviceContext? advice, int depth)
    {
        IEnumerable<LiteralDemand> demands = (node.Object?.Members ?? []).Where(m => m.Name == name).SelectMany(m => m.Value.Literals);
        foreach (LiteralDemand literal in demands.Where(l => Counts(l.Demand, advice)))
        {
            if (literal.Values.All(IsPlain))
            {
                return [.. literal.Values];
            }
        }

        foreach (BranchPlan union in UnionsOf(node).Where(u => depth > 0 && Counts(u.Failed!, advice)))
        {
            JsonLiteral[]?[] values =
                [.. union.Branches.Where(b => AcceptsObjects(b.Value)).Select(b => ValuesOf(b.Value, name, advice, depth - 1))];
            if (Array.TrueForAll(values, v => v is not null))
            {
                return [.. values.SelectMany(v => v!).Distinct()];
            }
        }

        return null;
    }

    // What is told by its text: of numbers, only the whole ones in their usual spelling.
    private static bool IsPlain(JsonLiteral value) => value.Type switch
    {
        JsonTypes.Object or JsonTypes.Array => false,
        JsonTypes.Integer => value.Json is "0" || (value.Json.TrimStart('-') is { Length: > 0 } digits && digits[0] != '0' && digits.All(char.IsDigit)),
        JsonTypes.Number => false,
        _ => true,
    };

    private static IEnumerable<BranchPlan> UnionsOf(PlanNode node) => node.Branches.Where(b => b.Kind is BranchKind.AnyOf or BranchKind.OneOf);

    private static int Count(ulong bits)
    {
        int count = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            count++;
        }

        return count;
    }

    private sealed record Alternative(PlanNode Node, ulong Bit);
}
