namespace Plumbline;

/// <summary>Generates the members of a partial record, and its validator, from a schema file of the project.</summary>
/// <param name="path">The schema file: its path relative to the project or to the source file, its logical name, or the end of either
/// (<c>chat.schema.json</c>) where that is unique. The file must be a <c>JsonSchema</c> item of the project.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class JsonSchemaAttribute(string path) : Attribute
{
    /// <summary>The schema file, as it was named.</summary>
    public string Path { get; } = path;
}
