using Plumbline.Schema.Syntax;

namespace Plumbline.Schema.Resolution;

/// <summary>Finds references that lead back to their own schema while the value stays the same: evaluating them would never end.</summary>
internal sealed class CycleFinder
{
    private const int MaxTold = 5;

    private readonly ReachedSchemas _reached;
    private readonly DynamicScopes _scopes;
    private readonly Dictionary<Place, Visit> _visits = [];
    private readonly Queue<Place> _starts = new();
    private readonly HashSet<KeywordSyntax> _told = [];

    private CycleFinder(ReachedSchemas reached)
    {
        _reached = reached;
        _scopes = new DynamicScopes(reached);
    }

    /// <summary>The last reference of each circle, with the places that the circle goes through.</summary>
    public static IEnumerable<SchemaDiagnostic> Find(ReachedSchemas reached) => new CycleFinder(reached).Run();

    private enum Visit : byte
    {
        None,
        OnPath,
        Done,
    }

    // What the root leads to, in the scopes in which it does; then what can only be reached otherwise, each by itself.
    private IEnumerable<SchemaDiagnostic> Run()
    {
        var seen = new HashSet<int>();
        for (int schema = 0; schema < _reached.Schemas.Count; schema++)
        {
            if (seen.Contains(schema))
            {
                continue;
            }

            _starts.Enqueue(new Place(schema, _scopes.Enter(DynamicScopes.Outermost, _reached.Schemas[schema].Resource)));
            while (_starts.Count > 0)
            {
                foreach (SchemaDiagnostic found in FindFrom(_starts.Dequeue()))
                {
                    yield return found;
                }
            }

            seen.UnionWith(_visits.Keys.Select(place => place.Schema));
        }
    }

    private IEnumerable<SchemaDiagnostic> FindFrom(Place start)
    {
        if (VisitOf(start) != Visit.None)
        {
            yield break;
        }

        // The path walked: each step is a place and the number of its edges already taken.
        var path = new List<(Place Place, int Taken)> { (start, 0) };
        _visits[start] = Visit.OnPath;
        while (path.Count > 0)
        {
            (Place place, int taken) = path[path.Count - 1];
            IReadOnlyList<SchemaEdge> edges = _reached.EdgesOf(place.Schema);
            if (taken == edges.Count)
            {
                _visits[place] = Visit.Done;
                path.RemoveAt(path.Count - 1);
                continue;
            }

            path[path.Count - 1] = (place, taken + 1);
            Place target = TargetOf(edges[taken], place.Scope);
            Visit visit = VisitOf(target);
            if (!edges[taken].IsInPlace)
            {
                _starts.Enqueue(target);
            }
            else if (visit == Visit.None)
            {
                _visits[target] = Visit.OnPath;
                path.Add((target, 0));
            }
            else if (visit == Visit.OnPath && LastReference(path, target) is var (from, keyword) && _told.Add(keyword))
            {
                yield return Describe(path, target, from, keyword);
            }
        }
    }

    private Visit VisitOf(Place place) => _visits.TryGetValue(place, out Visit visit) ? visit : Visit.None;

    private Place TargetOf(SchemaEdge edge, int scope)
    {
        SchemaSyntax target = edge.DynamicAnchor is { } anchor && _scopes.Find(scope, anchor) is { } overriding ? overriding : edge.Target;
        return new Place(_reached.NumberOf(target), _scopes.Enter(scope, target.Resource));
    }

    // A circle always holds a reference: without one, a schema would stand inside itself.
    private (SchemaSyntax From, KeywordSyntax Keyword) LastReference(List<(Place Place, int Taken)> path, Place target)
    {
        int at = path.Count - 1;
        while (path[at].Place != target && !EdgeAt(path, at).IsReference)
        {
            at--;
        }

        return (_reached.Schemas[path[at].Place.Schema], EdgeAt(path, at).Keyword);
    }

    private SchemaEdge EdgeAt(List<(Place Place, int Taken)> path, int at) => _reached.EdgesOf(path[at].Place.Schema)[path[at].Taken - 1];

    private SchemaDiagnostic Describe(List<(Place Place, int Taken)> path, Place target, SchemaSyntax from, KeywordSyntax keyword)
    {
        int first = path.FindIndex(step => step.Place == target);
        string[] places = [.. path.Skip(first).Take(MaxTold).Select(step => "#" + _reached.Schemas[step.Place.Schema].Pointer)];
        string more = path.Count - first > MaxTold ? " → …" : "";
        string message = $"\"{keyword.Name}\" leads back to its own schema without reading any input: {string.Join(" → ", places)}{more} → {places[0]}";
        return new SchemaDiagnostic(Rules.ReferenceCycle, message, from.File.Path, keyword.Value.Span);
    }

    /// <summary>A schema, and the number of the dynamic scope in which a value comes to it.</summary>
    private readonly record struct Place(int Schema, int Scope);
}
