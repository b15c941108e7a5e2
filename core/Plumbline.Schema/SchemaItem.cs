namespace Plumbline.Schema;

/// <summary>What the build tells the compiler of a <c>JsonSchema</c> item: options of the additional file that it becomes.</summary>
public static class SchemaItem
{
    /// <summary>Its logical name; what makes an additional file a schema file.</summary>
    public const string Name = "build_metadata.AdditionalFiles.PlumblineSchema";

    /// <summary>Namespace of its types, where it states one.</summary>
    public const string Namespace = "build_metadata.AdditionalFiles.PlumblineNamespace";

    /// <summary>Name of the root's record, where it states one.</summary>
    public const string TypeName = "build_metadata.AdditionalFiles.PlumblineTypeName";

    /// <summary>Name of the schema by which a <c>JsonBody</c> item is judged; what makes an additional file such a body.</summary>
    public const string Body = "build_metadata.AdditionalFiles.PlumblineBody";
}
