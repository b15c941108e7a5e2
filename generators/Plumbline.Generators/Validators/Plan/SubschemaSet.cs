using System.Globalization;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>The schemas that judge one value, after <c>$ref</c>, <c>allOf</c> and <c>x-advice</c> have been followed: all that apply to the same
/// value, each once.</summary>
internal sealed class SubschemaSet
{
    private readonly SchemaProgram _program;
    private readonly List<Subschema> _members = [];
    private readonly HashSet<Subschema> _seen = [];

    private SubschemaSet(SchemaProgram program)
    {
        _program = program;
    }

    /// <summary>The schemas with keywords of their own to judge by, in the order in which they were reached.</summary>
    public IReadOnlyList<Subschema> Members => _members;

    /// <summary>What a plan node for the set is found by, together with its taps.</summary>
    public string Key(IEnumerable<Tap> taps)
    {
        IEnumerable<string> schemas = _members
            .Select(m => string.Concat(m.Node.ToString(CultureInfo.InvariantCulture), "\u0001", m.Advice?.ToString()))
            .OrderBy(s => s, StringComparer.Ordinal);
        IEnumerable<string> ways = taps
            .Select(t => string.Concat(t.Kind, t.Index.ToString(CultureInfo.InvariantCulture), "\u0001", string.Join("\u0002", t.Rest)))
            .OrderBy(s => s, StringComparer.Ordinal);
        return string.Join("\u0003", schemas) + "\u0004" + string.Join("\u0003", ways);
    }

    /// <summary>Follows schemas to the set that they stand for.</summary>
    public static SubschemaSet Of(SchemaProgram program, IEnumerable<Subschema> schemas)
    {
        var set = new SubschemaSet(program);
        foreach (Subschema schema in schemas)
        {
            set.Follow(schema);
        }

        return set;
    }

    private void Follow(Subschema schema)
    {
        if (!_seen.Add(schema))
        {
            return;
        }

        SchemaNode node = _program.Nodes[schema.Node];
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
                    Follow(schema with { Node = reference.Node });
                    break;
                case AllOfKeyword all:
                    foreach (int each in all.Nodes)
                    {
                        Follow(schema with { Node = each });
                    }

                    break;
                case AdviceKeyword advice:
                    Follow(new Subschema(advice.Node, new AdviceContext(advice.Severity, advice.Effect, advice.Message)));
                    break;
            }
        }
    }

    private static bool IsFollowed(Keyword keyword) =>
        keyword is RefKeyword or DynamicRefKeyword or AllOfKeyword or AdviceKeyword;
}
