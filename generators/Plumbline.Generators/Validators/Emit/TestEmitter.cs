using Plumbline.Generators.Validators.Plan;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Validators.Emit;

/// <summary>Writes what says whether a value meets an <c>if</c>, where that can be told by looking up members of an object that has been read.</summary>
internal sealed class TestEmitter(SourceWriter w, FieldTable fields)
{
    /// <summary>Writes the method.</summary>
    public void Write(PlanNode node)
    {
        string names = fields.Names(node.Object!.Members.Select(m => m.Name));
        string others = MemberTest.RejectsOthers(node) == true ? "false" : "true";
        using (w.Braces($"private static bool {node.TestName}({GeneratedFile.Runtime}Validation v, nint at)"))
        {
            w.When($"v.Peek(at) != '{{'", $"return {others};");
            using (w.Braces($"if (!v.Indexed(at))"))
            {
                w.Line("long trial = v.Try();");
                w.Line($"{NodeEmitter.Call(node)};");
                w.Line("return v.Matched(trial) != 0;");
            }

            w.Line();
            string lead = "bool holds = ";
            IReadOnlyList<MemberTest> tests = MemberTest.Of(node)!;
            for (int i = 0; i < tests.Count; i++)
            {
                string end = i == tests.Count - 1 ? ";" : "";
                w.Line($"{lead}{Expression(tests[i], names)}{end}", tests[i].Literal?.Demand.Location ?? "");
                lead = "    && ";
            }

            w.Line("v.Close(v.IndexedEnd());");
            w.Line("return holds;");
        }
    }

    private string Expression(MemberTest test, string names)
    {
        string number = Literals.Number(test.Member);
        if (test.Literal is not { } literal)
        {
            return $"v.Has({names}, {number}, out _)";
        }

        string set = literal.Values.All(v => v.Text is not null) ? fields.StringSet(literal) : fields.LiteralSet(literal);
        string lookup = $"v.Has({names}, {number}, out nint value{number})";
        string equals = $"v.IsOneOf(value{number}, {set})";
        return test.IsRequired ? $"({lookup} && {equals})" : $"(!{lookup} || {equals})";
    }
}
