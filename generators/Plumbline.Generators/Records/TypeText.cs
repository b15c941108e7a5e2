using Plumbline.Generators.Shapes;
using Plumbline.Generators.Writing;

namespace Plumbline.Generators.Records;

/// <summary>How types and their codecs are written in C#.</summary>
internal static class TypeText
{
    /// <summary>The C# type of a value.</summary>
    public static string Of(TypeShape type) => type switch
    {
        ScalarShape scalar => Of(scalar.Scalar),
        RecordReference record => record.Name,
        EnumReference enumeration => enumeration.Name,
        ListShape list => $"Plb::ValueList<{Of(list.Item)}>",
        MapShape map => $"Plb::ValueMap<{Of(map.Value)}>",
        NullableShape nullable => Of(nullable.Type) + "?",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The C# type of a member that may be absent: plain <c>null</c> says so where JSON <c>null</c> cannot occur.</summary>
    public static string OfOptional(TypeShape type) => type.HoldsNull ? $"Plb::Optional<{Of(type)}>" : Of(type) + "?";

    /// <summary>The C# type of the codec of a type.</summary>
    public static string OfCodec(TypeShape type) =>
        $"Plb::{(type is NullableShape or RecordReference or ScalarShape { Scalar: Scalar.String } ? "JsonCodec" : "JsonValueCodec")}<{Of(type)}>";

    /// <summary>An expression that makes the codec of a type.</summary>
    public static string Codec(TypeShape type)
    {
        (string start, IReadOnlyList<string> names, string end) = CodecParts(type);
        return start + string.Join(", ", names) + end;
    }

    /// <summary>The same in parts, because an enumeration can have more names than a line holds.</summary>
    public static (string Start, IReadOnlyList<string> Names, string End) CodecParts(TypeShape type) => type switch
    {
        ScalarShape scalar => ("Plb::JsonCodec." + scalar.Scalar, [], ""),
        RecordReference record => ($"Plb::JsonCodec.Record<{record.Name}>()", [], ""),
        EnumReference enumeration => ($"Plb::JsonCodec.Enum<{enumeration.Name}>(", [.. enumeration.JsonNames.Items.Select(Literals.String)], ")"),
        ListShape list => Around("List", list.Item),
        MapShape map => Around("Map", map.Value),
        NullableShape { Type: RecordReference or ScalarShape { Scalar: Scalar.String } } nullable => Around("OrNull", nullable.Type),
        NullableShape nullable => Around("OrNullValue", nullable.Type),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static (string Start, IReadOnlyList<string> Names, string End) Around(string factory, TypeShape inner)
    {
        (string start, IReadOnlyList<string> names, string end) = CodecParts(inner);
        return ($"Plb::JsonCodec.{factory}({start}", names, end + ")");
    }

    private static string Of(Scalar scalar) => scalar switch
    {
        Scalar.String => "string",
        Scalar.Integer => "long",
        Scalar.Number => "double",
        Scalar.Boolean => "bool",
        _ => "Stj::JsonElement",
    };
}
