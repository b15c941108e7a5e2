using System.Globalization;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>The schemas that judge one value, after <c>$ref</c>, <c>allOf</c> and <c>x-advice</c> have been followed: all that apply to the same
/// value, each once.</summary>
internal sealed class SubschemaSet
{
    private readonly SchemaProgram _program;
    private readonly List<Subschema> _members = [];
    private readonly List<Subschema> _apart = [];
    private readonly List<Subschema> _advised = [];
    private readonly HashSet<Subschema> _seen = [];
    private readonly Subschema? _only;
    private readonly bool _covers;

    private SubschemaSet(SchemaProgram program, Subschema? only, bool covers)
    {
        _program = program;
        _only = only;
        _covers = covers || (only is { } schema && AsksForUnevaluated(program.Nodes[schema.Node]));
    }

    /// <summary>The schemas with keywords of their own to judge by, in the order in which they were reached.</summary>
    public IReadOnlyList<Subschema> Members => _members;

    /// <summary>Schemas that ask what <em>they</em> have evaluated of the value. They are not merged with others, whose part in it they must not see.</summary>
    public IReadOnlyList<Subschema> Apart => _apart;

    /// <summary>Schemas of <c>x-advice</c> where it matters what is evaluated. Advice is not part of the verdict, so nothing that it evaluates counts:
    /// it reads the value by itself. Elsewhere they are among the members.</summary>
    public IReadOnlyList<Subschema> Advised => _advised;

    /// <summary>What a plan node for the set is found by, together with its taps.</summary>
    public string Key(IEnumerable<Tap> taps)
    {
        IEnumerable<string> ways = taps
            .Select(t => string.Concat(t.Kind, t.Index.ToString(CultureInfo.InvariantCulture), "\u0001", string.Join("\u0002", t.Rest)))
            .OrderBy(s => s, StringComparer.Ordinal);
        return string.Join("\u0004", KeyOf(_members), KeyOf(_apart), KeyOf(_advised), string.Join("\u0003", ways));
    }

    /// <summary>Follows schemas to the set that they stand for.</summary>
    /// <param name="program">The program.</param>
    /// <param name="schemas">The schemas.</param>
    /// <param name="covers">Whether it matters to a schema around them what they evaluate.</param>
    public static SubschemaSet Of(SchemaProgram program, IReadOnlyList<Subschema> schemas, bool covers)
    {
        Subschema? only = schemas.Count == 1 ? Target(program, schemas[0]) : null;
        var set = new SubschemaSet(program, only, covers);
        foreach (Subschema schema in schemas)
        {
            set.Follow(only ?? schema);
        }

        return set;
    }

    /// <summary>What a schema that does nothing but refer refers to.</summary>
    public static Subschema Target(SchemaProgram program, Subschema schema)
    {
        for (int steps = 0; steps < program.Nodes.Count; steps++)
        {
            schema = schema with { Scope = schema.Scope.Enter(program, schema.Node) };
            EquatableArray<Keyword> keywords = program.Nodes[schema.Node].Keywords;
            if (keywords.Count != 1 || keywords[0] is not RefKeyword reference)
            {
                break;
            }

            schema = schema with { Node = reference.Node };
        }

        return schema;
    }

    private void Follow(Subschema schema)
    {
        schema = schema with { Scope = schema.Scope.Enter(_program, schema.Node) };
        if (!_seen.Add(schema))
        {
            return;
        }

        SchemaNode node = _program.Nodes[schema.Node];
        if (schema != _only && AsksForUnevaluated(node))
        {
            _apart.Add(schema);
            return;
        }

        if (node.Keywords.Any(k => !IsFollowed(k)))
        {
            _members.Add(schema);
        }

        foreach (Keyword keyword in node.Keywords)
        {
            switch (keyword)
            {
                case RefKeyword reference:
                    Follow(schema with { Node = reference.Node });
                    break;
                case DynamicRefKeyword reference:
                    Follow(schema with { Node = schema.Scope.Resolve(_program, reference) });
                    break;
                case AllOfKeyword all:
                    foreach (int each in all.Nodes)
                    {
                        Follow(schema with { Node = each });
                    }

                    break;
                case AdviceKeyword advice when schema.Advice is null:
                    Advise(schema with { Node = advice.Node, Advice = new AdviceContext(advice.Severity, advice.Effect, advice.Message) });
                    break;
            }
        }
    }

    private void Advise(Subschema schema)
    {
        if (!_covers)
        {
            Follow(schema);
        }
        else if (!_advised.Contains(schema))
        {
            _advised.Add(schema);
        }
    }

    private static bool AsksForUnevaluated(SchemaNode node) => node.Keywords.Any(k => k is UnevaluatedPropertiesKeyword or UnevaluatedItemsKeyword);

    private static string KeyOf(IEnumerable<Subschema> schemas) => string.Join(
        "\u0003",
        schemas
            .Select(m => string.Concat(
                m.Node.ToString(CultureInfo.InvariantCulture), "\u0001", string.Join(",", m.Scope.Resources), "\u0001", m.Advice?.ToString()))
            .OrderBy(s => s, StringComparer.Ordinal));

    private static bool IsFollowed(Keyword keyword) =>
        keyword is RefKeyword or DynamicRefKeyword or AllOfKeyword or AdviceKeyword;
}
