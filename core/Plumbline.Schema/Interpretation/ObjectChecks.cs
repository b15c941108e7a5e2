using Plumbline.Schema.Json;

namespace Plumbline.Schema.Interpretation;

/// <summary><c>properties</c>, <c>patternProperties</c> and <c>additionalProperties</c>: which schemas judge which member.</summary>
internal sealed class MembersCheck : KeywordCheck
{
    private readonly Dictionary<string, NodePlan> _named = new(StringComparer.Ordinal);

    public List<(EcmaPattern Pattern, NodePlan Plan)> Patterns { get; } = [];

    public NodePlan? Additional { get; set; }

    /// <summary>What is reported of an additional member where the schema of those is <c>false</c>.</summary>
    public Assertion? Unknown { get; set; }

    public void Add(string name, NodePlan plan) => _named[name] = plan;

    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        foreach (PositionedMember member in value.Members)
        {
            // A name that is not known may be any of them.
            if (run.HasHole(member.NameSpan))
            {
                coverage?.Add(member.Value);
                continue;
            }

            bool known = false;
            if (_named.TryGetValue(member.Name, out NodePlan? named))
            {
                known = true;
                run.JudgeInside(named, member.Value);
            }

            foreach ((EcmaPattern pattern, NodePlan plan) in Patterns)
            {
                ReadOnlySpan<byte> name = run.Text.Slice(member.NameSpan.Start, member.NameSpan.Length);
                if (pattern.IsMatchRaw(RawString.Of(name)) == PatternOutcome.Match)
                {
                    known = true;
                    run.JudgeInside(plan, member.Value);
                }
            }

            if (!known && Additional is not null)
            {
                known = true;
                if (Additional.IsFalse)
                {
                    run.FaultInside(Unknown!, member.NameSpan.Start);
                }
                else
                {
                    run.JudgeInside(Additional, member.Value);
                }
            }

            if (known)
            {
                coverage?.Add(member.Value);
            }
        }
    }
}

internal sealed class PropertyNamesCheck(NodePlan plan) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        foreach (PositionedMember member in value.Members)
        {
            if (!run.HasHole(member.NameSpan))
            {
                run.JudgeInside(plan, member.NameValue);
            }
        }
    }
}

/// <summary><c>required</c>, and each trigger of <c>dependentRequired</c>.</summary>
internal sealed class RequiredCheck(string? trigger, IReadOnlyList<string> names, Assertion assertion) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        if (value.Kind != JsonKind.Object || (trigger is not null && value.Find(trigger) is null))
        {
            return;
        }

        foreach (string name in names)
        {
            if (value.Find(name) is not null)
            {
                continue;
            }

            if (value.IsOpen)
            {
                run.IsUndecided = true;
            }
            else
            {
                run.Fault(assertion, value.Span.Start, -1, name);
            }
        }
    }
}

internal sealed class DependentSchemaCheck(string trigger, NodePlan plan) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        if (value.Kind == JsonKind.Object && value.Find(trigger) is not null)
        {
            plan.Judge(run, value, coverage);
        }
    }
}

internal sealed class UnevaluatedPropertiesCheck(NodePlan plan, Assertion assertion) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        foreach (PositionedMember member in value.Members)
        {
            if (coverage!.Holds(member.Value) || run.HasHole(member.NameSpan))
            {
                continue;
            }

            coverage.Add(member.Value);
            if (plan.IsFalse)
            {
                run.FaultInside(assertion, member.NameSpan.Start);
            }
            else
            {
                run.JudgeInside(plan, member.Value);
            }
        }
    }
}

/// <summary><c>x-links</c>, <c>x-maxCount</c> and <c>x-equalCounts</c>.</summary>
internal sealed class RelationCheck(PathRelation rule) : KeywordCheck
{
    public override void Judge(Evaluation run, PositionedValue value, Coverage? coverage)
    {
        if (run.IsWhole)
        {
            rule.Judge(run.Text, value.Span.Start, value.Span.End, run.Faults);
        }
    }
}
