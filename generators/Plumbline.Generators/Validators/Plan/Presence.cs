using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>
/// What a keyword with branches asks of an object, where it asks for nothing but which members the object has: <c>anyOf</c> over <c>required</c>,
/// say. The first reading of the object has seen that, so that no branch need be tried where the keyword holds.
/// </summary>
/// <param name="Kind">How the names and parts are put together.</param>
/// <param name="Names">Members that have to be there (<see cref="PresenceKind.Members"/>).</param>
/// <param name="Parts">Conditions.</param>
internal sealed record Presence(PresenceKind Kind, IReadOnlyList<string> Names, IReadOnlyList<Presence> Parts)
{
    // Deeper schemas are tried as ever; recursive ones end here.
    private const int Deepest = 8;

    /// <summary>Every name that it hangs on.</summary>
    public IEnumerable<string> AllNames => Names.Concat(Parts.SelectMany(p => p.AllNames));

    /// <summary>The condition under which a keyword holds of objects; null where it asks for more than which members there are.</summary>
    public static Presence? Of(SchemaProgram program, Keyword keyword) =>
        Of(program, keyword, Deepest) is { } found && found.AllNames.Any() ? found : null;

    private static Presence? Of(SchemaProgram program, Keyword keyword, int depth)
    {
        switch (keyword)
        {
            case RequiredKeyword required:
                return Members(required.Names);
            case DependentRequiredKeyword dependent:
                return All(dependent.Dependencies.Select(d => Implies(Members([d.Name]), Members(d.Required))));
            case TypeKeyword type when (type.Types & JsonTypes.Object) != 0:
                return Members([]);
            case RefKeyword reference:
                return OfSchema(program, reference.Node, depth);
            case AllOfKeyword all:
                return Each(all.Nodes, PresenceKind.All);
            case AnyOfKeyword any:
                return Each(any.Nodes, PresenceKind.Any);
            case OneOfKeyword one:
                return Each(one.Nodes, PresenceKind.One);
            case NotKeyword not:
                return OfSchema(program, not.Node, depth) is { } denied ? Not(denied) : null;
            case ConditionKeyword condition:
                Presence? then = condition.Then is { } thenNode ? OfSchema(program, thenNode, depth) : Members([]);
                Presence? otherwise = condition.Else is { } elseNode ? OfSchema(program, elseNode, depth) : Members([]);
                return then is not null && otherwise is not null && OfSchema(program, condition.If, depth) is { } test
                    ? All([Implies(test, then), Implies(Not(test), otherwise)])
                    : null;
            default:
                return null;
        }

        Presence? Each(EquatableArray<int> nodes, PresenceKind kind)
        {
            Presence?[] parts = [.. nodes.Select(n => OfSchema(program, n, depth))];
            return Array.TrueForAll(parts, p => p is not null) ? new Presence(kind, [], [.. parts.Select(p => p!)]) : null;
        }
    }

    private static Presence? OfSchema(SchemaProgram program, int node, int depth)
    {
        if (depth == 0)
        {
            return null;
        }

        var parts = new List<Presence>();
        foreach (Keyword keyword in program.Nodes[node].Keywords)
        {
            if (Of(program, keyword, depth - 1) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return parts.Count == 1 ? parts[0] : All(parts);
    }

    private static Presence Members(IEnumerable<string> names) => new(PresenceKind.Members, [.. names.Distinct(StringComparer.Ordinal)], []);

    private static Presence All(IEnumerable<Presence> parts) => new(PresenceKind.All, [], [.. parts]);

    private static Presence Not(Presence part) => new(PresenceKind.Not, [], [part]);

    private static Presence Implies(Presence test, Presence then) => new(PresenceKind.Any, [], [Not(test), then]);
}

/// <summary>How a <see cref="Presence"/> is put together.</summary>
internal enum PresenceKind
{
    /// <summary>All the names are there.</summary>
    Members,
    /// <summary>All parts hold.</summary>
    All,
    /// <summary>Some part holds.</summary>
    Any,
    /// <summary>Exactly one part holds.</summary>
    One,
    /// <summary>The one part does not hold.</summary>
    Not,
}
