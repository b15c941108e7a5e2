using System.Collections.Immutable;
using Plumbline.Schema.Json;

namespace Plumbline.Bodies.Repairs;

/// <summary>Finds what would mend a body. Every repair has been tried: the body after it, judged again, has fewer findings.</summary>
public static class BodyRepairs
{
    // Each repair leaves a finding less, so this only bounds what a text made to have very many may cost.
    private const int MostRepairs = 200;

    /// <summary>The repairs of one finding, the likeliest first; none where nothing is proved to help.</summary>
    /// <param name="text">The body.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="finding">One of the findings that <see cref="BodyJudge"/> tells of the body.</param>
    public static ImmutableArray<Repair> For(PositionedText text, BodySchema schema, BodyFinding finding) =>
        For(text, schema, finding, BodyJudge.Judge(text, schema).Length).ToImmutableArray();

    /// <summary>Applies repairs one after the other, each to what the one before left, until none is accepted any more.</summary>
    /// <param name="text">The body.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="accepts">Which repairs of which findings to apply: the safe ones, or those of a kind.</param>
    public static RepairedBody All(PositionedText text, BodySchema schema, Func<BodyFinding, Repair, bool> accepts)
    {
        var applied = ImmutableArray.CreateBuilder<AppliedRepair>();
        ImmutableArray<BodyFinding> findings = BodyJudge.Judge(text, schema);
        while (applied.Count < MostRepairs && Next(text, schema, findings, accepts) is { } next)
        {
            applied.Add(next);
            text = Apply(next.Repair, text);
            findings = BodyJudge.Judge(text, schema);
        }

        return new RepairedBody(text, applied.ToImmutable(), findings);
    }

    private static AppliedRepair? Next(
        PositionedText text, BodySchema schema, ImmutableArray<BodyFinding> findings, Func<BodyFinding, Repair, bool> accepts)
    {
        foreach (BodyFinding finding in findings)
        {
            if (For(text, schema, finding, findings.Length).FirstOrDefault(repair => accepts(finding, repair)) is { } repair)
            {
                return new AppliedRepair(finding, repair);
            }
        }

        return null;
    }

    private static IEnumerable<Repair> For(PositionedText text, BodySchema schema, BodyFinding finding, int findings)
    {
        // Ways to do the same thing (how many brackets to close, say) share a title: the first that helps is enough.
        var offered = new HashSet<string>(StringComparer.Ordinal);

        // Findings are told of the text as it is understood, with an object closed where its brace is missing.
        foreach (Repair repair in Candidates(UnclosedObject.Mend(text), schema, finding))
        {
            if (!offered.Contains(repair.Title) && BodyJudge.Judge(Apply(repair, text), schema).Length < findings)
            {
                offered.Add(repair.Title);
                yield return repair;
            }
        }
    }

    private static IEnumerable<Repair> Candidates(PositionedText text, BodySchema schema, BodyFinding finding) => finding switch
    {
        { Syntax: { } error } => new SyntaxRepairs(text, schema).For(error),
        { Fault: { } fault } => new SchemaRepairs(text, schema).For(fault),
        _ => [],
    };

    private static PositionedText Apply(Repair repair, PositionedText text)
    {
        byte[] repaired = repair.ApplyTo(text.Utf8);
        return text.HasHoles ? PositionedText.ParseWithHoles(repaired) : PositionedText.Parse(repaired);
    }
}

/// <summary>A repair, and the finding that it mended.</summary>
/// <param name="Finding">The finding; its place counts in the text as it was when the repair's turn came.</param>
/// <param name="Repair">The repair.</param>
public sealed record AppliedRepair(BodyFinding Finding, Repair Repair);

/// <summary>A body after repairs.</summary>
/// <param name="Text">What it became.</param>
/// <param name="Applied">The repairs, in order.</param>
/// <param name="Left">What is still wrong with it.</param>
public sealed record RepairedBody(PositionedText Text, ImmutableArray<AppliedRepair> Applied, ImmutableArray<BodyFinding> Left);
