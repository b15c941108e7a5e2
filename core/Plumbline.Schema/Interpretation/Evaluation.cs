using Plumbline.Schema.Json;

namespace Plumbline.Schema.Interpretation;

/// <summary>One value being judged.</summary>
internal sealed class Evaluation(PositionedText text, FaultList faults, ValidationOptions options, DynamicAnchorTable anchors, UnknownValues? unknown)
{
    private readonly Dictionary<(int Offset, int Plan, int Scope), Tried> _tried = [];

    public FaultList Faults => faults;

    public ValidationOptions Options => options;

    public ReadOnlySpan<byte> Text => text.Utf8;

    /// <summary>Whether arrays and objects can be compared as wholes.</summary>
    public bool IsWhole => text.IsWellFormed && !text.HasHoles && unknown is not { Offsets.Count: > 0 };

    /// <summary>Arrays and objects open around the value being judged.</summary>
    public int Depth { get; set; }

    /// <summary>Where the value stands that was judged last; for the report of a stack that ran out.</summary>
    public int At { get; set; }

    public long Visits { get; set; }

    public DynamicScope Scope { get; set; } = anchors.Outermost();

    /// <summary>Whether a part of what stands at a span is not known.</summary>
    public bool HasHole(ByteSpan span) => text.HasHoles && text.Utf8.Slice(span.Start, span.Length).IndexOf((byte)PositionedText.Hole) >= 0;

    /// <summary>Whether something was met that is not known, so that a schema that no fault speaks against may hold or not.</summary>
    public bool IsUndecided { get; set; }

    /// <summary>Whether a value is not known: no value could be read, it holds a hole, or the caller says so.</summary>
    public bool IsUnknown(PositionedValue value) => value.Kind == JsonKind.Invalid || (unknown is not null && unknown.Offsets.Contains(value.Span.Start));

    /// <summary>Notes that a schema was held against a value that is not known. That a string stands there is known all the same.</summary>
    public void MeetUnknown(PositionedValue value, TypeCheck? type)
    {
        IsUndecided = true;
        if (type is null)
        {
            return;
        }

        if (value.Kind == JsonKind.String)
        {
            type.Holds(this, value);
        }

        if (!faults.IsMuted)
        {
            unknown?.Demand(value.Span.Start, type.Types);
        }
    }

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

    /// <summary>Judges the value by the schema that a reference leads to.</summary>
    /// <param name="reference">Location of the reference, where the faults tell it; else null.</param>
    /// <param name="target">The schema.</param>
    /// <param name="value">The value.</param>
    /// <param name="coverage">Takes what is evaluated, or null.</param>
    public void Follow(string? reference, NodePlan target, PositionedValue value, Coverage? coverage)
    {
        int first = faults.Count;
        target.Judge(this, value, coverage);
        if (reference is not null)
        {
            faults.MetThrough(first, target.Location, reference);
        }
    }

    /// <summary>Judges a member or an item of the value being judged.</summary>
    public void JudgeInside(NodePlan plan, PositionedValue value)
    {
        Depth++;
        plan.Judge(this, value, null);
        Depth--;
    }

    /// <summary>Tries a member or an item of the value being judged.</summary>
    public long TryInside(NodePlan plan, PositionedValue value, out bool isUndecided)
    {
        Depth++;
        long penalty = Try(plan, value, null, out isUndecided);
        Depth--;
        return penalty;
    }

    /// <summary>Tries a schema on a value: nothing is reported. Remembered by place and schema, so that however branches nest, each schema is
    /// tried once on each value.</summary>
    /// <returns>The penalty (<see cref="Closeness"/>); 0 when the value matches. Then what was evaluated is added to the coverage.</returns>
    public long Try(NodePlan plan, PositionedValue value, Coverage? coverage) => Try(plan, value, coverage, out _);

    /// <summary>Tries a schema on a value, and tells whether it may as well not match, because something in the value is not known.</summary>
    public long Try(NodePlan plan, PositionedValue value, Coverage? coverage, out bool isUndecided)
    {
        (int Offset, int Plan, int Scope) key = (value.Span.Start, plan.Id, Scope.Id);
        if (!_tried.TryGetValue(key, out Tried tried) || (coverage is not null && tried is { Penalty: 0, Coverage: null }))
        {
            Coverage? own = coverage is null ? null : new Coverage();
            bool outer = IsUndecided;
            IsUndecided = false;
            long mark = faults.BeginTrial(Depth, plan.Within);
            plan.Judge(this, value, own);
            _tried[key] = tried = new Tried(faults.EndTrial(mark), own, IsUndecided);
            IsUndecided = outer;
        }

        isUndecided = tried is { Penalty: 0, IsUndecided: true };
        IsUndecided |= isUndecided;

        if (tried.Penalty == 0 && coverage is not null)
        {
            coverage.Add(tried.Coverage!);
        }

        return tried.Penalty;
    }

    private readonly record struct Tried(long Penalty, Coverage? Coverage, bool IsUndecided);
}
