using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Validators.Plan;

/// <summary>What one schema says about items.</summary>
internal sealed class ArraySchema(SchemaProgram program, Subschema schema)
{
    private readonly SchemaNode _source = program.Nodes[schema.Node];

    /// <summary>Whether any of its keywords is about arrays.</summary>
    public bool SaysSomething => _source.Keywords.Any(k => k is PrefixItemsKeyword or ItemsKeyword or AlternatesKeyword or ContainsKeyword
        or UniqueItemsKeyword or SizeKeyword { Size: Size.MinItems or Size.MaxItems });

    /// <summary>How many first items have schemas of their own.</summary>
    public int PrefixCount => _source.Find<PrefixItemsKeyword>()?.Nodes.Count ?? 0;

    /// <summary>Bounds on the number of items.</summary>
    public IEnumerable<SizeDemand> Sizes => _source.Keywords.OfType<SizeKeyword>()
        .Where(k => k.Size is Size.MinItems or Size.MaxItems)
        .Select(k => new SizeDemand(k.Size, k.Limit, Demand(k.Assertion)));

    /// <summary>The first item that is not allowed.</summary>
    public IEnumerable<UnexpectedItem> Unexpected => _source.Keywords.OfType<ItemsKeyword>()
        .Where(k => IsFalse(k.Node))
        .Select(k => new UnexpectedItem(PrefixCount, Demand(k.Assertion)));

    /// <summary>Whose turn it is.</summary>
    public IEnumerable<(AlternatesKeyword Keyword, Demand Demand)> Alternates =>
        _source.Keywords.OfType<AlternatesKeyword>().Select(k => (k, Demand(k.Assertion)));

    /// <summary><c>contains</c>.</summary>
    public IEnumerable<ContainsKeyword> Contains => _source.Keywords.OfType<ContainsKeyword>();

    /// <summary><c>uniqueItems</c>.</summary>
    public IEnumerable<Demand> Unique => _source.Keywords.OfType<UniqueItemsKeyword>().Select(k => Demand(k.Assertion));

    /// <summary>How many first items it evaluates.</summary>
    public long CoveredItems => _source.Find<ItemsKeyword>() is null ? PrefixCount : long.MaxValue;

    /// <summary>The same way to another schema.</summary>
    public Subschema With(int node) => schema with { Node = node };

    /// <summary>Schemas of the item at an index.</summary>
    public IEnumerable<Subschema> ForItem(int index)
    {
        if (index < PrefixCount)
        {
            return [schema with { Node = _source.Find<PrefixItemsKeyword>()!.Nodes[index] }];
        }

        return _source.Find<ItemsKeyword>() is { } items && !IsFalse(items.Node) ? [schema with { Node = items.Node }] : [];
    }

    /// <summary>An assertion of this schema.</summary>
    public Demand Demand(AssertionSpec spec) => new(spec, schema.Advice);

    private bool IsFalse(int node) => program.Nodes[node].Find<FalseKeyword>() is not null;
}
