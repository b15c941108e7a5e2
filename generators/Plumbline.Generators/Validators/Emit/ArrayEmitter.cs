using Plumbline.Generators.Validators.Plan;
using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>Writes what arrays go through: the loop over the items, and what is known once the array ends.</summary>
internal sealed class ArrayEmitter(SourceWriter w, FieldTable fields)
{
    /// <summary>Writes the rest of a method: reading an array, its checks, and the return.</summary>
    public void Write(PlanNode node, KindPlan kind)
    {
        w.Line("nint start = at;");
        if (node.Array is { } plan)
        {
            WriteArray(plan, node.Covers);
        }
        else
        {
            w.Line("at = v.Skip(at);");
        }

        LiteralEmitter.Write(w, fields, kind.Literals);
        w.Line("return at;");
    }

    private void WriteArray(ArrayPlan plan, bool covers)
    {
        bool coversSome = covers && plan.CoveredItems is > 0 and < long.MaxValue;
        bool counts = coversSome || plan.Sizes.Count + plan.Prefix.Count + plan.Unexpected.Count > 0;
        if (counts)
        {
            w.Line("long count = 0;");
        }

        for (int i = 0; i < plan.Contains.Count; i++)
        {
            w.Line($"long contained{i} = 0;");
        }

        for (int i = 0; i < plan.Alternates.Count; i++)
        {
            AlternatesPlan alternates = plan.Alternates[i];
            string place = alternates.Slot < 0 ? fields.Names([alternates.Keyword.Property]) : $"slot: {Literals.Number(alternates.Slot)}";
            w.Line($"{GeneratedFile.Runtime}Turns turns{i} = new(v, {fields.AlternationRule(alternates)}, {place});",
                alternates.Demand.Location);
        }

        using (w.Braces($"for (at = v.FirstItem(at); v.AtItem(at); at = v.NextItem(at))"))
        {
            WriteItem(plan, counts, covers);
        }

        w.Line();
        w.Line("at = v.Close(at);");
        for (int i = 0; i < plan.Alternates.Count; i++)
        {
            w.Line($"turns{i}.End();");
        }

        WriteCounts(plan);
        foreach (Demand unique in plan.Unique)
        {
            w.Line($"v.Unique({fields.Assertion(unique)}, start, at);", unique.Location);
        }
    }

    private void WriteItem(ArrayPlan plan, bool counts, bool covers)
    {
        foreach (UnexpectedItem unexpected in plan.Unexpected)
        {
            w.When($"count == {unexpected.Index}", $"v.Fault({fields.Assertion(unexpected.Demand)}, at);", unexpected.Demand.Location);
        }

        if (covers && plan.CoveredItems == long.MaxValue)
        {
            w.Line("v.Cover(at);");
        }
        else if (covers && plan.CoveredItems > 0)
        {
            w.When($"count < {plan.CoveredItems}", $"v.Cover(at);");
        }

        foreach (int counter in plan.Counters)
        {
            w.Line($"v.Count({counter});", "x-dataset");
        }

        foreach (int list in plan.Places)
        {
            w.Line($"v.Place({list}, at);");
        }

        for (int i = 0; i < plan.Contains.Count; i++)
        {
            WriteContained(plan.Contains[i], i, covers);
        }

        for (int i = 0; i < plan.Alternates.Count; i++)
        {
            w.Line($"turns{i}.Begin({(plan.Alternates[i].Slot < 0 ? "at" : "")});");
        }

        WriteCall(plan);
        for (int i = 0; i < plan.Alternates.Count; i++)
        {
            w.Line($"turns{i}.Next();");
        }

        if (counts)
        {
            w.Line("count++;");
        }
    }

    private void WriteCall(ArrayPlan plan)
    {
        if (plan.Prefix.Count == 0)
        {
            w.Line($"at = {NodeEmitter.Call(plan.Items)};");
            return;
        }

        using (w.Braces($"at = count switch", end: ";"))
        {
            for (int i = 0; i < plan.Prefix.Count; i++)
            {
                w.Line($"{i} => {NodeEmitter.Call(plan.Prefix[i])},");
            }

            w.Line($"_ => {NodeEmitter.Call(plan.Items)},");
        }
    }

    private void WriteContained(ContainsPlan contains, int number, bool covers)
    {
        covers &= contains.Keyword.Evaluates;
        if (contains.Item.IsTrivial)
        {
            w.Line($"contained{number}++;");
            if (covers)
            {
                w.Line("v.Cover(at);");
            }

            return;
        }

        if (covers)
        {
            WriteTrial(contains, number);
            w.Line($"contained{number} += v.MatchedAndCovers(trial{number}, at);");
        }
        else if (contains.Keyword.Max is null)
        {
            // More than are asked for need not be counted.
            using (w.Braces($"if (contained{number} < {Literals.Number(contains.Keyword.Min)})"))
            {
                WriteMatch(contains, number);
            }

            w.Line();
        }
        else
        {
            WriteMatch(contains, number);
        }
    }

    private void WriteMatch(ContainsPlan contains, int number)
    {
        if (contains.Guard is not { } guard)
        {
            WriteTrial(contains, number);
            w.Line($"contained{number} += v.Matched(trial{number});");
            return;
        }

        w.Line($"int matched{number} = v.Told({fields.Guard(guard)}, at);");
        using (w.Braces($"if (matched{number} < 0)"))
        {
            WriteTrial(contains, number);
            w.Line($"matched{number} = v.Matched(trial{number});");
        }

        w.Line();
        w.Line($"contained{number} += matched{number};");
    }

    private void WriteTrial(ContainsPlan contains, int number)
    {
        w.Line($"long trial{number} = v.Try({fields.Assertion(contains.MinDemand)});");
        w.Line($"{NodeEmitter.Call(contains.Item)};", contains.Item.Location);
    }

    private void WriteCounts(ArrayPlan plan)
    {
        foreach (SizeDemand size in plan.Sizes)
        {
            WriteBound("count", size.Size == Size.MinItems ? "<" : ">", size.Limit, size.Demand);
        }

        for (int i = 0; i < plan.Contains.Count; i++)
        {
            ContainsPlan contains = plan.Contains[i];
            string count = $"contained{Literals.Number(i)}";
            WriteBound(count, "<", contains.Keyword.Min, contains.MinDemand);
            if (contains.Keyword.Max is { } max)
            {
                // Limits that exclude each other are one fault.
                string enough = max < contains.Keyword.Min ? $"{count} >= {Literals.Number(contains.Keyword.Min)} && {count}" : count;
                w.When(
                    $"{enough} > {max}", $"v.Fault({fields.Assertion(contains.MaxDemand)}, start, {count});", contains.MaxDemand.Location);
            }
        }
    }

    private void WriteBound(string count, string broken, long limit, Demand demand)
    {
        w.When($"{count} {broken} {Literals.Number(limit)}", $"v.Fault({fields.Assertion(demand)}, start, {count});", demand.Location);
    }
}
