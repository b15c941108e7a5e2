using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Shapes;

/// <summary>The C# type that a schema becomes. Value-equal, like every shape: the pipeline caches by it.</summary>
internal abstract record TypeShape
{
    /// <summary>The type of any JSON: <c>JsonElement</c>.</summary>
    public static TypeShape Any { get; } = new ScalarShape(Scalar.Any);

    /// <summary>Whether the type's own values include JSON <c>null</c>.</summary>
    public bool HoldsNull => this is NullableShape or ScalarShape { Scalar: Scalar.Any };
}

/// <summary>The types that need no declaration.</summary>
internal enum Scalar
{
    Any,
    String,
    Integer,
    Number,
    Boolean,
}

/// <summary>A type that needs no declaration.</summary>
internal sealed record ScalarShape(Scalar Scalar) : TypeShape;

/// <summary>A type that is declared in the same file.</summary>
internal sealed record RecordReference(string Name) : TypeShape;

/// <summary>An enumeration that is declared in the same file.</summary>
internal sealed record EnumReference(string Name, EquatableArray<string> JsonNames) : TypeShape;

/// <summary>A list.</summary>
internal sealed record ListShape(TypeShape Item) : TypeShape;

/// <summary>A map from member names.</summary>
internal sealed record MapShape(TypeShape Value) : TypeShape;

/// <summary>A type, or <c>null</c>; never nested, never around a type that holds null already.</summary>
internal sealed record NullableShape(TypeShape Type) : TypeShape;
