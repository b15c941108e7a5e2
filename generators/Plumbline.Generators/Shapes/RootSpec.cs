using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Shapes;

/// <summary>Where the types of a root schema go.</summary>
/// <param name="Schema">Logical name of the schema file.</param>
/// <param name="HintName">Name of the generated file, unique in the compilation without regard to case.</param>
/// <param name="Namespace">Namespace; empty for the global one.</param>
/// <param name="TypeName">Name of the root's record.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c> (or what a containing type allows).</param>
/// <param name="Containers">Headers of the partial types that the record is nested in, outermost first: <c>partial class Formats</c>.</param>
internal sealed record RootSpec(
    string Schema,
    string HintName,
    string Namespace,
    string TypeName,
    string Accessibility,
    EquatableArray<string> Containers)
{
    /// <summary>Name of the root's validator.</summary>
    public string ValidatorName => TypeName + "Validator";
}
