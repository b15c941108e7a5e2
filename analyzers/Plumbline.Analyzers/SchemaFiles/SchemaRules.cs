using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Schema.Json;
using Plumbline.Schema.Syntax;

namespace Plumbline.Analyzers.SchemaFiles;

/// <summary>The rules about schema files (PLB1xxx) as the compiler knows diagnostics.</summary>
internal static class SchemaRules
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = Rules.All
        .Where(rule => rule.Id.StartsWith("PLB1", StringComparison.Ordinal))
        .ToImmutableDictionary(rule => rule.Id, rule => RuleDescriptor.Of(rule, "Plumbline.Schemas"));

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        ById.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>A fault of a schema file, at its place in the file's text.</summary>
    public static Diagnostic Report(SchemaDiagnostic problem, SchemaFile file, SourceText text)
    {
        LineMap lines = file.Text.Lines;
        int start = Math.Min(lines.Locate(problem.Span.Start).CharOffset, text.Length);
        int end = Math.Min(Math.Max(start, lines.Locate(problem.Span.Start + problem.Span.Length).CharOffset), text.Length);
        TextSpan span = TextSpan.FromBounds(start, end);
        return Diagnostic.Create(
            ById[problem.Rule.Id],
            Location.Create(problem.Path, span, text.Lines.GetLinePositionSpan(span)),
            problem.Message);
    }
}
