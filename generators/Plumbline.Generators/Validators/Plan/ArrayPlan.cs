using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>What is judged of an array.</summary>
internal sealed class ArrayPlan(PlanNode items)
{
    /// <summary>How the first items are judged, one by one.</summary>
    public List<PlanNode> Prefix { get; } = [];

    /// <summary>How every further item is judged.</summary>
    public PlanNode Items { get; } = items;

    /// <summary>Faults at the item of an index: the first that a schema does not allow.</summary>
    public List<UnexpectedItem> Unexpected { get; } = [];

    /// <summary><c>minItems</c> and <c>maxItems</c>.</summary>
    public List<SizeDemand> Sizes { get; } = [];

    /// <summary><c>x-alternates</c>.</summary>
    public List<AlternatesPlan> Alternates { get; } = [];

    /// <summary><c>contains</c>.</summary>
    public List<ContainsPlan> Contains { get; } = [];

    /// <summary><c>uniqueItems</c>.</summary>
    public List<Demand> Unique { get; } = [];

    /// <summary>Totals of the dataset that count the items.</summary>
    public List<int> Counters { get; } = [];

    /// <summary>Lists of places that take the offset of each item.</summary>
    public List<int> Places { get; } = [];

    /// <summary>How many first items are evaluated by some schema.</summary>
    public long CoveredItems { get; set; }

    /// <summary>Whether nothing is said about arrays.</summary>
    public bool IsTrivial => Items.IsTrivial && Prefix.TrueForAll(p => p.IsTrivial)
        && Unexpected.Count + Sizes.Count + Alternates.Count + Contains.Count + Unique.Count + Counters.Count + Places.Count == 0;
}

/// <summary>An item where none is allowed.</summary>
internal sealed record UnexpectedItem(int Index, Demand Demand);

/// <summary>Items that take turns.</summary>
/// <param name="Keyword">The property, the cycle and the last value.</param>
/// <param name="Slot">Where the items note the offset of the property's value; -1 where it is looked for in each item.</param>
/// <param name="Demand">The assertion.</param>
internal sealed record AlternatesPlan(AlternatesKeyword Keyword, int Slot, Demand Demand);

/// <summary><c>contains</c>: how many items match.</summary>
internal sealed record ContainsPlan(PlanNode Item, ContainsKeyword Keyword, Demand MinDemand, Demand MaxDemand)
{
    /// <summary>The member of an item that decides whether it matches, or null. Settled when all nodes are complete.</summary>
    public GuardPlan? Guard { get; init; }
}
