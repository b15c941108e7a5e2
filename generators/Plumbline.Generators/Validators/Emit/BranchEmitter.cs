using Plumbline.Generators.Validators.Plan;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>Writes what a value goes through after its first reading: the branches that are tried, and schemas that were not merged.</summary>
internal sealed class BranchEmitter(SourceWriter w, FieldTable fields)
{
    /// <summary>Writes a method's body.</summary>
    public void Write(PlanNode node)
    {
        if (node.Visit >= 0)
        {
            w.Line($"var visit = new {GeneratedFile.Runtime}Visit(v, at, node: {node.Visit});");
            w.When($"visit.IsRepeated", $"return visit.End;");
        }

        if (node.Unevaluated.Count > 0)
        {
            w.Line("int mark = v.Covered;");
        }

        // The first branch that matches reads a value of which nothing else is asked, or so little that it is looked up afterwards.
        bool readsBehind = Lookups.ReadsBehind(node);
        bool isUnread = readsBehind
            || (!node.HasReading && node.Also.Count == 0 && node.Branches.Count > 0 && node.Branches[0].Kind is BranchKind.AnyOf or BranchKind.OneOf);
        if (!isUnread)
        {
            WriteReading(node);
        }

        for (int i = 0; i < node.Branches.Count; i++)
        {
            string choice = $"choice{Literals.Number(i)}";
            if (node.Branches[i].Presence is { } presence)
            {
                string holds = new PresenceText(node.Object!.Members, "present").Of(presence);
                using (w.Braces($"if (!isObject || !({holds}))"))
                {
                    WriteChoice(node.Branches[i], choice, covers: false, isUnread: false);
                }

                w.Line();
            }
            else if (!node.Covers && TokenBounds.LeastOf(node.Branches[i]) is { } bound)
            {
                using (w.Braces($"if (v.MayExceed({Literals.Number(bound)}, at, end))"))
                {
                    WriteChoice(node.Branches[i], choice, covers: false, isUnread: false);
                }

                w.Line();
            }
            else
            {
                WriteChoice(node.Branches[i], choice, node.Covers, isUnread && i == 0);
                if (readsBehind && i == 0)
                {
                    w.Line($"{node.ReadingName}(v, at);");
                }

                w.Line();
            }
        }

        for (int i = 0; i < node.Unevaluated.Count; i++)
        {
            WriteUnevaluated(node.Unevaluated[i], $"rest{Literals.Number(i)}");
        }

        if (node.Unevaluated.Count > 0 && !node.CoversForOthers)
        {
            w.Line("v.Uncover(mark);");
        }

        w.Line(node.Visit >= 0 ? "return visit.Close(end);" : "return end;");
    }

    private void WriteReading(PlanNode node)
    {
        string first = node.HasReading ? $"{node.ReadingName}(v, at)" : node.Also.Count > 0 ? NodeEmitter.Call(node.Also[0]) : "v.Skip(at)";
        w.Line($"nint end = v.Known({first});");
        if (node.TellsPresence)
        {
            w.Line("bool isObject = v.Peek(at) == '{';");
            w.Line("ulong present = v.Present;");
        }

        foreach (PlanNode also in node.Also.Skip(node.HasReading ? 0 : 1))
        {
            w.Line($"{NodeEmitter.Call(also)};");
        }
    }

