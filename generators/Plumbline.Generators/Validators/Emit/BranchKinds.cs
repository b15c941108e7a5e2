using System.Globalization;
using Plumbline.Generators.Validators.Plan;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>Which kinds of values may match which branches: a union of an object and a string need not be tried out.</summary>
internal static class BranchKinds
{
    private const int BranchesInWord = 10;

    /// <summary>The argument that tells the kinds of the first branches, six bits each; null where every kind may match each of them.</summary>
    public static string? Of(IReadOnlyList<Branch> branches)
    {
        int bits = KindPlan.Kinds.Count;
        ulong all = (1UL << bits) - 1;
        ulong word = 0;
        bool tells = false;
        for (int i = 0; i < branches.Count && i < BranchesInWord; i++)
        {
            ulong kinds = Of(branches[i].Value, all);
            tells |= kinds != all;
            word |= kinds << (bits * i);
        }

        return tells ? "kinds: 0x" + word.ToString("X", CultureInfo.InvariantCulture) : null;
    }

    // What stands under an advice is no error, whatever it says of the kind.
    private static ulong Of(PlanNode node, ulong all)
    {
        ulong kinds = all;
        for (int i = 0; i < node.Kinds.Count; i++)
        {
            if (node.Kinds[i].Faults.Exists(fault => fault.Advice is null))
            {
                kinds &= ~(1UL << i);
            }
        }

        return kinds;
    }
}
