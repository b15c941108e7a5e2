using System.ComponentModel;

namespace Plumbline;

/// <summary>Names the schema file that a type was generated from.</summary>
/// <param name="schema">Logical name of the file, as <see cref="SchemaTextAttribute.Name"/> has it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GeneratedFromAttribute(string schema) : Attribute
{
    /// <summary>Logical name of the schema file.</summary>
    public string Schema { get; } = schema;
}
