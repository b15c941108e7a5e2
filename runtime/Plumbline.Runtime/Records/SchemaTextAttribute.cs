using System.ComponentModel;

namespace Plumbline;

/// <summary>A schema file that types of this assembly were generated from. Analyzers of the projects that refer to the assembly read it: they see metadata, and
/// neither files nor resources.</summary>
/// <param name="name">Logical name of the file.</param>
/// <param name="json">Its text, without white space.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SchemaTextAttribute(string name, string json) : Attribute
{
    /// <summary>Logical name of the file.</summary>
    public string Name { get; } = name;

    /// <summary>Its text, without white space.</summary>
    public string Json { get; } = json;
}
