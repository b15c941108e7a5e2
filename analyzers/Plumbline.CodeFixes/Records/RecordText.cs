using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Plumbline.Analyzers.Objects;
using Plumbline.Schema.Json;

namespace Plumbline.CodeFixes.Records;

/// <summary>Writes JSON as the C# that makes generated records of it: object initializers, enumerations, collection expressions.</summary>
/// <param name="model">The file that the C# goes into.</param>
/// <param name="position">Where it goes.</param>
/// <param name="nameOf">The JSON name of a C# property; null where it is not known.</param>
/// <param name="lineBreak">What ends a line of the file.</param>
internal sealed class RecordText(SemanticModel model, int position, Func<string, string?> nameOf, string lineBreak)
{
    private const string Step = "    ";

    /// <summary>The C# of a value; null where there is none of the type that would say the same.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type that holds it.</param>
    /// <param name="indentation">What stands before the line that the text begins in.</param>
    public string? Write(PositionedValue value, ITypeSymbol type, string indentation)
    {
        if (value.Kind == JsonKind.Null)
        {
            return "null";
        }

        type = Held(type);
        return value.Kind switch
        {
            JsonKind.Object when type is INamedTypeSymbol record && ObjectReader.IsRecord(record) => Object(value, record, indentation),
            JsonKind.Array when type is INamedTypeSymbol { Name: "ValueList", TypeArguments.Length: 1 } list => List(value, list.TypeArguments[0], indentation),
            JsonKind.String when type.SpecialType == SpecialType.System_String => SymbolDisplay.FormatLiteral(value.Text!, quote: true),
            JsonKind.String when type.TypeKind == TypeKind.Enum => EnumMember(value.Text!, type),
            JsonKind.Number when type.SpecialType == SpecialType.System_Int64 => Integer(value.RawText),
            JsonKind.Number when type.SpecialType == SpecialType.System_Double => Number(value.RawText),
            JsonKind.True when type.SpecialType == SpecialType.System_Boolean => "true",
            JsonKind.False when type.SpecialType == SpecialType.System_Boolean => "false",
            _ => null,
        };
    }

    private string? Object(PositionedValue value, INamedTypeSymbol type, string indentation)
    {
        string name = NameOf(type);
        if (value.Members.IsEmpty)
        {
            return $"new {name}()";
        }

        var text = new StringBuilder($"new {name}").Append(lineBreak).Append(indentation).Append('{').Append(lineBreak);
        foreach (PositionedMember member in value.Members)
        {
            if (PropertyOf(type, member.Name) is not { } property || Write(member.Value, property.Type, indentation + Step) is not { } written)
            {
                return null;
            }

            text.Append(indentation).Append(Step).Append($"{property.Name} = {written},").Append(lineBreak);
        }

        return text.Append(indentation).Append('}').ToString();
    }

    private string? List(PositionedValue value, ITypeSymbol item, string indentation)
    {
        string?[] items = [.. value.Items.Select(inner => Write(inner, item, indentation + Step))];
        if (items.Contains(null))
        {
            return null;
        }

        if (value.Items.All(inner => inner.Kind is not (JsonKind.Object or JsonKind.Array)))
        {
            return $"[{string.Join(", ", items)}]";
        }

        string lines = string.Concat(items.Select(inner => $"{indentation}{Step}{inner},{lineBreak}"));
        return $"[{lineBreak}{lines}{indentation}]";
    }

    private string? EnumMember(string text, ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>()
        .FirstOrDefault(member => ObjectReader.JsonNameOf(member) == text) is { } found ? $"{NameOf(type)}.{found.Name}" : null;

    private IPropertySymbol? PropertyOf(INamedTypeSymbol type, string jsonName) => type.GetMembers().OfType<IPropertySymbol>()
        .FirstOrDefault(property => property is { IsStatic: false, SetMethod: not null } && nameOf(property.Name) == jsonName);

    // 1.0 and 1e3 are integers too.
    private static string? Integer(string json) =>
        decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
        && number is >= long.MinValue and <= long.MaxValue && number == decimal.Truncate(number)
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : null;

    // JSON's fractions and exponents are C#'s; whole numbers beyond those of C# are none there.
    private static string Number(string json) =>
        json.IndexOfAny(['.', 'e', 'E']) >= 0 || long.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? json : json + "d";

    private string NameOf(ITypeSymbol type) => type.ToMinimalDisplayString(model, position);

    // What Nullable<T>, Optional<T> and T? hold.
    private static ITypeSymbol Held(ITypeSymbol type)
    {
        while (type is INamedTypeSymbol { TypeArguments.Length: 1 } outer
            && (outer.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || outer is { Name: "Optional", ContainingNamespace.Name: "Plumbline" }))
        {
            type = outer.TypeArguments[0];
        }

        return type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
    }
}
