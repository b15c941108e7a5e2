using Plumbline.Generators.Validators.Emit;
using Plumbline.Generators.Validators.Plan;
using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators;

/// <summary>Writes the validator of a program: one class, one method for each plan node, then the fields that they refer to.</summary>
internal static class ValidatorEmitter
{
    /// <summary>Writes the class at the writer's indentation. The file's head (<see cref="GeneratedFile"/>) is the caller's.</summary>
    /// <param name="program">What values are judged by.</param>
    /// <param name="className">Name of the class.</param>
    /// <param name="w">Takes the text.</param>
    /// <param name="accessibility">Accessibility of the class.</param>
    /// <param name="parts">Schemas inside by which values are judged on their own too: <see cref="PartOf"/> names what does.</param>
    public static void Emit(
        SchemaProgram program, string className, SourceWriter w, string accessibility = "public", IReadOnlyList<int>? parts = null)
    {
        ValidationPlan plan = ValidationPlan.Of(program, className, parts ?? []);
        var fields = new FieldTable();
        var nodes = new NodeEmitter(w, fields);
        w.Doc("summary", $"Validates JSON against {program.Id}, reading it once.");
        using (w.Braces($"{accessibility} sealed class {className} : {GeneratedFile.Runtime}JsonValidator"))
        {
            WriteInstance(plan, className, w);
            w.Line("/// <inheritdoc/>");
            WriteEntry(plan, w);
            foreach (PlanNode node in plan.Nodes)
            {
                nodes.Write(node);
            }

            fields.Write(w);
            WriteParts(plan, w);
        }
    }

    /// <summary>The expression for what judges by a schema inside a program on its own.</summary>
    public static string PartOf(string className, int schema) => $"{className}.Part.N{Literals.Number(schema)}";

    private static void WriteInstance(ValidationPlan plan, string className, SourceWriter w)
    {
        w.Doc("summary", "The one instance; validators hold no state.");
        w.Line($"public static {className} Instance {{ get; }} = new();");
        w.Line();
        w.Line($"private {className}()");
        var arguments = new List<string> { Literals.String(plan.Program.Id) };
        if (plan.Program.Dataset is not null)
        {
            arguments.Add("Limits()");
        }

        if (plan.Slots > 0)
        {
            arguments.Add($"slots: {Literals.Number(plan.Slots)}");
        }

        if (plan.Places > 0)
        {
            arguments.Add($"places: {Literals.Number(plan.Places)}");
        }

        if (plan.Watched.Count > 0)
        {
            arguments.Add($"watched: {Literals.Strings(plan.Watched)}");
        }

        if (plan.Counters > 0)
        {
            arguments.Add($"counters: {Literals.Number(plan.Counters)}");
        }

        using (w.Indented())
        {
            w.List(": base(", arguments, ")");
        }

        using (w.Braces($""))
        {
        }

        w.Line();
        if (plan.Program.LifeCycle is { } lifeCycle)
        {
            w.Line("/// <inheritdoc/>");
            w.List(
                $"public override {GeneratedFile.Runtime}LifeCycle LifeCycle {{ get; }} = new(",
                [
                    $"{GeneratedFile.Runtime}LifeCycleStatus.{lifeCycle.Status}", Literals.String(lifeCycle.Checked), Literals.OrNull(lifeCycle.Since),
                    Literals.OrNull(lifeCycle.Ends), Literals.OrNull(lifeCycle.Note), Literals.OrNull(lifeCycle.Successor),
                ],
                ");");
            w.Line();
        }

        if (plan.Program.Dataset is { } dataset)
        {
            w.Comment(dataset.Location);
            w.List($"private static {GeneratedFile.Runtime}DatasetRules Limits() => new(", DatasetText.ArgumentsOf(dataset), ");");
            w.Line();
        }
    }

    private static void WriteEntry(ValidationPlan plan, SourceWriter w)
    {
        string read = plan.Root.IsTrivial ? "v.Skip(at)" : $"{plan.Root.Name}(v, at)";
        if (plan.RootCounters.Count == 0)
        {
            w.Line($"protected override nint Value({GeneratedFile.Runtime}Validation v, nint at) => {read};");
            return;
        }

        using (w.Braces($"protected override nint Value({GeneratedFile.Runtime}Validation v, nint at)"))
        {
            foreach (int counter in plan.RootCounters)
            {
                w.Line($"v.Count({counter});");
            }

            w.Line($"return {read};");
        }
    }

    // Their names are fields' names, which no method has: inside the class the methods are called by their simple names.
    private static void WriteParts(ValidationPlan plan, SourceWriter w)
    {
        if (plan.Parts.Count == 0)
        {
            return;
        }

        string watched = plan.Watched.Count == 0 ? "" : $", watched: {Literals.Strings(plan.Watched)}";
        w.Line();
        w.Doc("summary", "Judges by schemas inside: which alternative of a union holds.");
        using (w.Braces($"internal sealed class Part(int part) : {GeneratedFile.Runtime}JsonValidator(Instance.SchemaId, slots: {plan.Slots}{watched})"))
        {
            foreach (PlanPart part in plan.Parts)
            {
                string number = Literals.Number(part.Schema);
                w.Line($"internal static readonly Part N{number} = new({number});", part.Value.Location);
            }

            w.Line();
            w.Line($"protected override nint Value({GeneratedFile.Runtime}Validation v, nint at) => part switch");
            w.Line("{");
            using (w.Indented())
            {
                foreach (PlanPart part in plan.Parts)
                {
                    w.Line($"{Literals.Number(part.Schema)} => {NodeEmitter.Call(part.Value)},");
                }

                w.Line("_ => v.Skip(at),");
            }

            w.Line("};");
        }
    }
}
