using Plumbline.Schema.Ir;

namespace Plumbline.Schema.Interpretation;

/// <summary>The schema resources that evaluation has entered, outermost first, that had a dynamic anchor which none further out has. Equal scopes are one
/// object, so that its number can stand for it where results are remembered.</summary>
internal sealed class DynamicScope
{
    private readonly DynamicScope? _outer;
    private readonly int _resource;
    private readonly DynamicAnchorTable _anchors;
    private readonly Dictionary<int, DynamicScope> _inner = [];
    private readonly Counter _counter;

    public DynamicScope(DynamicAnchorTable anchors)
    {
        _anchors = anchors;
        _resource = -1;
        _counter = new Counter();
    }

    private DynamicScope(DynamicScope outer, int resource)
    {
        _outer = outer;
        _resource = resource;
        _anchors = outer._anchors;
        _counter = outer._counter;
        Id = ++_counter.Last;
    }

    public int Id { get; }

    /// <summary>The scope with a resource entered. One that only has anchors that are led elsewhere already changes nothing: the outermost decides.</summary>
    public DynamicScope Push(int resource)
    {
        if (!_anchors.NamesIn(resource).Any(name => Resolve(name) < 0))
        {
            return this;
        }

        if (!_inner.TryGetValue(resource, out DynamicScope? inner))
        {
            _inner.Add(resource, inner = new DynamicScope(this, resource));
        }

        return inner;
    }

    /// <summary>The node of an anchor in the outermost resource that has it, or -1.</summary>
    public int Resolve(string anchor)
    {
        int node = -1;
        for (DynamicScope? scope = this; scope is not null; scope = scope._outer)
        {
            int found = _anchors.Find(scope._resource, anchor);
            node = found >= 0 ? found : node;
        }

        return node;
    }

    private sealed class Counter
    {
        public int Last { get; set; }
    }
}

/// <summary>The dynamic anchors of a program.</summary>
internal sealed class DynamicAnchorTable
{
    private readonly Dictionary<(int Resource, string Name), int> _nodes = [];
    private readonly ILookup<int, string> _names;

    public DynamicAnchorTable(SchemaProgram program)
    {
        foreach (DynamicAnchor anchor in program.DynamicAnchors)
        {
            _nodes[(anchor.Resource, anchor.Name)] = anchor.Node;
        }

        _names = program.DynamicAnchors.ToLookup(anchor => anchor.Resource, anchor => anchor.Name);
    }

    public bool Has(int resource) => _names.Contains(resource);

    /// <summary>The anchors of a resource.</summary>
    public IEnumerable<string> NamesIn(int resource) => _names[resource];

    public int Find(int resource, string name) => _nodes.TryGetValue((resource, name), out int node) ? node : -1;

    public DynamicScope Outermost() => new(this);
}