    private void WriteChoice(BranchPlan plan, string choice, bool covers, bool isUnread)
    {
        if (!covers && plan is { Kind: BranchKind.Condition, Advice: null } && plan.Branches[0].Value.TestName is { Length: > 0 } test)
        {
            WriteTested(plan, test);
            return;
        }

        var arguments = new List<string> { "v", "at" };
        if (plan.Failed is not null)
        {
            arguments.Add(fields.Assertion(plan.Failed));
        }

        if (plan.Many is not null)
        {
            arguments.Add(fields.Assertion(plan.Many));
        }

        if (plan.Kind is BranchKind.AnyOf or BranchKind.OneOf)
        {
            arguments.Add($"branches: {Literals.Number(plan.Branches.Count)}");
        }

        if (plan.Kind == BranchKind.Condition && plan.Advice is not null)
        {
            arguments.Add(fields.Advice(plan.Advice));
        }

        if (plan.Kind is BranchKind.AnyOf or BranchKind.OneOf && plan.Branches.Any(b => b.HasAdvice))
        {
            arguments.Add("hasAdvice: true");
        }

        if (plan.Kind is BranchKind.AnyOf or BranchKind.OneOf && covers)
        {
            arguments.Add("covers: true");
        }

        if (plan.Kind is BranchKind.AnyOf or BranchKind.OneOf && BranchKinds.Of(plan.Branches) is { } kinds)
        {
            arguments.Add(kinds);
        }

        string guard = plan.Guard is null ? "" : $".By({fields.Guard(plan.Guard)})";
        string reading = isUnread ? ".Reading()" : "";
        w.Line($"var {choice} = {GeneratedFile.Runtime}Choice.{plan.Kind.ToString()}({string.Join(", ", arguments)}){guard}{reading};", KeywordLocation(plan));
        using (w.Braces($"while ({choice}.Next())"))
        {
            WriteBranches(plan.Branches, choice, isUnread);
        }

        if (isUnread)
        {
            w.Line();
            w.Line($"nint end = {choice}.End;");
        }
    }

    // What is looked up in a value that has been read needs no trial.
    private void WriteTested(BranchPlan plan, string test)
    {
        (Branch then, Branch otherwise) = (plan.Branches[1], plan.Branches[2]);
        w.Comment(KeywordLocation(plan));
        if (then.Value.IsTrivial)
        {
            using (w.Braces($"if (!{test}(v, at))"))
            {
                w.Line($"{NodeEmitter.Call(otherwise.Value)};", otherwise.Location);
            }

            return;
        }

        using (w.Braces($"if ({test}(v, at))"))
        {
            w.Line($"{NodeEmitter.Call(then.Value)};", then.Location);
        }

        if (!otherwise.Value.IsTrivial)
        {
            using (w.Braces($"else"))
            {
                w.Line($"{NodeEmitter.Call(otherwise.Value)};", otherwise.Location);
            }
        }
    }

    private void WriteUnevaluated(UnevaluatedPlan plan, string rest)
    {
        string once = plan is { IsItems: true, Fault: not null } ? ", once: true" : "";
        w.Line(
            $"var {rest} = new {GeneratedFile.Runtime}Unevaluated(v, at, mark, items: {(plan.IsItems ? "true" : "false")}{once});",
            plan.Fault?.Location ?? plan.Location);
        using (w.Braces($"while ({rest}.Next())"))
        {
            w.Line(plan.Fault is { } fault
                ? $"v.Fault({fields.Assertion(fault)}, {rest}.{(plan.IsItems ? "Value" : "Name")});"
                : $"{NodeEmitter.Call(plan.Value, rest + ".Value")};");
        }

        w.Line();
    }

    private void WriteBranches(IReadOnlyList<Branch> branches, string choice, bool isUnread)
    {
        string ended = isUnread ? "nint ended" : "_";
        if (branches.Count == 1)
        {
            w.Line($"{ended} = {Call(branches[0], isUnread)};", branches[0].Location);
        }
        else
        {
            using (w.Braces($"{ended} = {choice}.Branch switch", end: ";"))
            {
                for (int i = 0; i < branches.Count; i++)
                {
                    string label = i == branches.Count - 1 ? "_" : Literals.Number(i);
                    w.Line($"{label} => {Call(branches[i], isUnread)},", branches[i].Location);
                }
            }
        }

        if (isUnread)
        {
            w.Line();
            w.Line($"{choice}.Ended(ended);");
        }
    }

    // A branch that says nothing need not be read where the value has been.
    private static string Call(Branch branch, bool isUnread) => branch.Value.IsTrivial && !isUnread ? "at" : NodeEmitter.Call(branch.Value);

    private static string KeywordLocation(BranchPlan plan) =>
        plan.Failed?.Location ?? plan.Location + "/if";
}
