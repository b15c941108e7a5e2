using Plumbline.Schema.Syntax;

namespace Plumbline.Schema.Resolution;

/// <summary>Finds references that lead back to their own schema while the value stays the same: evaluating them would never end.</summary>
internal static class CycleFinder
{
    private const int MaxTold = 5;

    /// <summary>The last reference of each circle, with the places that the circle goes through.</summary>
    public static IEnumerable<SchemaDiagnostic> Find(ReachedSchemas reached)
    {
        var state = new Visit[reached.Schemas.Count];
        var told = new HashSet<KeywordSyntax>();
        for (int start = 0; start < state.Length; start++)
        {
            if (state[start] == Visit.None)
            {
                foreach (SchemaDiagnostic found in FindFrom(start, reached, state, told))
                {
                    yield return found;
                }
            }
        }
    }

    private enum Visit : byte
    {
        None,
        OnPath,
        Done,
    }

    private static IEnumerable<SchemaDiagnostic> FindFrom(int start, ReachedSchemas reached, Visit[] state, HashSet<KeywordSyntax> told)
    {
        // The path walked: each step is a schema and the number of its edges already taken.
        var path = new List<(int Schema, int Taken)> { (start, 0) };
        state[start] = Visit.OnPath;
        while (path.Count > 0)
        {
            (int schema, int taken) = path[path.Count - 1];
            IReadOnlyList<SchemaEdge> edges = reached.EdgesOf(schema);
            if (taken == edges.Count)
            {
                state[schema] = Visit.Done;
                path.RemoveAt(path.Count - 1);
                continue;
            }

            path[path.Count - 1] = (schema, taken + 1);
            int target = reached.NumberOf(edges[taken].Target);
            if (!edges[taken].IsInPlace || state[target] == Visit.Done)
            {
                continue;
            }

            if (state[target] == Visit.None)
            {
                state[target] = Visit.OnPath;
                path.Add((target, 0));
            }
            else if (LastReference(path, target, reached) is var (from, keyword) && told.Add(keyword))
            {
                yield return Describe(path, target, from, keyword, reached);
            }
        }
    }

    // A circle always holds a reference: without one, a schema would stand inside itself.
    private static (SchemaSyntax From, KeywordSyntax Keyword) LastReference(List<(int Schema, int Taken)> path, int target, ReachedSchemas reached)
    {
        int at = path.Count - 1;
        while (path[at].Schema != target && !EdgeAt(path, at, reached).IsReference)
        {
            at--;
        }

        return (reached.Schemas[path[at].Schema], EdgeAt(path, at, reached).Keyword);
    }

    private static SchemaEdge EdgeAt(List<(int Schema, int Taken)> path, int at, ReachedSchemas reached) =>
        reached.EdgesOf(path[at].Schema)[path[at].Taken - 1];

    private static SchemaDiagnostic Describe(
        List<(int Schema, int Taken)> path, int target, SchemaSyntax from, KeywordSyntax keyword, ReachedSchemas reached)
    {
        int first = path.FindIndex(step => step.Schema == target);
        string[] places = [.. path.Skip(first).Take(MaxTold).Select(step => "#" + reached.Schemas[step.Schema].Pointer)];
        string more = path.Count - first > MaxTold ? " → …" : "";
        string message = $"\"{keyword.Name}\" leads back to its own schema without reading any input: {string.Join(" → ", places)}{more} → {places[0]}";
        return new SchemaDiagnostic(Rules.ReferenceCycle, message, from.File.Path, keyword.Value.Span);
    }
}
