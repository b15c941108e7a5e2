using Plumbline.Generators.Inputs;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Shapes;

/// <summary>All that one generated file is printed from.</summary>
/// <param name="File">Its records and enumerations.</param>
/// <param name="Program">The program that its validator runs.</param>
internal sealed record ShapedSchema(RecordFile File, SchemaProgram Program)
{
    /// <summary>The roots that a sound schema becomes: one, or one for each record that names it; none for a broken schema.</summary>
    public static IEnumerable<(SchemaProgram Program, RootSpec Spec)> RootsOf(LinkedSchema schema, RootPlan plan) =>
        schema.Program is { } program
            ? plan.Roots.Items.Where(root => root.Schema == schema.Name).Select(root => (program, root))
            : [];

    /// <summary>Works out the shapes of a root.</summary>
    public static ShapedSchema Shape(SchemaProgram program, RootSpec root) => new(ShapeBuilder.Build(program, root), program);
}

/// <summary>A generated file.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Text">Its text.</param>
internal sealed record GeneratedSource(string HintName, string Text);
