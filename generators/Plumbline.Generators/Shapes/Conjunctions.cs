using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Shapes;

/// <summary>The conjunctions of a program, each worked out once.</summary>
internal sealed class Conjunctions(SchemaProgram program)
{
    // Alternatives inside alternatives beyond this are not looked into: such a value stays untyped.
    private const int DeepestChoice = 32;

    private readonly Conjunction?[] _known = new Conjunction?[program.Nodes.Count];
    private readonly Dictionary<Conjunction, JsonTypes> _types = [];
    private int _depth;

    /// <summary>What holds where a schema does.</summary>
    public Conjunction Of(int node) => _known[node] ??= new Conjunction(program, this, node);

    /// <summary>The types that a value can have.</summary>
    public JsonTypes TypesOf(Conjunction schema)
    {
        if (_types.TryGetValue(schema, out JsonTypes types))
        {
            return types;
        }

        if (_depth == DeepestChoice)
        {
            return JsonTypes.Any;
        }

        // A choice that leads back to itself adds nothing that the other branches do not.
        _types[schema] = JsonTypes.Any;
        _depth++;
        types = schema.TypesLeft(node => Of(node).Types);
        _depth--;
        _types[schema] = types;
        return types;
    }
}
