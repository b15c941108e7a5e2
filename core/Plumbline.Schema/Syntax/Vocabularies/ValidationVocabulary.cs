using Plumbline.Schema.Ir;
using Plumbline.Schema.Json;

namespace Plumbline.Schema.Syntax.Vocabularies;

/// <summary>Assertions about one value.</summary>
internal static class ValidationVocabulary
{
    private static readonly Shape TypeName = Shapes.OneOf("array", "boolean", "integer", "null", "number", "object", "string");

    public static readonly KeywordDefinition Const = new(
        "const",
        Shapes.Any,
        c =>
        {
            JsonLiteral value = KeywordContext.Literal(c.Value);
            c.Add(new ConstKeyword(value, c.Assert(Rules.Const, Expectations.Const(value), value.Text is { } text ? [text] : null)));
        });

    public static readonly KeywordDefinition DependentRequiredKeyword = new(
        "dependentRequired",
        Shapes.NamesByName,
        c => c.Add(DependentRequired(c, KeywordContext.DistinctMembers(c.Value))));

    public static readonly KeywordDefinition MinContains = new("minContains", Shapes.Count);

    public static readonly KeywordDefinition MaxContains = new("maxContains", Shapes.Count);

    /// <summary>What every draft from 4 on has, alike.</summary>
    public static readonly KeywordDefinition[] Common =
    [
        TypeOf(hasPlainIntegers: false),
        new("enum", Shapes.AnyArray, BuildEnum),
        new("multipleOf", Shapes.PositiveNumber, BuildMultipleOf),
        SizeOf("minLength", Size.MinLength, Rules.MinLength),
        SizeOf("maxLength", Size.MaxLength, Rules.MaxLength),
        SizeOf("minItems", Size.MinItems, Rules.MinItems),
        SizeOf("maxItems", Size.MaxItems, Rules.MaxItems),
        SizeOf("minProperties", Size.MinProperties, Rules.MinProperties),
        SizeOf("maxProperties", Size.MaxProperties, Rules.MaxProperties),
        new("pattern", Shapes.Pattern, c => c.Add(new PatternKeyword(c.Value.Text!, c.Assert(Rules.Pattern, Expectations.Pattern(c.Value.Text!))))),
        new("uniqueItems", Shapes.Boolean, BuildUniqueItems),
    ];

    /// <summary>The bounds as draft 6 and later have them: four numbers.</summary>
    public static readonly KeywordDefinition[] NumericBounds =
    [
        BoundOf("minimum", Bound.Minimum),
        BoundOf("maximum", Bound.Maximum),
        BoundOf("exclusiveMinimum", Bound.ExclusiveMinimum),
        BoundOf("exclusiveMaximum", Bound.ExclusiveMaximum),
    ];

    public static readonly Vocabulary Draft202012 = new(
        "https://json-schema.org/draft/2020-12/vocab/validation",
        [.. Common, .. NumericBounds, Const, RequiredOf(Shapes.Names), DependentRequiredKeyword, MinContains, MaxContains]);

    public static KeywordDefinition TypeOf(bool hasPlainIntegers) =>
        new("type", new ChoiceShape("the name of a type or an array of them", ChooseType), c => BuildType(c, hasPlainIntegers));

    public static KeywordDefinition RequiredOf(Shape shape) => new(
        "required",
        shape,
        c =>
        {
            EquatableArray<string> names = KeywordContext.Strings(c.Value);
            if (names.Count > 0)
            {
                c.Add(new RequiredKeyword(names, c.Assert(Rules.Required, Expectations.Required(names))));
            }
        });

    public static DependentRequiredKeyword DependentRequired(KeywordContext c, IEnumerable<PositionedMember> members)
    {
        var dependencies = new List<Dependency>();
        foreach (PositionedMember member in members)
        {
            EquatableArray<string> names = KeywordContext.Strings(member.Value);
            if (names.Count > 0)
            {
                AssertionSpec assertion = c.Assert(Rules.DependentRequired, Expectations.DependentRequired(member.Name, names));
                dependencies.Add(new Dependency(member.Name, names, assertion));
            }
        }

        return new DependentRequiredKeyword(dependencies.ToEquatableArray());
    }

    public static void AddBound(KeywordContext c, Bound bound)
    {
        Rule rule = bound switch
        {
            Bound.Minimum => Rules.Minimum,
            Bound.Maximum => Rules.Maximum,
            Bound.ExclusiveMinimum => Rules.ExclusiveMinimum,
            _ => Rules.ExclusiveMaximum,
        };
        c.Add(new BoundKeyword(bound, c.Value.RawText, c.Assert(rule, Expectations.Bound(bound, c.Value.RawText))));
    }

    private static KeywordDefinition BoundOf(string name, Bound bound) => new(name, Shapes.Number, c => AddBound(c, bound));

    private static KeywordDefinition SizeOf(string name, Size size, Rule rule) => new(
        name,
        Shapes.Count,
        c =>
        {
            if (Shapes.TryReadCount(c.Value, out long limit))
            {
                c.Add(new SizeKeyword(size, limit, c.Assert(rule, Expectations.Size(size, limit))));
            }
        });

    private static Shape? ChooseType(PositionedValue value) => value.Kind switch
    {
        JsonKind.String => TypeName,
        JsonKind.Array => new ArrayShape("an array of at least one name of a type, each once", TypeName, least: 1, isUnique: true),
        _ => null,
    };

    private static void BuildType(KeywordContext c, bool hasPlainIntegers)
    {
        JsonTypes types = c.Value.Kind == JsonKind.Array
            ? c.Value.Items.Aggregate(JsonTypes.None, (all, name) => all | TypeNamed(name.Text))
            : TypeNamed(c.Value.Text);
        c.Add(new TypeKeyword(types, c.Assert(Rules.Type, Expectations.Type(types, hasPlainIntegers))) { HasPlainIntegers = hasPlainIntegers });
    }

    private static JsonTypes TypeNamed(string? name) => name switch
    {
        "array" => JsonTypes.Array,
        "boolean" => JsonTypes.Boolean,
        "integer" => JsonTypes.Integer,
        "null" => JsonTypes.Null,
        "number" => JsonTypes.Number,
        "object" => JsonTypes.Object,
        _ => JsonTypes.String,
    };

    private static void BuildEnum(KeywordContext c)
    {
        EquatableArray<JsonLiteral> values = c.Value.Items.Select(KeywordContext.Literal).ToEquatableArray();
        IEnumerable<string> candidates = values.Where(value => value.Text is not null).Select(value => value.Text!);
        c.Add(new EnumKeyword(values, c.Assert(Rules.Enum, Expectations.Enum(values), candidates)));
    }

    private static void BuildMultipleOf(KeywordContext c)
    {
        string number = c.Value.RawText;
        c.Add(new MultipleOfKeyword(number, c.Assert(Rules.MultipleOf, Expectations.MultipleOf(number))));
    }

    private static void BuildUniqueItems(KeywordContext c)
    {
        if (c.Value.Kind == JsonKind.True)
        {
            c.Add(new UniqueItemsKeyword(c.Assert(Rules.UniqueItems, Expectations.UniqueItems)));
        }
    }
}
