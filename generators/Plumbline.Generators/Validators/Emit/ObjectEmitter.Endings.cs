using Plumbline.Generators.Validators.Plan;
using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Emit;

// What is known once the object ends.
internal sealed partial class ObjectEmitter
{
    private void WriteRelations(ObjectPlan plan)
    {
        foreach (RelationDemand relation in plan.Relations)
        {
            string relate = $"v.Relate({fields.PathRelation(relation)}, start, at);";
            if (relation.Watched == 0)
            {
                w.Line($"{relate}", relation.Demand.Location);
            }
            else
            {
                w.When($"v.HasMet({SeenBits.Hex(relation.Watched)})", $"{relate}", relation.Demand.Location);
            }
        }
    }

    private void WritePresence(ObjectPlan plan, SeenBits seen)
    {
        string names = fields.Names(plan.Members.Select(m => m.Name));
        for (int i = 0; i < plan.Members.Count; i++)
        {
            foreach (int counter in plan.Members[i].Counters)
            {
                w.When($"{seen.Has(i)}", $"v.Count({counter});", "x-dataset");
            }
        }

        foreach (RequiredMembers required in plan.Required)
        {
            string beside = required.Beside < 0 ? "" : seen.Has(required.Beside) + " && ";
            foreach ((string missing, int first) in seen.Missing(required.Members))
            {
                string offset = first == 0 ? "" : $", {Literals.Number(first)}";
                w.When($"{beside}({missing}) != 0",
                    $"v.Missing({fields.Assertion(required.Demand)}, {names}, start, {missing}{offset});", required.Demand.Location);
            }
        }
    }

    private void WriteSizes(ObjectPlan plan, SeenBits seen)
    {
        if (plan.Sizes.Count == 0)
        {
            return;
        }

        if (seen.Count.Length > 0)
        {
            w.Line($"count +={seen.Count.Substring(2)};");
        }

        foreach (SizeDemand size in plan.Sizes)
        {
            string broken = size.Size == Size.MinProperties ? "<" : ">";
            w.When($"count {broken} {Literals.Number(size.Limit)}", $"v.Fault({fields.Assertion(size.Demand)}, start, count);", size.Demand.Location);
        }
    }
}
