using Plumbline.Generators.Validators.Plan;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>Writes the methods of a plan node: what tells the kinds of values apart, and what each kind goes through.</summary>
internal sealed class NodeEmitter(SourceWriter w, FieldTable fields)
{
    private readonly ObjectEmitter _objects = new(w, fields);
    private readonly ArrayEmitter _arrays = new(w, fields);
    private readonly ScalarEmitter _scalars = new(w, fields);
    private readonly BranchEmitter _branches = new(w, fields);
    private readonly TestEmitter _tests = new(w, fields);

    /// <summary>The expression that reads a value by a node.</summary>
    public static string Call(PlanNode node, string at = "at") => node.IsTrivial ? $"v.Skip({at})" : $"{node.Name}(v, {at})";

    /// <summary>Writes the methods of a node.</summary>
    public void Write(PlanNode node)
    {
        if (node.IsReadAgain || node.Visit >= 0)
        {
            using (Method(node.Name, node.Location))
            {
                _branches.Write(node);
            }
        }

        if (node.TestName.Length > 0)
        {
            w.Line();
            w.Comment(Place(node.Location));
            _tests.Write(node);
        }

        if (node.HasReading)
        {
            WriteReading(node);
            if (node.Kinds.Count(k => k.HasBody) > 1 && !LiteralEmitter.IsWholeNode(node))
            {
                foreach (KindPlan kind in node.Kinds.Where(k => k.HasBody))
                {
                    using (Method(kind.Name, node.Location))
                    {
                        WriteBody(node, kind);
                    }
                }
            }
        }
    }

    private void WriteReading(PlanNode node)
    {
        if (LiteralEmitter.OnlyStrings(node) is { } strings)
        {
            w.Line();
            w.Comment(Place(node.Location));
            w.Line($"private static nint {node.ReadingName}({GeneratedFile.Runtime}Validation v, nint at) =>");
            using (w.Indented())
            {
                LiteralEmitter.WriteStrings(w, fields, strings, "");
            }

            return;
        }

        using (Method(node.ReadingName, node.Location))
        {
            if (LiteralEmitter.IsWholeNode(node))
            {
                LiteralEmitter.WriteWholeNode(w, fields, node);
                return;
            }

            WriteKinds(node);
        }
    }

    private void WriteKinds(PlanNode node)
    {
        KindPlan[] bodies = [.. node.Kinds.Where(k => k.HasBody)];
        List<List<KindPlan>> simple = Groups(node.Kinds.Where(k => !k.HasBody));
        List<KindPlan>? rest = simple.OrderByDescending(g => g.Count).FirstOrDefault();
        List<List<KindPlan>> others = [.. simple.Where(g => g != rest)];
        bool inline = bodies.Length == 1;
        if (bodies.Length + others.Count == 0)
        {
            WriteSimple(rest!);
        }
        else if (bodies.Length + others.Count == 1 && rest is not null)
        {
            KindPlan[] wanted = inline ? bodies : [.. others[0]];
            WriteGuard(FirstByte.IsNot(wanted.Select(k => k.Kind)), rest);
            if (inline)
            {
                WriteBody(node, bodies[0]);
            }
            else
            {
                WriteSimple(others[0]);
            }
        }
        else
        {
            WriteSwitch(bodies, others, rest);
            if (inline)
            {
                w.Line();
                WriteBody(node, bodies[0]);
            }
        }
    }

    private void WriteGuard(string isNot, List<KindPlan> kinds)
    {
        if (IsWrongType(kinds[0].Faults))
        {
            Demand type = kinds[0].Faults[0];
            w.When($"v.Peek(at) {isNot}", $"return v.WrongType(at, {fields.Assertion(type)});", type.Location);
        }
        else
        {
            using (w.Braces($"if (v.Peek(at) {isNot})"))
            {
                WriteSimple(kinds);
            }
        }

        w.Line();
    }

    private void WriteSwitch(KindPlan[] bodies, List<List<KindPlan>> others, List<KindPlan>? rest)
    {
        using (w.Braces($"switch (v.Peek(at))"))
        {
            foreach (KindPlan body in bodies)
            {
                w.Line($"case {FirstByte.Of([body.Kind])}:");
                using (w.Indented())
                {
                    w.Line(bodies.Length == 1 ? "break;" : $"return {body.Name}(v, at);");
                }
            }

            foreach (List<KindPlan> group in others)
            {
                w.Line($"case {FirstByte.Of(group.Select(k => k.Kind))}:");
                using (w.Indented())
                {
                    WriteSimple(group);
                }
            }

            w.Line("default:");
            using (w.Indented())
            {
                if (rest is null)
                {
                    w.Line("return v.Skip(at);");
                }
                else
                {
                    WriteSimple(rest);
                }
            }
        }
    }

    // Kinds of which nothing more than the first byte matters.
    private void WriteSimple(List<KindPlan> kinds)
    {
        List<Demand> faults = kinds[0].Faults;
        if (IsWrongType(faults))
        {
            w.Line($"return v.WrongType(at, {fields.Assertion(faults[0])});", faults[0].Location);
            return;
        }

        WriteFaults(faults);
        string reader = kinds.TrueForAll(k => k.Kind is JsonTypes.Boolean or JsonTypes.Null) ? "Literal"
            : kinds.Count > 1 ? "Skip"
            : kinds[0].Kind is JsonTypes.String or JsonTypes.Number ? kinds[0].Kind.ToString()
            : "Skip";
        w.Line($"return v.{reader}(at);");
    }

    private void WriteFaults(IEnumerable<Demand> faults)
    {
        foreach (Demand fault in faults)
        {
            w.Line($"v.Fault({fields.Assertion(fault)}, at);", fault.Location);
        }
    }

    private void WriteBody(PlanNode node, KindPlan kind)
    {
        WriteFaults(kind.Faults);
        switch (kind.Kind)
        {
            case JsonTypes.Object:
                _objects.Write(node, kind);
                break;
            case JsonTypes.Array:
                _arrays.Write(node, kind);
                break;
            default:
                _scalars.Write(node, kind);
                break;
        }
    }

    private static bool IsWrongType(List<Demand> faults) => faults.Count == 1 && faults[0].Spec.RuleId == Rules.Type.Id;

    private static List<List<KindPlan>> Groups(IEnumerable<KindPlan> kinds)
    {
        var groups = new List<List<KindPlan>>();
        foreach (KindPlan kind in kinds)
        {
            List<KindPlan>? same = groups.Find(g => g[0].IsSameAs(kind));
            if (same is null)
            {
                groups.Add([kind]);
            }
            else
            {
                same.Add(kind);
            }
        }

        return groups;
    }

    private SourceWriter.Block Method(string name, string location)
    {
        w.Line();
        w.Comment(Place(location));
        return w.Braces($"private static nint {name}({GeneratedFile.Runtime}Validation v, nint at)");
    }

    private static string Place(string location) => location.Length == 0 ? "(root)" : location;
}
