using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Shapes;

/// <summary>
/// The schemas that all hold for one value: a schema, what it refers to, and their <c>allOf</c>. A C# type is the shape of a
/// conjunction, so that a reference with a description beside it, or a base in <c>allOf</c>, needs no case of its own.
/// </summary>
internal sealed class Conjunction
{
    private readonly Conjunctions _all;
    private readonly List<SchemaNode> _nodes = [];

    /// <summary>Gathers the schemas that hold where one does.</summary>
    public Conjunction(SchemaProgram program, Conjunctions all, int start)
    {
        _all = all;
        var seen = new HashSet<int>();
        var open = new Stack<int>();
        var key = new SortedSet<int>();
        open.Push(start);
        while (open.Count > 0)
        {
            int index = open.Pop();
            if (!seen.Add(index))
            {
                continue;
            }

            SchemaNode node = program.Nodes[index];
            _nodes.Add(node);
            bool says = false;
            foreach (Keyword keyword in node.Keywords)
            {
                switch (keyword)
                {
                    case RefKeyword reference: open.Push(reference.Node); break;
                    case DynamicRefKeyword reference: open.Push(reference.Node); break;
                    case AllOfKeyword joint:
                        for (int i = joint.Nodes.Count - 1; i >= 0; i--)
                        {
                            open.Push(joint.Nodes[i]);
                        }

                        break;
                    default: says = true; break;
                }
            }

            if (says)
            {
                key.Add(index);
            }
        }

        Key = string.Join(",", key);
    }

    /// <summary>The same for two conjunctions of the same schemas, whichever references lead to them.</summary>
    public string Key { get; }

    /// <summary>The schemas; the one that was asked for first.</summary>
    public IReadOnlyList<SchemaNode> Nodes => _nodes;

    /// <summary>Every keyword of a kind.</summary>
    public IEnumerable<T> All<T>()
        where T : Keyword => _nodes.SelectMany(node => node.Keywords).OfType<T>();

    /// <summary>The groups of alternatives that the value must meet.</summary>
    public IEnumerable<EquatableArray<int>> Choices() =>
        All<AnyOfKeyword>().Select(any => any.Nodes).Concat(All<OneOfKeyword>().Select(one => one.Nodes));

    /// <summary>The types that a value can have. Integers count as numbers too, as in <see cref="JsonTypes.Number"/>.</summary>
    public JsonTypes Types => _all.TypesOf(this);

    /// <summary>The types that these schemas leave, with those of their alternatives told by another.</summary>
    public JsonTypes TypesLeft(Func<int, JsonTypes> typesOfBranch)
    {
        JsonTypes types = JsonTypes.Any;
        foreach (Keyword keyword in _nodes.SelectMany(node => node.Keywords))
        {
            types &= keyword switch
            {
                TypeKeyword type => WithIntegers(type.Types),
                EnumKeyword values => values.Values.Items.Aggregate(JsonTypes.None, (all, value) => all | WithIntegers(value.Type)),
                ConstKeyword constant => WithIntegers(constant.Value.Type),
                FalseKeyword => JsonTypes.None,
                _ => JsonTypes.Any,
            };
        }

        foreach (EquatableArray<int> choice in Choices())
        {
            types &= choice.Items.Aggregate(JsonTypes.None, (all, node) => all | typesOfBranch(node));
        }

        return types;
    }

    /// <summary>Whether a schema says that the value is an object by <c>properties</c>, where no <c>type</c> does.</summary>
    public bool HasProperties => All<PropertiesKeyword>().Any();

    /// <summary>The members that the schemas name, each once, in order. A name with half of a surrogate pair is that of no member of well-formed
    /// JSON.</summary>
    public IReadOnlyList<NamedSchema> Properties()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return [.. All<PropertiesKeyword>().SelectMany(keyword => keyword.Properties.Items)
            .Where(member => Literals.HasUtf8Form(member.Name) && names.Add(member.Name))];
    }

    /// <summary>The names that are required.</summary>
    public HashSet<string> Required() => new(All<RequiredKeyword>().SelectMany(keyword => keyword.Names.Items), StringComparer.Ordinal);

    /// <summary>Whether the value can have members that <see cref="Properties"/> does not name.</summary>
    public bool AllowsOthers() => _nodes.All(node =>
        node.Find<PatternPropertiesKeyword>() is not null
        || node.Find<AdditionalPropertiesKeyword>() is not { } additional
        || _all.Of(additional.Node).Types != JsonTypes.None);

    /// <summary>The schema of all those members, or null where there is none, or several that come to different types.</summary>
    public int? Others()
    {
        SchemaNode[] speaking = [
            .. _nodes.Where(node => node.Find<AdditionalPropertiesKeyword>() is not null || node.Find<PatternPropertiesKeyword>() is not null)];
        if (speaking.Length != 1 || speaking[0].Find<AdditionalPropertiesKeyword>() is not { } additional)
        {
            return null;
        }

        // Patterns and the rest; what forbids its members gives none a type.
        IEnumerable<int> patterns = speaking[0].Find<PatternPropertiesKeyword>()?.Patterns.Items.Select(pattern => pattern.Node) ?? [];
        int[] schemas = [.. patterns.Append(additional.Node).Where(node => _all.Of(node).Types != JsonTypes.None)];
        return schemas.Length == 0 ? additional.Node
            : Array.TrueForAll(schemas, node => _all.Of(node).ComesToTypeOf(_all.Of(schemas[0]))) ? schemas[0]
            : null;
    }

    // Exactly the same schemas, or both no more than one plain type.
    private bool ComesToTypeOf(Conjunction other) => Key == other.Key || (Types == other.Types && IsPlain() && other.IsPlain());

    private bool IsPlain() =>
        (Types & ~JsonTypes.Null) is JsonTypes.String or JsonTypes.Integer or JsonTypes.Boolean or (JsonTypes.Integer | JsonTypes.Number) &&
        !All<EnumKeyword>().Any() && !Choices().Any();

    /// <summary>The first annotation that a schema makes, the nearest to the start first.</summary>
    public string? Annotation(Func<SchemaAnnotations, string?> choose) =>
        _nodes.Select(node => choose(node.Annotations)).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    private static JsonTypes WithIntegers(JsonTypes types) => (types & JsonTypes.Number) != 0 ? types | JsonTypes.Integer : types;
}
