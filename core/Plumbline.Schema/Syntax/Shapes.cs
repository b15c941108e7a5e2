using System.Globalization;
using Plumbline.Schema.Json;

namespace Plumbline.Schema.Syntax;

/// <summary>The shapes that more than one vocabulary uses.</summary>
internal static class Shapes
{
    public static readonly Shape Any = new AnyShape();
    public static readonly Shape Schema = new SchemaShape();
    public static readonly Shape String = new ValueShape("a string", IsString);
    public static readonly Shape Boolean = new ValueShape("true or false", value => value.Kind is JsonKind.True or JsonKind.False);
    public static readonly Shape Number = new ValueShape("a number", value => value.Kind == JsonKind.Number);
    public static readonly Shape PositiveNumber = new ValueShape("a number above 0", IsPositive);
    public static readonly Shape Count = new ValueShape("a whole number of at least 0", value => TryReadCount(value, out _));
    public static readonly Shape AnyArray = new ArrayShape("an array", Any);
    public static readonly Shape Names = new ArrayShape("an array of different names", String, isUnique: true);
    public static readonly Shape SomeNames = new ArrayShape("an array of different names with at least one of them", String, least: 1, isUnique: true);
    public static readonly Shape SchemaList = new ArrayShape("an array of at least one schema", Schema, least: 1);
    public static readonly Shape SchemaMap = new MapShape("an object whose values are schemas", Schema);
    public static readonly Shape Pattern = new PatternShape();
    public static readonly Shape PatternMap = new MapShape("an object whose names are patterns and whose values are schemas", Schema, Pattern);
    public static readonly Shape NamesByName = new MapShape("an object whose values are arrays of names", Names);
    public static readonly Shape SchemaOrList = new ChoiceShape(
        "a schema or an array of schemas", value => value.Kind == JsonKind.Array ? SchemaList : Schema);
    public static readonly Shape StringOrStrings = new ChoiceShape(
        "a string or an array of strings",
        value => value.Kind switch { JsonKind.String => String, JsonKind.Array => new ArrayShape("an array of strings", String), _ => null });

    /// <summary>Draft 3 to 7: <c>dependencies</c> holds schemas and arrays of names.</summary>
    public static readonly Shape Dependencies = new MapShape(
        "an object whose values are schemas or arrays of names",
        new ChoiceShape("a schema or an array of names", value => value.Kind == JsonKind.Array ? Names : Schema));

    /// <summary>A JSON Pointer, with <c>*</c> for every item.</summary>
    public static readonly Shape Path = new ValueShape("a JSON Pointer such as /messages/*/content", IsPath);

    /// <summary>A string that is one of a few words.</summary>
    public static Shape OneOf(params string[] words) =>
        new ValueShape("one of " + string.Join(", ", words.Select(word => $"\"{word}\"")), value => value.Text is { } text && words.Contains(text));

    /// <summary>Reads a non-negative whole number, however it is written; values above <see cref="long.MaxValue"/> become that.</summary>
    public static bool TryReadCount(PositionedValue value, out long count)
    {
        count = 0;
        if (value.Kind != JsonKind.Number || !JsonNumber.IsInteger(value.Utf8) || JsonNumber.Compare(value.Utf8, "0"u8) < 0)
        {
            return false;
        }

        if (JsonNumber.Compare(value.Utf8, "0"u8) == 0)
        {
            return true;
        }

        // What decimal cannot hold is larger than any count.
        bool fits = decimal.TryParse(value.RawText, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact);
        count = fits && exact < long.MaxValue ? (long)exact : long.MaxValue;
        return true;
    }

    private static bool IsPositive(PositionedValue value) => value.Kind == JsonKind.Number && JsonNumber.Compare(value.Utf8, "0"u8) > 0;

    private static bool IsPath(PositionedValue value) => value.Text is { } text && (text.Length == 0 || text[0] == '/');

    private static bool IsString(PositionedValue value) => value.Kind == JsonKind.String;
}
