using Plumbline.Schema.Syntax;

namespace Plumbline.Schema.Resolution;

/// <summary>An edge between two schemas that a root reaches.</summary>
/// <param name="Keyword">The keyword that leads from one to the other.</param>
/// <param name="Target">The other schema.</param>
/// <param name="DynamicAnchor">The anchor by which a dynamic scope may lead elsewhere; null where none can.</param>
internal readonly record struct SchemaEdge(KeywordSyntax Keyword, SchemaSyntax Target, string? DynamicAnchor = null)
{
    /// <summary>Whether the keyword refers, instead of holding the schema.</summary>
    public bool IsReference => Keyword.Definition.Reference != ReferenceKind.None;

    /// <summary>Whether both schemas judge the same value.</summary>
    public bool IsInPlace => IsReference || Keyword.Definition.IsInPlace;
}

/// <summary>The schemas that a root reaches, numbered as a depth-first walk in document order first comes to them.</summary>
internal sealed class ReachedSchemas
{
    private readonly ReferenceResolver _resolver;
    private readonly Dictionary<SchemaSyntax, int> _numbers = [];
    private readonly List<SchemaSyntax> _schemas = [];
    private readonly List<SchemaEdge[]> _edges = [];
    private readonly List<SchemaResource> _resources = [];
    private readonly Dictionary<SchemaResource, int> _resourceNumbers = [];
    private readonly HashSet<string> _dynamicAnchors = new(StringComparer.Ordinal);

    public ReachedSchemas(SchemaSyntax root, ReferenceResolver resolver)
    {
        _resolver = resolver;
        Walk(root);

        // What a dynamic reference may be led to depends on the resources reached, and what it is led to reaches further ones.
        while (_resources.SelectMany(OverridesIn).FirstOrDefault(schema => !_numbers.ContainsKey(schema)) is { } unreached)
        {
            Walk(unreached);
        }
    }

    /// <summary>The schemas, by number.</summary>
    public IReadOnlyList<SchemaSyntax> Schemas => _schemas;

    /// <summary>The resources that they belong to, by number.</summary>
    public IReadOnlyList<SchemaResource> Resources => _resources;

    /// <summary>Names of the anchors that dynamic references of these schemas look for.</summary>
    public IReadOnlyCollection<string> DynamicAnchors => _dynamicAnchors;

    /// <summary>The number of a schema.</summary>
    public int NumberOf(SchemaSyntax schema) => _numbers[schema];

    /// <summary>The number of a resource.</summary>
    public int NumberOf(SchemaResource resource) => _resourceNumbers[resource];

    /// <summary>The edges that go out from a schema.</summary>
    public IReadOnlyList<SchemaEdge> EdgesOf(int schema) => _edges[schema];

    private IEnumerable<SchemaSyntax> OverridesIn(SchemaResource resource) =>
        from anchor in resource.DynamicAnchors
        where _dynamicAnchors.Contains(anchor.Key)
        orderby anchor.Value.Value.Span.Start
        select anchor.Value;

    private void Walk(SchemaSyntax root)
    {
        var pending = new Stack<SchemaSyntax>([root]);
        while (pending.Count > 0)
        {
            SchemaSyntax schema = pending.Pop();
            if (_numbers.ContainsKey(schema))
            {
                continue;
            }

            _numbers.Add(schema, _schemas.Count);
            _schemas.Add(schema);
            if (!_resourceNumbers.ContainsKey(schema.Resource))
            {
                _resourceNumbers[schema.Resource] = _resources.Count;
                _resources.Add(schema.Resource);
            }

            SchemaEdge[] edges = [.. Edges(schema)];
            _edges.Add(edges);
            for (int i = edges.Length - 1; i >= 0; i--)
            {
                pending.Push(edges[i].Target);
            }
        }
    }

    private IEnumerable<SchemaEdge> Edges(SchemaSyntax schema)
    {
        foreach (KeywordSyntax keyword in schema.Keywords)
        {
            if (keyword.Definition.Reference != ReferenceKind.None)
            {
                ReferenceTarget target = _resolver.Follow(schema, keyword);
                if (target.DynamicAnchor is { } anchor)
                {
                    _dynamicAnchors.Add(anchor);
                }

                if (target.Schema is { } found)
                {
                    yield return new SchemaEdge(keyword, found, target.DynamicAnchor);
                }
            }
            else if (keyword.Definition.IsAppliedIn(schema))
            {
                foreach (Subschema inner in keyword.Definition.Shape.Subschemas(keyword.Value))
                {
                    if (_resolver.SchemaAt(schema.File, inner.Value) is { } applied)
                    {
                        yield return new SchemaEdge(keyword, applied);
                    }
                }
            }
        }
    }
}
