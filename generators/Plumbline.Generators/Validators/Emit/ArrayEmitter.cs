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
            WriteArray(plan);
        }
        else
        {
            w.Line("at = v.Skip(at);");
        }

        LiteralEmitter.Write(w, fields, kind.Literals);
        w.Line("return at;");
    }

    private void WriteArray(ArrayPlan plan)
    {
        bool counts = plan.Sizes.Count + plan.Prefix.Count + plan.Unexpected.Count > 0;
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
            w.Line($"{GeneratedFile.Runtime}Turns turns{i} = new(v, {fields.AlternationRule(alternates)}, slot: {alternates.Slot});", alternates.Demand.Location);
        }

        using (w.Braces($"for (at = v.FirstItem(at); v.AtItem(at); at = v.NextItem(at))"))
        {
            WriteItem(plan, counts);
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

    private void WriteItem(ArrayPlan plan, bool counts)
    {
        foreach (UnexpectedItem unexpected in plan.Unexpected)
        {
            w.When($"count == {unexpected.Index}", $"v.Fault({fields.Assertion(unexpected.Demand)}, at);", unexpected.Demand.Location);
        }

        foreach (int counter in plan.Counters)
        {
            w.Line($"v.Count({counter});", "x-dataset");
        }

        for (int i = 0; i < plan.Contains.Count; i++)
        {
            WriteContained(plan.Contains[i], i);
        }

        for (int i = 0; i < plan.Alternates.Count; i++)
        {
            w.Line($"turns{i}.Begin();");
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

    private void WriteContained(ContainsPlan contains, int number)
    {
        if (contains.Item.IsTrivial)
        {
            w.Line($"contained{number}++;");
            return;
        }

        w.Line($"long trial{number} = v.Try({fields.Assertion(contains.MinDemand)});");
        w.Line($"{NodeEmitter.Call(contains.Item)};", contains.Item.Location);
        w.Line($"contained{number} += v.Matched(trial{number});");
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
            WriteBound(count, "<", contains.Min, contains.MinDemand);
            if (contains.Max is { } max)
            {
                WriteBound(count, ">", max, contains.MaxDemand);
            }
        }
    }

    private void WriteBound(string count, string broken, long limit, Demand demand)
    {
        w.When($"{count} {broken} {Literals.Number(limit)}", $"v.Fault({fields.Assertion(demand)}, start, {count});", demand.Location);
    }
}
