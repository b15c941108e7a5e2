using Plumbline.Schema.Json;

namespace Plumbline.Schema.Interpretation;

/// <summary><c>$ref</c>, and each schema of <c>allOf</c>.</summary>
/// <param name="plan">The schema.</param>
/// <param name="reference">Location of the reference, where faults tell the way through it; else null.</param>
internal sealed class AlsoCheck(NodePlan plan, string? reference = null) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage) => run.Follow(reference, plan, value, coverage);
}

/// <summary><c>$dynamicRef</c> and <c>$recursiveRef</c>.</summary>
internal sealed class DynamicReferenceCheck(NodePlan plan, string anchor, IReadOnlyDictionary<int, NodePlan> overrides, string? reference) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        int node = run.Scope.Resolve(anchor);
        run.Follow(reference, overrides.TryGetValue(node, out NodePlan? target) ? target : plan, value, coverage);
    }
}

/// <summary><c>anyOf</c>.</summary>
internal sealed class AnyOfCheck(IReadOnlyList<NodePlan> branches, Assertion assertion, bool hasAdvice) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        var choice = default(Choice);
        foreach (NodePlan branch in branches)
        {
            // What every matching branch evaluates counts, so all are tried where that is asked.
            if (choice.Try(run, branch, value, coverage) && coverage is null)
            {
                break;
            }
        }

        if (choice.Matches == 0)
        {
            choice.ReportClosest(run, value, coverage, assertion);
        }
        else if (hasAdvice)
        {
            choice.ReportAdvice(run, value);
        }
    }
}

/// <summary><c>oneOf</c>.</summary>
internal sealed class OneOfCheck(IReadOnlyList<NodePlan> branches, Assertion none, Assertion many, bool hasAdvice) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        var choice = default(Choice);
        foreach (NodePlan branch in branches)
        {
            choice.Try(run, branch, value, coverage);
        }

        if (choice.Matches == 0)
        {
            choice.ReportClosest(run, value, coverage, none);
        }
        else if (choice.Matches - choice.Undecided > 1)
        {
            run.Fault(many, value.Span.Start);
        }
        else if (hasAdvice)
        {
            choice.ReportAdvice(run, value);
        }
    }
}

/// <summary>The branches of a union while they are tried.</summary>
internal struct Choice
{
    private NodePlan? _closest;
    private NodePlan? _firstMatch;
    private long _lowest;
    private bool _otherThanType;

    public int Matches { get; private set; }

    /// <summary>Those of the matches that may as well be none.</summary>
    public int Undecided { get; private set; }

    public bool Try(Evaluation run, NodePlan branch, PositionedValue value, Coverage? coverage)
    {
        long penalty = run.Try(branch, value, coverage, out bool isUndecided);
        if (penalty == 0)
        {
            _firstMatch ??= branch;
            Matches++;
            Undecided += isUndecided ? 1 : 0;
            return true;
        }

        _otherThanType |= !Closeness.IsWrongType(penalty);
        if (_closest is null || penalty < _lowest)
        {
            _closest = branch;
            _lowest = penalty;
        }

        return false;
    }

    /// <summary>After no branch matched: tells the faults of the branch that came closest, and nothing else; or, when every branch failed by the
    /// value's type, one fault of the union.</summary>
    public readonly void ReportClosest(Evaluation run, PositionedValue value, Coverage? coverage, Assertion assertion)
    {
        if (run.Faults.IsMuted)
        {
            // A union without branches has no lowest penalty.
            run.Faults.AddUnion(Math.Max(_lowest, Closeness.Slip), run.Depth);
        }
        else if (_otherThanType)
        {
            _closest!.Judge(run, value, coverage);
        }
        else
        {
            run.Fault(assertion, value.Span.Start);
        }
    }

    /// <summary>After a branch matched: reads the first one again, so that its advice is told.</summary>
    public readonly void ReportAdvice(Evaluation run, PositionedValue value)
    {
        if (!run.Faults.IsMuted)
        {
            _firstMatch!.Judge(run, value, null);
        }
    }
}

/// <summary><c>not</c>.</summary>
internal sealed class NotCheck(NodePlan plan, Assertion assertion) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        if (run.Try(plan, value, null, out bool isUndecided) == 0 && !isUndecided)
        {
            run.Fault(assertion, value.Span.Start);
        }
    }
}

/// <summary><c>if</c>, <c>then</c> and <c>else</c>.</summary>
internal sealed class ConditionCheck(NodePlan condition, NodePlan? then, NodePlan? otherwise) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        if (then is null && otherwise is null && coverage is null)
        {
            return;
        }

        NodePlan? next = run.Try(condition, value, coverage, out bool isUndecided) == 0 ? then : otherwise;
        if (!isUndecided)
        {
            next?.Judge(run, value, coverage);
        }
        else if (coverage is not null)
        {
            // Either may hold: what one of them knows is no stranger.
            Cover(run, then, value, coverage);
            Cover(run, otherwise, value, coverage);
        }
    }

    private static void Cover(Evaluation run, NodePlan? plan, PositionedValue value, Coverage coverage)
    {
        if (plan is not null)
        {
            run.Try(plan, value, coverage);
        }
    }
}

/// <summary><c>x-advice</c>: never part of the verdict, so nothing to trials.</summary>
internal sealed class AdviceCheck(NodePlan plan) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        if (!run.Faults.IsMuted)
        {
            plan.Judge(run, value, null);
        }
    }
}
