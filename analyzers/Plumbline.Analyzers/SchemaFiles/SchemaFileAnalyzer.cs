using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Schema.Syntax;

namespace Plumbline.Analyzers.SchemaFiles;

/// <summary>Reports what is wrong in a schema file, at its line and column, while it is typed.</summary>
/// <remarks>Apart from the generator, so that a broken schema is told once, in its own file, and generation need not run for it.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SchemaFileAnalyzer : DiagnosticAnalyzer
{
    private readonly LinkCache _links = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => SchemaRules.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            IReadOnlyList<(SchemaFile File, SourceText Text)> read = ProjectSchemas.Read(
                start.Options, (text, provider) => start.TryGetValue(text, provider, out ParsedText? parsed) ? parsed : null, start.CancellationToken);
            SchemaFile[] files = [.. read.Select(schema => schema.File)];
            Dictionary<string, (SchemaFile File, SourceText Text)> byPath = read.ToDictionary(schema => schema.File.Path, StringComparer.Ordinal);
            if (files.Length == 0)
            {
                return;
            }

            start.RegisterAdditionalFileAction(visit =>
            {
                if (!byPath.TryGetValue(visit.AdditionalFile.Path, out (SchemaFile File, SourceText Text) visited))
                {
                    return;
                }

                foreach (SchemaDiagnostic problem in _links.Diagnostics(files, visit.CancellationToken))
                {
                    if (problem.Path == visited.File.Path)
                    {
                        visit.ReportDiagnostic(SchemaRules.Report(problem, visited.File, visited.Text));
                    }
                }
            });
        });
    }
}
