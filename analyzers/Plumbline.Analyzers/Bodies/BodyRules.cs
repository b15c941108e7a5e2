using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Plumbline.Bodies;

namespace Plumbline.Analyzers.Bodies;

/// <summary>The rules about JSON bodies as the compiler knows diagnostics: those of values (PLB4xxx), of text that is not JSON
/// (PLB5001 to PLB5006, PLB5010), and of how bodies are bound (PLB3xxx).</summary>
internal static class BodyRules
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = Rules.All
        .Where(IsAboutBodies)
        .ToImmutableDictionary(rule => rule.Id, rule => RuleDescriptor.Of(rule, "Plumbline.Bodies"));

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        ById.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>A finding at its place.</summary>
    public static Diagnostic Report(BodyFinding finding, Location location) => Report(finding.Rule, finding.Severity, finding.Message, location);

    /// <summary>A fault at its place.</summary>
    public static Diagnostic Report(Rule rule, Severity severity, string message, Location location) =>
        Diagnostic.Create(ById[rule.Id], location, RuleDescriptor.Of(severity), additionalLocations: null, properties: null, message);

    private static bool IsAboutBodies(Rule rule) => rule.Id[3] is '3' or '4' || MalformedText.Includes(rule) || ReferenceEquals(rule, Rules.DuplicateKey);
}
