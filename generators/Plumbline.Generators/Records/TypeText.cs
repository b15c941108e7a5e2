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
    public static string Codec(TypeShape type) => type switch
    {
        ScalarShape scalar => "Plb::JsonCodec." + scalar.Scalar,
        RecordReference record => $"Plb::JsonCodec.Record<{record.Name}>()",
        EnumReference enumeration => $"Plb::JsonCodec.Enum<{enumeration.Name}>({JsonNames(enumeration)})",
        ListShape list => $"Plb::JsonCodec.List({Codec(list.Item)})",
        MapShape map => $"Plb::JsonCodec.Map({Codec(map.Value)})",
        NullableShape { Type: RecordReference or ScalarShape { Scalar: Scalar.String } } nullable => $"Plb::JsonCodec.OrNull({Codec(nullable.Type)})",
        NullableShape nullable => $"Plb::JsonCodec.OrNullValue({Codec(nullable.Type)})",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static string Of(Scalar scalar) => scalar switch
    {
        Scalar.String => "string",
        Scalar.Integer => "long",
        Scalar.Number => "double",
        Scalar.Boolean => "bool",
        _ => "Json::JsonElement",
    };

    private static string JsonNames(EnumReference enumeration) => string.Join(", ", enumeration.JsonNames.Items.Select(Literals.String));
}
