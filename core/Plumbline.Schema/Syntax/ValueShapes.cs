using Plumbline.Schema.Json;

namespace Plumbline.Schema.Syntax;

/// <summary>Any value.</summary>
internal sealed class AnyShape : Shape
{
    public override string Expected => "any value";

    public override bool Check(PositionedValue value, ShapeReport report) => true;
}

/// <summary>A value that a predicate accepts.</summary>
internal sealed class ValueShape(string expected, Func<PositionedValue, bool> accepts) : Shape
{
    public override string Expected => expected;

    public override bool Check(PositionedValue value, ShapeReport report) => accepts(value) || report.Wrong(value, expected);
}

/// <summary>An array whose items all have one shape.</summary>
/// <param name="expected">What the array must be.</param>
/// <param name="item">Shape of the items.</param>
/// <param name="least">Fewest items.</param>
/// <param name="isUnique">Whether no two items may be equal.</param>
internal sealed class ArrayShape(string expected, Shape item, int least = 0, bool isUnique = false) : Shape
{
    public override string Expected => expected;

    public override bool Check(PositionedValue value, ShapeReport report)
    {
        if (value.Kind != JsonKind.Array || value.Items.Length < least)
        {
            return report.Wrong(value, expected);
        }

        bool good = true;
        var seen = new Dictionary<int, List<PositionedValue>>();
        foreach (PositionedValue element in value.Items)
        {
            if (isUnique && !IsNew(element, seen))
            {
                good = report.Say(Rules.KeywordValue, element.Span, "the same item stands in this array before");
            }

            good &= item.Check(element, report);
        }

        return good;
    }

    public override IEnumerable<Subschema> Subschemas(PositionedValue value) =>
        value.Items.SelectMany((element, index) => item.Subschemas(element).Select(inner => inner with { Pointer = $"/{index}{inner.Pointer}" }));

    private static bool IsNew(PositionedValue element, Dictionary<int, List<PositionedValue>> seen)
    {
        int hash = JsonEquality.Hash(element.Utf8);
        if (!seen.TryGetValue(hash, out List<PositionedValue>? alike))
        {
            seen.Add(hash, alike = []);
        }

        if (alike.Exists(earlier => JsonEquality.AreEqual(earlier.Utf8, element.Utf8)))
        {
            return false;
        }

        alike.Add(element);
        return true;
    }
}

/// <summary>An object with any names whose values all have one shape.</summary>
internal sealed class MapShape(string expected, Shape member, Shape? name = null) : Shape
{
    public override string Expected => expected;

    public override bool Check(PositionedValue value, ShapeReport report)
    {
        if (value.Kind != JsonKind.Object)
        {
            return report.Wrong(value, expected);
        }

        bool good = true;
        foreach (PositionedMember entry in value.Members)
        {
            good &= name is null || name.Check(entry.NameValue, report);
            good &= member.Check(entry.Value, report);
        }

        return good;
    }

    public override IEnumerable<Subschema> Subschemas(PositionedValue value) =>
        value.Members.SelectMany(entry => member.Subschemas(entry.Value)
            .Select(inner => inner with { Pointer = Resolution.JsonPointer.Append("", entry.Name) + inner.Pointer }));
}

/// <summary>One member of a <see cref="StructureShape"/>.</summary>
internal readonly record struct Field(string Name, Shape Shape, bool IsRequired = false);

/// <summary>An object with members of known names, each with its shape.</summary>
internal sealed class StructureShape(string expected, params Field[] fields) : Shape
{
    private readonly string[] _names = [.. fields.Select(field => field.Name)];

    public override string Expected => expected;

    public override bool Check(PositionedValue value, ShapeReport report)
    {
        if (value.Kind != JsonKind.Object)
        {
            return report.Wrong(value, expected);
        }

        bool good = true;
        foreach (PositionedMember member in value.Members)
        {
            Field field = Array.Find(fields, known => known.Name == member.Name);
            if (field.Name is not null)
            {
                good &= field.Shape is ValueShape or AnyShape ? CheckField(field, member.Value, report) : field.Shape.Check(member.Value, report);
                continue;
            }

            string? near = NearestName.Find(member.Name, _names);
            string known = near is null ? $"; known are {string.Join(", ", _names)}" : $"; did you mean \"{near}\"?";
            report.Say(Rules.UnknownKeyword, member.NameSpan, $"unknown member \"{member.Name}\"{known}", near);
        }

        foreach (Field field in fields)
        {
            if (field.IsRequired && value.Find(field.Name) is null)
            {
                good = report.Say(Rules.KeywordValue, value.Span, $"missing member \"{field.Name}\"");
            }
        }

        return good;
    }

    public override IEnumerable<Subschema> Subschemas(PositionedValue value) =>
        from entry in value.Members
        from field in fields
        where field.Name == entry.Name
        from inner in field.Shape.Subschemas(entry.Value)
        select inner with { Pointer = "/" + entry.Name + inner.Pointer };

    private static bool CheckField(Field field, PositionedValue value, ShapeReport report)
    {
        var quiet = new ShapeReport((_, _, _, _) => { }, field.Name);
        return field.Shape.Check(value, quiet) || report.Wrong(value, $"\"{field.Name}\"", field.Shape.Expected);
    }
}

/// <summary>A value of one of several shapes; which one is decided by the kind of the value.</summary>
internal sealed class ChoiceShape(string expected, Func<PositionedValue, Shape?> choose) : Shape
{
    public override string Expected => expected;

    public override bool Check(PositionedValue value, ShapeReport report) => choose(value)?.Check(value, report) ?? report.Wrong(value, expected);

    public override IEnumerable<Subschema> Subschemas(PositionedValue value) => choose(value)?.Subschemas(value) ?? [];
}

/// <summary>A schema: an object or a boolean. The schema itself is checked where it is read.</summary>
internal sealed class SchemaShape : Shape
{
    public override string Expected => "a schema";

    public override bool Check(PositionedValue value, ShapeReport report) => true;

    public override IEnumerable<Subschema> Subschemas(PositionedValue value) => [new Subschema("", value)];
}

/// <summary>A string that is an ECMA-262 regular expression.</summary>
internal sealed class PatternShape : Shape
{
    public override string Expected => "a regular expression";

    public override bool Check(PositionedValue value, ShapeReport report)
    {
        if (value.Text is not { } pattern)
        {
            return report.Wrong(value, Expected);
        }

        return EcmaPattern.TryParse(pattern, out _, out string? error, out int offset)
            || report.Say(Rules.InvalidPattern, value.Span, $"not a regular expression of ECMA-262: {error}, at character {offset + 1}");
    }
}
