using Plumbline.Generators.Validators.Plan;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>Writes what objects go through: the loop over the members, a case for each name, and what is known once the object ends.</summary>
internal sealed partial class ObjectEmitter(SourceWriter w, FieldTable fields)
{
    private readonly NameEmitter _names = new(w);

    /// <summary>Writes the rest of a method: reading an object, its checks, and the return.</summary>
    public void Write(PlanNode node, KindPlan kind)
    {
        w.Line("nint start = at;");
        if (node.Object is { } plan)
        {
            WriteObject(plan, node.Covers, node.ReadsKnown ? Lookups.Of(node) : null);
        }
        else
        {
            w.Line("at = v.Skip(at);");
        }

        LiteralEmitter.Write(w, fields, kind.Literals);
        if (node.TellsPresence)
        {
            w.Line("v.Present = seen;");
        }

        w.Line("return at;");
    }

    private void WriteObject(ObjectPlan plan, bool covers, IReadOnlyList<int>? lookedUp)
    {
        var seen = new SeenBits(plan.Members.Count);
        seen.Declare(w);
        if (plan.Sizes.Count > 0)
        {
            w.Line("long count = 0;");
        }

        if (lookedUp is null)
        {
            WriteLoop(plan, seen, covers);
        }
        else
        {
            using (w.Braces($"if (v.Indexed(at))"))
            {
                WriteLookups(plan, lookedUp);
            }

            using (w.Braces($"else"))
            {
                WriteLoop(plan, seen, covers);
            }
        }

        w.Line();
        w.Line("at = v.Close(at);");
        WritePresence(plan, seen);
        WriteSizes(plan, seen);
        foreach (TokenDemand tokens in plan.Tokens)
        {
            w.Line($"v.Tokens({fields.TokenRule(tokens)}, start, at);", tokens.Demand.Location);
        }

        WriteRelations(plan);
        foreach (DependentSchema dependent in plan.Dependent.Where(d => !d.Value.IsTrivial))
        {
            w.When($"{seen.Has(dependent.Member)}", $"{NodeEmitter.Call(dependent.Value, "start")};", dependent.Location);
        }
    }

    private void WriteLoop(ObjectPlan plan, SeenBits seen, bool covers)
    {
        using (w.Braces($"for (at = v.FirstMember(at); v.AtMember(at); at = v.NextMember(at))"))
        {
            WriteMember(plan, seen, covers);
        }
    }

    // The object has been read: only the members that matter here are read again, wherever they stand.
    private void WriteLookups(ObjectPlan plan, IReadOnlyList<int> members)
    {
        string names = fields.Names(plan.Members.Select(m => m.Name));
        foreach (int member in members)
        {
            string number = Literals.Number(member);
            string read = plan.Members[member].Value.IsTrivial ? "" : $" {NodeEmitter.Call(plan.Members[member].Value, "value" + number)};";
            string value = read.Length == 0 ? "_" : "nint value" + number;
            w.Line($"if (v.Has({names}, {number}, out {value})) {{ seen |= {SeenBits.Hex(1UL << member)};{read} }}", plan.Members[member].Location);
        }

        w.Line("at = v.IndexedEnd();");
    }

    private void WriteMember(ObjectPlan plan, SeenBits seen, bool covers)
    {
        string names = fields.Names(plan.Members.Select(m => m.Name));
        w.Line("nint name = at;");
        if (plan.Names is { IsTrivial: false } judged)
        {
            w.Line($"{NodeEmitter.Call(judged, "name")};", judged.Location);
        }

        if (plan.Members.Count == 0)
        {
            w.Line($"at = v.Space(v.Find(at, {names}));");
            WriteOther(plan, covers);
            return;
        }

        _names.Write(plan, names);
        w.Line("at = v.Space(at);");
        using (w.Braces($"switch (member)"))
        {
            WriteCases(plan, seen, covers);
            w.Line("default:");
            using (w.Indented())
            {
                WriteOther(plan, covers);
                w.Line("break;");
            }
        }
    }

    // Members that go through the same share a case: those that only have to be JSON, and those that no schema declares.
    private void WriteCases(ObjectPlan plan, SeenBits seen, bool covers)
    {
        foreach (IGrouping<string, int> alike in Enumerable.Range(0, plan.Members.Count).GroupBy(i => Treatment(plan.Members[i], i, covers)))
        {
            string label = string.Join(" or ", alike.Select(i => Literals.Number(i)));
            WriteCase(plan.Members[alike.First()], label, seen.Note(alike.Count() == 1 ? label : "member"), covers);
        }
    }

