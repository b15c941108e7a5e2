using Plumbline.Schema.Json;

namespace Plumbline.Schema.Interpretation;

/// <summary>The members and items of one value that some schema has evaluated, by the offsets of their values: what <c>unevaluatedProperties</c> and
/// <c>unevaluatedItems</c> ask.</summary>
/// <remarks>A schema that is part of a conjunction covers what it speaks about even when it fails: the value is invalid anyway, and the same slip
/// is not told a second time as an unknown member.</remarks>
internal sealed class Coverage
{
    private readonly HashSet<int> _offsets = [];

    public void Add(PositionedValue value) => _offsets.Add(value.Span.Start);

    public void Add(Coverage other) => _offsets.UnionWith(other._offsets);

    public bool Holds(PositionedValue value) => _offsets.Contains(value.Span.Start);
}
