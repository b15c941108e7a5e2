using System.Collections.Immutable;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Json;

namespace Plumbline.Schema.Interpretation;

/// <summary><c>prefixItems</c> and <c>items</c>: which schema judges which item.</summary>
internal sealed class ItemsCheck : KeywordCheck
{
    public List<NodePlan> Prefix { get; } = [];

    public NodePlan? Rest { get; set; }

    /// <summary>What is reported of the first further item where the schema of those is <c>false</c>.</summary>
    public Assertion? Unexpected { get; set; }

    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        ImmutableArray<PositionedValue> items = value.Items;
        for (int i = 0; i < items.Length; i++)
        {
            NodePlan? plan = i < Prefix.Count ? Prefix[i] : Rest;
            if (plan is null)
            {
                return;
            }

            coverage?.Add(items[i]);
            if (i < Prefix.Count || !plan.IsFalse)
            {
                run.JudgeInside(plan, items[i]);
            }
            else if (i == Prefix.Count)
            {
                run.FaultInside(Unexpected!, items[i].Span.Start);
            }
        }
    }
}

internal sealed class ContainsCheck(NodePlan plan, ContainsKeyword contains, Assertion tooFew, Assertion tooMany) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        if (value.Kind != JsonKind.Array)
        {
            return;
        }

        long matches = 0;
        long undecided = 0;
        foreach (PositionedValue item in value.Items)
        {
            if (run.TryInside(plan, item, out bool isUndecided) == 0)
            {
                matches++;
                undecided += isUndecided ? 1 : 0;
                if (contains.Evaluates)
                {
                    coverage?.Add(item);
                }
            }
        }

        if (value.IsOpen)
        {
            run.IsUndecided = true;
        }
        else if (matches < contains.Min)
        {
            run.Fault(tooFew, value.Span.Start, matches);
        }
        else if (matches - undecided > contains.Max)
        {
            run.Fault(tooMany, value.Span.Start, matches);
        }
    }
}

internal sealed class UniqueItemsCheck(Assertion assertion) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        ImmutableArray<PositionedValue> items = value.Items;
        if (items.Length < 2 || !run.IsWhole)
        {
            return;
        }

        // Chains of items with one hash, latest first.
        var latest = new Dictionary<int, int>(items.Length);
        int[] before = new int[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            int hash = JsonEquality.Hash(items[i].Utf8);
            before[i] = latest.TryGetValue(hash, out int other) ? other : -1;
            latest[hash] = i;
            for (int j = before[i]; j >= 0; j = before[j])
            {
                if (JsonEquality.AreEqual(items[j].Utf8, items[i].Utf8))
                {
                    run.Faults.Add(new Fault(assertion, items[i].Span.Start, j), run.Depth + 1);
                    return;
                }
            }
        }
    }
}

internal sealed class AlternatesCheck(AlternationRule rule) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        if (value.Kind != JsonKind.Array)
        {
            return;
        }

        Alternation turns = default;
        foreach (PositionedValue item in value.Items)
        {
            PositionedValue? turn = item.Find(rule.Property)?.Value;
            bool isString = turn?.Kind == JsonKind.String;
            turns.Next(rule, isString ? turn!.Utf8 : default, isString ? turn!.Span.Start : item.Span.Start, run.Faults);
        }

        turns.End(rule, run.Faults);
    }
}

internal sealed class UnevaluatedItemsCheck(NodePlan plan, Assertion assertion) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        bool reported = false;
        foreach (PositionedValue item in value.Items)
        {
            if (coverage!.Holds(item))
            {
                continue;
            }

            coverage.Add(item);
            if (!plan.IsFalse)
            {
                run.JudgeInside(plan, item);
            }
            else if (!reported)
            {
                reported = true;
                run.FaultInside(assertion, item.Span.Start);
            }
        }
    }
}
