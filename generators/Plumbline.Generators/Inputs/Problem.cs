using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Plumbline.Generators.Shapes;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Inputs;

/// <summary>Something that cannot be generated.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Place">Where to look.</param>
/// <param name="Arguments">What the message tells.</param>
internal sealed record Problem(string RuleId, Place Place, EquatableArray<string> Arguments)
{
    /// <summary>The problem as the compiler reports it.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptors.Of(RuleId), Place.ToLocation(), [.. Arguments]);

    /// <summary>What is wrong with attributes, at the attributes.</summary>
    public static IEnumerable<Problem> OfTargets(ImmutableArray<SchemaTarget> targets, RootPlan plan)
    {
        foreach (SchemaTarget target in targets)
        {
            if (!target.Spec.CanExtend)
            {
                yield return new Problem(Rules.NotPartialRecord.Id, target.Place, [target.Spec.TypeName]);
            }

            if (plan.Missing.Items.FirstOrDefault(missing => missing.Target == target.Spec) is { } missing)
            {
                yield return new Problem(Rules.SchemaFileMissing.Id, target.Place, [target.Spec.Schema, missing.Hint]);
            }
        }
    }

    /// <summary>Types that two schemas would become, at the schema that is left out.</summary>
    public static IEnumerable<Problem> OfCollisions(EquatableArray<TypeCollision> collisions, ImmutableArray<SchemaSettings> files) =>
        collisions.Items.Select(collision => new Problem(
            Rules.NameCollision.Id,
            Place.StartOf(files.FirstOrDefault(file => file.Name == collision.Schema)?.Path ?? collision.Schema),
            [collision.Type, collision.Schema, collision.Other]));
}

/// <summary>The diagnostics of the generator: one of each rule of PLB2xxx.</summary>
internal static class Descriptors
{
    private static readonly DiagnosticDescriptor NameCollision = Create(
        Rules.NameCollision, "The type {0} of schema '{1}' is generated from '{2}' already: give the item another TypeName or Namespace");

    private static readonly DiagnosticDescriptor SchemaFileMissing = Create(
        Rules.SchemaFileMissing, "No schema file of the project is '{0}'{1}: add <JsonSchema Include=\"…\" /> to the project, or correct the path");

    private static readonly DiagnosticDescriptor NotPartialRecord = Create(
        Rules.NotPartialRecord,
        "{0} cannot take members from a schema: declare it as 'partial record', without type parameters or base, in types that are partial too");

    /// <summary>The diagnostic of a rule.</summary>
    public static DiagnosticDescriptor Of(string ruleId) => ruleId switch
    {
        "PLB2001" => NameCollision,
        "PLB2002" => SchemaFileMissing,
        _ => NotPartialRecord,
    };

    private static DiagnosticDescriptor Create(Rule rule, string message) =>
        new(rule.Id, rule.Title, message, "Plumbline", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: rule.HelpPage);
}
