using System.Globalization;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>Arrays: for each index, who judges the item.</summary>
internal sealed partial class PlanBuilder
{
    // A tap at a fixed index makes the items up to it stand apart; a larger index is followed by no tap.
    private const int HighestTappedIndex = 63;

    private ArrayPlan? ArrayOf(IReadOnlyList<Subschema> schemas, IReadOnlyList<Tap> taps)
    {
        ArraySchema[] arrays = [.. schemas.Select(s => new ArraySchema(program, s)).Where(a => a.SaysSomething)];
        IReadOnlyList<Tap> way = [.. taps.Where(t => t.Rest[0] == Tap.EveryItem || IndexOf(t.Rest[0]) >= 0)];
        if (arrays.Length == 0 && way.Count == 0)
        {
            return null;
        }

        SubschemaSet items = SubschemaSet.Of(program, [.. arrays.SelectMany(a => a.ForItem(int.MaxValue))], covers: false);
        bool isNoted = !AreReadByBranches(items, Tap.Behind(way, Tap.EveryItem));
        List<AlternatesPlan> alternates = [.. arrays.SelectMany(a => a.Alternates)
            .Select(a => new AlternatesPlan(a.Keyword, isNoted ? SlotOf(a.Keyword, a.Demand) : -1, a.Demand))];
        way = [.. way, .. alternates.Where(_ => isNoted).Select(a => new Tap(TapKind.Note, a.Slot, [Tap.EveryItem, a.Keyword.Property]))];

        int prefix = Math.Max(
            arrays.Select(a => a.PrefixCount).DefaultIfEmpty(0).Max(),
            way.Select(t => IndexOf(t.Rest[0]) + 1).DefaultIfEmpty(0).Max());
        var plan = new ArrayPlan(ItemOf(arrays, way, int.MaxValue));
        plan.Prefix.AddRange(Enumerable.Range(0, prefix).Select(i => ItemOf(arrays, way, i)));
        plan.Alternates.AddRange(alternates);
        plan.Counters.AddRange(Tap.EndingAt(way, Tap.EveryItem, TapKind.Count));
        plan.Places.AddRange(Tap.EndingAt(way, Tap.EveryItem, TapKind.Place));
        plan.CoveredItems = arrays.Select(a => a.CoveredItems).DefaultIfEmpty(0).Max();
        foreach (ArraySchema array in arrays)
        {
            plan.Unexpected.AddRange(array.Unexpected);
            plan.Sizes.AddRange(array.Sizes);
            plan.Unique.AddRange(array.Unique);
            plan.Contains.AddRange(array.Contains.Select(c => new ContainsPlan(
                Node(array.With(c.Node)), c, array.Demand(c.MinAssertion), array.Demand(c.MaxAssertion))));
        }

        return plan;
    }

    // One slot for a keyword wherever it judges: with a new one at each array, arrays inside each other would never come to the same node again.
    private int SlotOf(AlternatesKeyword keyword, Demand demand)
    {
        if (!_slots.TryGetValue((keyword, demand), out int slot))
        {
            _slots.Add((keyword, demand), slot = _slots.Count);
        }

        return slot;
    }

    private PlanNode ItemOf(ArraySchema[] arrays, IReadOnlyList<Tap> taps, int index) => Node(
        [.. arrays.SelectMany(a => a.ForItem(index))],
        [.. Tap.Behind(taps, Tap.EveryItem), .. Tap.Behind(taps, index.ToString(CultureInfo.InvariantCulture))]);

    private static int IndexOf(string segment) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index <= HighestTappedIndex
            && segment == index.ToString(CultureInfo.InvariantCulture)
            ? index
            : -1;
}
