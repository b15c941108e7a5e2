using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Shapes;

/// <summary>Decides what C# a schema program becomes. Emitters print what it decides.</summary>
internal sealed partial class ShapeBuilder
{
    // Names that generated members may not have: what every record has, and what C# forbids.
    private static readonly string[] RecordMembers =
    [
        "Parse", "TryParse", "Validator", "WriteTo", "Equals", "GetHashCode", "ToString", "GetType", "ReferenceEquals",
        "MemberwiseClone", "Finalize", "EqualityContract", "PrintMembers", "Clone", "Deconstruct",
    ];

    // Lists and maps inside each other beyond this stay untyped; a schema can nest them without end.
    private const int DeepestNesting = 16;

    // A longer default is better read in the schema.
    private const int LongestDefault = 60;

    private readonly Conjunctions _schemas;
    private readonly RootSpec _root;
    private readonly NameScope _types;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Queue<Action> _open = new();
    private readonly List<RecordShape> _records = [];
    private readonly List<EnumShape> _enums = [];

    private ShapeBuilder(SchemaProgram program, RootSpec root)
    {
        _canJudgeApart = program.DynamicAnchors.Count == 0;
        _schemas = new Conjunctions(program);
        _root = root;
        _types = new NameScope([root.TypeName, root.ValidatorName]);
    }

    /// <summary>The shapes of a program.</summary>
    public static RecordFile Build(SchemaProgram program, RootSpec root) => new ShapeBuilder(program, root).Build();

    private RecordFile Build()
    {
        var whole = _schemas.Of(0);
        if (IsObject(whole))
        {
            _names.Add(whole.Key, _root.TypeName);
            _open.Enqueue(() => _records.Add(Record(_root.TypeName, whole)));
        }
        else
        {
            _records.Add(Whole(whole));
        }

        while (_open.Count > 0)
        {
            _open.Dequeue()();
        }

        return new RecordFile(_root, _records.ToEquatableArray(), _enums.ToEquatableArray(), _unions.Select(WithCaseNames).ToEquatableArray());
    }

    // A root that is no object still is a record, of one member that stands for all of the value.
    private RecordShape Whole(Conjunction schema)
    {
        TypeShape type = Type(schema, _root.TypeName + "Value", 0);
        var member = new MemberShape(
            "", "Value", "value", type, IsRequired: true, null, Codec("Value", type), "The JSON value.", null, IsDeprecated: false);
        return new RecordShape(_root.TypeName, Summary(schema, RootSummary), Remarks(schema), IsDeprecated(schema), [member], null, RecordForm.Value);
    }

    private RecordShape Record(string name, Conjunction schema)
    {
        IReadOnlyList<NamedSchema> properties = schema.Properties();
        HashSet<string> required = schema.Required();
        var scope = new NameScope([.. RecordMembers, name, _root.ValidatorName]);
        var locals = new NameScope(["reader", "writer"]);
        string[] names = scope.TakeAll([.. properties.Select(property => property.Name)], "Member");
        var members = new MemberShape[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            var member = _schemas.Of(properties[i].Node);
            TypeShape type = Type(member, name + names[i], 0);
            members[i] = new MemberShape(
                properties[i].Name,
                names[i],
                locals.Take(CSharpNames.Camel(names[i])),
                type,
                required.Contains(properties[i].Name),
                Constant(member, type),
                Codec(names[i], type),
                Summary(member, $"The member \"{properties[i].Name}\"."),
                MemberRemarks(member),
                IsDeprecated(member));
        }

        RestShape? rest = null;
        if (schema.AllowsOthers())
        {
            TypeShape type = schema.Others() is { } others ? Type(_schemas.Of(others), name + "Member", 0) : TypeShape.Any;
            string restName = scope.Take("AdditionalProperties");
            rest = new RestShape(restName, locals.Take("others"), type, Codec(restName, type));
        }

        // Codec fields come last, so that they give way to members.
        for (int i = 0; i < members.Length; i++)
        {
            members[i] = members[i] with { Codec = members[i].Codec is { } codec ? scope.Take(codec) : null };
        }

        rest = rest is null ? null : rest with { Codec = rest.Codec is { } restCodec ? scope.Take(restCodec) : null };
        string summary = name == _root.TypeName ? RootSummary : $"The object at {Place(schema)}.";
        return new RecordShape(
            name, Summary(schema, summary), Remarks(schema), IsDeprecated(schema), members.ToEquatableArray(), rest, RecordForm.Object);
    }

    // Where the schema stands that says most: behind references.
    private string Place(Conjunction schema)
    {
        SchemaNode node = schema.Nodes.FirstOrDefault(candidate => candidate.Keywords.Items.Any(keyword => keyword is not RefKeyword)) ?? schema.Nodes[0];
        return node.Location.IndexOf('#') >= 0 ? node.Location : $"{_root.Schema}#{node.Location}";
    }

    private string RootSummary => $"JSON of the schema {_root.Schema}.";

    private TypeShape Type(Conjunction schema, string name, int depth)
    {
        JsonTypes types = schema.Types;
        JsonTypes present = types & ~JsonTypes.Null;
        Conjunction core = WithoutNullBranch(schema);
        TypeShape type = present switch
        {
            _ when depth > DeepestNesting => TypeShape.Any,
            JsonTypes.String => StringType(core, name),
            JsonTypes.Integer => new ScalarShape(Scalar.Integer),
            JsonTypes.Integer | JsonTypes.Number => new ScalarShape(Scalar.Number),
            JsonTypes.Boolean => new ScalarShape(Scalar.Boolean),
            _ when IsObject(core) => ObjectType(core, name, depth),
            _ => UnionType(core, name, depth),
        };
        bool holdsNull = (types & JsonTypes.Null) != 0 && present != (JsonTypes.Any & ~JsonTypes.Null);
        return holdsNull && !type.HoldsNull ? new NullableShape(type) : type;
    }