    private static string Treatment(MemberPlan member, int number, bool covers)
    {
        bool shared = member.Unknown.Count + member.Slots.Count + member.Places.Count == 0 && member.Watched < 0
            && (member.Value.IsTrivial || member.Location.Length == 0);
        return !shared ? Literals.Number(number) : NodeEmitter.Call(member.Value) + (covers && member.IsCovered ? " covered" : "");
    }

    private void WriteCase(MemberPlan member, string number, string note, bool covers)
    {
        w.Line($"case {number}:", member.Location);
        using (w.Indented())
        {
            w.Line(note);
            WriteFaults(member.Unknown);
            if (member.Watched >= 0)
            {
                w.Line($"v.Meet({member.Watched});");
            }

            foreach (int list in member.Places)
            {
                w.Line($"v.Place({list}, at);");
            }

            foreach (int slot in member.Slots)
            {
                w.Line($"v.Slots[{slot}] = at;");
            }

            if (covers && member.IsCovered)
            {
                w.Line("v.Cover(at);");
            }

            w.Line($"at = {NodeEmitter.Call(member.Value)};");
            w.Line("break;");
        }
    }

    private void WriteOther(ObjectPlan plan, bool covers)
    {
        w.Line(plan.Sizes.Count > 0 ? "count += v.Unknown(start, name);" : "v.Other(start, name);");
        WriteFaults(plan.Unknown);
        if (covers && plan.OthersAreCovered)
        {
            w.Line("v.Cover(at);");
        }

        PatternedMembers[] patterned = [.. plan.Patterned.Where(p => covers || !p.IsTrivial)];
        if (Array.Exists(patterned, p => covers || !p.Others.IsTrivial || p.Patterns.Any(members => !members.Value.IsTrivial)))
        {
            w.Line("nint value = at;");
        }

        w.Line($"at = {NodeEmitter.Call(plan.Others)};", plan.Others.IsTrivial ? "" : plan.OthersLocation);
        for (int i = 0; i < patterned.Length; i++)
        {
            WritePatterned(patterned[i], $"known{Literals.Number(i)}", covers);
        }
    }

    // The value has been read by the schemas that judge every other member; each pattern that matches reads it again.
    private void WritePatterned(PatternedMembers patterned, string known, bool covers)
    {
        bool asksOthers = patterned.Unknown.Count > 0 || !patterned.Others.IsTrivial || (covers && patterned.OthersAreCovered);
        if (asksOthers && !covers && patterned.Patterns is { Count: 1 } single && single[0].Value.IsTrivial)
        {
            // The pattern says nothing but that the name may be there.
            using (w.Braces($"if (!v.Matches({fields.PatternRule(single[0].Pattern)}, name))"))
            {
                WriteFaults(patterned.Unknown);
                WriteAgain(patterned.Others, covers: false);
            }

            w.Line();
            return;
        }

        if (asksOthers)
        {
            w.Line($"bool {known} = false;");
        }

        foreach (PatternMembers members in patterned.Patterns)
        {
            using (w.Braces($"if (v.Matches({fields.PatternRule(members.Pattern)}, name))"))
            {
                if (asksOthers)
                {
                    w.Line($"{known} = true;");
                }

                WriteAgain(members.Value, covers);
            }

            w.Line();
        }

        if (asksOthers)
        {
            using (w.Braces($"if (!{known})"))
            {
                WriteFaults(patterned.Unknown);
                WriteAgain(patterned.Others, covers && patterned.OthersAreCovered);
            }

            w.Line();
        }
    }

    private void WriteAgain(PlanNode node, bool covers)
    {
        if (covers)
        {
            w.Line("v.Cover(value);");
        }

        if (!node.IsTrivial)
        {
            w.Line($"{NodeEmitter.Call(node, "value")};", node.Location);
        }
    }

    private void WriteFaults(IEnumerable<Demand> faults)
    {
        foreach (Demand fault in faults)
        {
            w.Line($"v.Fault({fields.Assertion(fault)}, name);", fault.Location);
        }
    }
}
