using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>What a validator does, decided in full: emitters only print it.</summary>
/// <param name="Program">The program that is judged by.</param>
/// <param name="Root">How the value as a whole is judged.</param>
/// <param name="Nodes">Every node that says something, each after the first that leads to it; their names are valid and unique.</param>
/// <param name="Slots">How many offsets are noted for <c>x-alternates</c>.</param>
/// <param name="Places">How many lists of places there are.</param>
/// <param name="Watched">Names whose occurrence is noted.</param>
/// <param name="RootCounters">Totals of the dataset that count the values themselves.</param>
/// <param name="Parts">How values are judged by schemas inside on their own.</param>
internal sealed record ValidationPlan(
    SchemaProgram Program, PlanNode Root, IReadOnlyList<PlanNode> Nodes, int Slots, int Places, IReadOnlyList<string> Watched, IReadOnlyList<int> RootCounters,
    IReadOnlyList<PlanPart> Parts)
{
    /// <summary>How many totals are counted.</summary>
    public int Counters => Program.Dataset?.Totals.Count ?? 0;

    /// <summary>Plans the validator of a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="className">Name of the class, which no method may have.</param>
    /// <param name="parts">Schemas by which values are judged on their own too.</param>
    public static ValidationPlan Of(SchemaProgram program, string className, IReadOnlyList<int> parts)
    {
        var builder = new PlanBuilder(program);
        (PlanNode root, IReadOnlyList<PlanPart> apart) = builder.Build(parts);
        Triviality.Settle(builder.Nodes);
        Guards.Settle(builder.Nodes);
        Repetition.Settle(builder.Nodes);
        Lookups.Settle(builder.Nodes);
        IReadOnlyList<PlanNode> order = PlanNames.Assign(root, apart.Select(part => part.Value), className);
        return new ValidationPlan(program, root, order, builder.Slots, builder.Places, builder.Watched, builder.RootCounters, apart);
    }
}

/// <summary>A schema inside the program by which values are judged on their own.</summary>
/// <param name="Schema">Number of the schema.</param>
/// <param name="Value">How a value is judged by it.</param>
internal sealed record PlanPart(int Schema, PlanNode Value);