    // anyOf: [X, {"type": "null"}] is X that may be null.
    private Conjunction WithoutNullBranch(Conjunction schema)
    {
        EquatableArray<int>[] choices = [.. schema.Choices()];
        if (choices.Length != 1 || schema.HasProperties)
        {
            return schema;
        }

        Conjunction[] branches = [.. choices[0].Items.Select(node => _schemas.Of(node)).Where(branch => branch.Types != JsonTypes.Null)];
        return branches.Length == 1 && branches.Length < choices[0].Count ? branches[0] : schema;
    }

    private static bool IsObject(Conjunction schema)
    {
        JsonTypes present = schema.Types & ~JsonTypes.Null;
        bool isUnion = schema.Choices().Any() && !schema.HasProperties;
        return !isUnion && (present == JsonTypes.Object || ((present & JsonTypes.Object) != 0 && schema.HasProperties && !schema.All<TypeKeyword>().Any()));
    }

    private TypeShape ObjectType(Conjunction schema, string name, int depth)
    {
        if (!schema.HasProperties)
        {
            return new MapShape(schema.Others() is { } others ? Type(_schemas.Of(others), name + "Member", depth + 1) : TypeShape.Any);
        }

        if (!_names.TryGetValue(schema.Key, out string known))
        {
            known = _types.Take(NameOf(schema, name));
            _names.Add(schema.Key, known);
            _open.Enqueue(() => _records.Add(Record(known, schema)));
        }

        return new RecordReference(known);
    }

    private TypeShape StringType(Conjunction schema, string name)
    {
        EnumKeyword? values = schema.All<EnumKeyword>().FirstOrDefault();
        JsonLiteral[] strings = values is null ? [] : [.. values.Values.Items.Where(value => value.Type != JsonTypes.Null)];
        if (strings.Length == 0 || strings.Any(value => value.Text is null || !Literals.HasUtf8Form(value.Text)))
        {
            return new ScalarShape(Scalar.String);
        }

        EquatableArray<string> jsonNames = strings.Select(value => value.Text!).Distinct().ToEquatableArray();
        string key = "enum " + schema.Key;
        if (!_names.TryGetValue(key, out string known))
        {
            known = _types.Take(NameOf(schema, name));
            _names.Add(key, known);
            string[] names = new NameScope([]).TakeAll([.. jsonNames], "Empty");
            _enums.Add(new EnumShape(
                known, Summary(schema, $"The string at {Place(schema)}."),
                names.Select((member, i) => new EnumMember(jsonNames[i], member)).ToEquatableArray()));
        }

        return new EnumReference(known, jsonNames);
    }

    private TypeShape Items(Conjunction schema, string name, int depth)
    {
        ItemsKeyword? items = schema.All<ItemsKeyword>().FirstOrDefault();
        return items is null || schema.All<PrefixItemsKeyword>().Any()
            ? TypeShape.Any
            : Type(_schemas.Of(items.Node), CSharpNames.Singular(name) ?? name + "Item", depth + 1);
    }

    // A schema under $defs has a name of its own; it is the same wherever the schema is referred to from.
    private string NameOf(Conjunction schema, string otherwise) => DefinitionName(schema) is { } name ? _root.TypeName + name : otherwise;

    private static string? DefinitionName(Conjunction schema)
    {
        foreach (SchemaNode node in schema.Nodes)
        {
            string[] parts = node.Location.Substring(node.Location.IndexOf('#') + 1).Split('/');
            if (parts.Length >= 3 && parts[parts.Length - 2] is "$defs" or "definitions")
            {
                return CSharpNames.Pascal(DefinitionNames.Of(parts[parts.Length - 1]).Replace("/", " ").Replace("~", " "), "Definition");
            }
        }

        return null;
    }

    private static JsonLiteral? Constant(Conjunction schema, TypeShape type)
    {
        JsonLiteral? value = schema.All<ConstKeyword>().FirstOrDefault()?.Value;
        return (type, value) switch
        {
            (ScalarShape { Scalar: Scalar.String }, { Text: { } text }) when Literals.HasUtf8Form(text) => value,
            (ScalarShape { Scalar: Scalar.Boolean }, not null) => value,
            (ScalarShape { Scalar: Scalar.Integer }, { } number) when long.TryParse(number.Json, out _) => value,
            _ => null,
        };
    }

    // Scalars and records share the runtime's codecs; what is put together of others is put together once, in a field.
    private static string? Codec(string name, TypeShape type) => type is ScalarShape or RecordReference ? null : name + "Codec";

    private static string Summary(Conjunction schema, string otherwise) =>
        schema.Annotation(a => a.Title) ?? schema.Annotation(a => a.Description) ?? otherwise;

    private static string? Remarks(Conjunction schema) =>
        schema.Annotation(a => a.Title) is null ? null : schema.Annotation(a => a.Description);

    // What a writer of the member would look up: what holds where it is left out, and who says so.
    private static string? MemberRemarks(Conjunction schema)
    {
        string? standard = schema.Annotation(a => a.Default);
        string? source = schema.Annotation(a => a.Source);
        string[] parts =
        [
            Remarks(schema) ?? "",
            standard is null or { Length: > LongestDefault } ? "" : $"Default: {standard}.",
            source is null ? "" : $"Source: {source}.",
        ];
        string remarks = string.Join(" ", parts.Where(part => part.Length > 0));
        return remarks.Length == 0 ? null : remarks;
    }

    private static bool IsDeprecated(Conjunction schema) => schema.Nodes[0].Annotations.Deprecated;
}
