namespace Plumbline;

/// <summary>Says that a parameter takes JSON of a schema: what is known of an argument at compile time is judged where it stands.</summary>
/// <remarks>For parameters of the types <see cref="string"/>, <c>ReadOnlySpan&lt;byte&gt;</c> and the like, and for objects that are sent as JSON.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class JsonBodyAttribute : Attribute
{
    /// <summary>JSON of the schema that a record was generated from.</summary>
    /// <param name="type">The record.</param>
    public JsonBodyAttribute(Type type) => Type = type;

    /// <summary>JSON of a schema by name.</summary>
    /// <param name="schema">A bundled schema (<c>vertex/tune-chat</c>), or the logical name or <c>$id</c> of one of the project.</param>
    public JsonBodyAttribute(string schema) => Schema = schema;

    /// <summary>The record, or null where the schema is named.</summary>
    public Type? Type { get; }

    /// <summary>The schema's name, or null where a record says it.</summary>
    public string? Schema { get; }
}
