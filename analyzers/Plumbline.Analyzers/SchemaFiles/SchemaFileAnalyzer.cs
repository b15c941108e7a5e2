using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Schema;
using Plumbline.Schema.Syntax;

namespace Plumbline.Analyzers.SchemaFiles;

/// <summary>Reports what is wrong in a schema file, at its line and column, while it is typed.</summary>
/// <remarks>Apart from the generator, so that a broken schema is told once, in its own file, and generation need not run for it.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SchemaFileAnalyzer : DiagnosticAnalyzer
{
    // An edit of C# makes a new compilation of the same texts: their parse trees are kept with them.
    private static readonly SourceTextValueProvider<ParsedText> Parsed = new(text => new ParsedText(text));

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
            var files = new List<SchemaFile>();
            var byPath = new Dictionary<string, (SchemaFile File, SourceText Text)>(StringComparer.Ordinal);
            foreach (AdditionalText additional in start.Options.AdditionalFiles)
            {
                if (start.Options.AnalyzerConfigOptionsProvider.GetOptions(additional).TryGetValue(SchemaItem.Name, out string? name)
                    && name.Length > 0
                    && !byPath.ContainsKey(additional.Path)
                    && additional.GetText(start.CancellationToken) is { } text
                    && start.TryGetValue(text, Parsed, out ParsedText? parsed))
                {
                    SchemaFile file = parsed.As(additional.Path, name.Replace('\\', '/'));
                    files.Add(file);
                    byPath.Add(additional.Path, (file, text));
                }
            }

            if (files.Count == 0)
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
