using System.Runtime.CompilerServices;
using Plumbline.Schema.Json;

namespace Plumbline.Schema.Interpretation;

/// <summary>A schema made ready to judge, as it stands under one advice or under none.</summary>
internal sealed class NodePlan(int id, string location, int resource, Advice? within)
{
    /// <summary>Identity among the plans of an interpreter; part of the key under which trials are remembered.</summary>
    public int Id => id;

    /// <summary>Location of the schema.</summary>
    public string Location => location;

    /// <summary>The advice whose faults this plan reports, or null where it is part of the verdict.</summary>
    public Advice? Within => within;

    /// <summary>Whether this is the schema <c>false</c>; appliers report that in their own words.</summary>
    public bool IsFalse { get; set; }

    public TypeCheck? Type { get; set; }

    /// <summary>Checks that a failed <c>type</c> silences: one fault, one finding.</summary>
    public List<KeywordCheck> ValueChecks { get; } = [];

    public List<KeywordCheck> Checks { get; } = [];

    /// <summary>Checks that ask what all others have evaluated.</summary>
    public List<KeywordCheck> UnevaluatedChecks { get; } = [];

    /// <summary>Holds the schema against a value.</summary>
    /// <param name="run">Takes the faults.</param>
    /// <param name="value">The value.</param>
    /// <param name="coverage">Takes the members and items that were evaluated, where an <c>unevaluated…</c> keyword asks; else null.</param>
    public void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        if (run.IsUnknown(value))
        {
            run.MeetUnknown(value, Type);
            foreach (KeywordCheck check in Checks)
            {
                // What a reference leads to holds as well; choices stay open.
                (check as AlsoCheck)?.Judge(run, value, null);
            }

            return;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        run.Visits++;
        run.At = value.Span.Start;
        DynamicScope outerScope = run.Enter(resource);
        Coverage? own = UnevaluatedChecks.Count > 0 ? new Coverage() : coverage;
        if (Type is null || Type.Holds(run, value))
        {
            foreach (KeywordCheck check in ValueChecks)
            {
                check.Judge(run, value, own);
            }
        }

        foreach (KeywordCheck check in Checks)
        {
            check.Judge(run, value, own);
        }

        foreach (KeywordCheck check in UnevaluatedChecks)
        {
            check.Judge(run, value, own);
        }

        if (own != coverage)
        {
            coverage?.Add(own!);
        }

        run.Scope = outerScope;
    }
}

/// <summary>One keyword of a schema (or the few that only mean something together), made ready to judge.</summary>
internal abstract class KeywordCheck
{
    public abstract void Judge(Evaluation run, PositionedValue value, Coverage? coverage);
}
