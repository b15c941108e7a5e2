using Plumbline.Schema.Json;

namespace Plumbline.Schema.Interpretation;

/// <summary>One value being judged.</summary>
internal sealed class Evaluation(PositionedText text, FaultList faults, ValidationOptions options, DynamicAnchorTable anchors)
{
    private readonly Dictionary<(int Offset, int Plan, int Scope), Tried> _tried = [];

    public FaultList Faults => faults;

    public ValidationOptions Options => options;

    public ReadOnlySpan<byte> Text => text.Utf8;

    public bool IsWellFormed => text.IsWellFormed;

    /// <summary>Arrays and objects open around the value being judged.</summary>
    public int Depth { get; set; }

    /// <summary>Where the value stands that was judged last; for the report of a stack that ran out.</summary>
    public int At { get; set; }

    public long Visits { get; set; }

    public DynamicScope Scope { get; set; } = anchors.Outermost();

    /// <summary>Enters a schema resource; returns the scope to go back to.</summary>
    public DynamicScope Enter(int resource)
    {
        DynamicScope outer = Scope;
        if (anchors.Has(resource))
        {
            Scope = outer.Push(resource);
        }

        return outer;
    }

    public void Fault(Assertion assertion, int offset, long actual = -1, string? name = null) =>
        faults.Add(new Fault(assertion, offset, actual, name), Depth);

    /// <summary>Reports a fault at a member's name or at an item: one level deeper than the value being judged.</summary>
    public void FaultInside(Assertion assertion, int offset) => faults.Add(new Fault(assertion, offset), Depth + 1);

    /// <summary>Judges a member or an item of the value being judged.</summary>
    public void JudgeInside(NodePlan plan, PositionedValue value)
    {
        Depth++;
        plan.Judge(this, value, null);
        Depth--;
    }

    /// <summary>Tries a member or an item of the value being judged.</summary>
    public long TryInside(NodePlan plan, PositionedValue value)
    {
        Depth++;
        long penalty = Try(plan, value, null);
        Depth--;
        return penalty;
    }

    /// <summary>Tries a schema on a value: nothing is reported. Remembered by place and schema, so that however branches nest, each schema is
    /// tried once on each value.</summary>
    /// <returns>The penalty (<see cref="Closeness"/>); 0 when the value matches. Then what was evaluated is added to the coverage.</returns>
    public long Try(NodePlan plan, PositionedValue value, Coverage? coverage)
    {
        (int Offset, int Plan, int Scope) key = (value.Span.Start, plan.Id, Scope.Id);
        if (!_tried.TryGetValue(key, out Tried tried) || (coverage is not null && tried is { Penalty: 0, Coverage: null }))
        {
            Coverage? own = coverage is null ? null : new Coverage();
            long mark = faults.BeginTrial(Depth, plan.Within);
            plan.Judge(this, value, own);
            _tried[key] = tried = new Tried(faults.EndTrial(mark), own);
        }

        if (tried.Penalty == 0 && coverage is not null)
        {
            coverage.Add(tried.Coverage!);
        }

        return tried.Penalty;
    }

    private readonly record struct Tried(long Penalty, Coverage? Coverage);
}
