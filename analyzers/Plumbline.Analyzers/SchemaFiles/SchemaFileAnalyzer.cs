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
            var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
            foreach (AdditionalText additional in start.Options.AdditionalFiles)
            {
                if (start.Options.AnalyzerConfigOptionsProvider.GetOptions(additional).TryGetValue(SchemaItem.Name, out string? name)
                    && name.Length > 0
                    && !texts.ContainsKey(additional.Path)
                    && additional.GetText(start.CancellationToken) is { } text
                    && start.TryGetValue(text, Parsed, out ParsedText? parsed))
                {
                    files.Add(parsed.As(additional.Path, name.Replace('\\', '/')));
                    texts.Add(additional.Path, text);
                }
            }

            if (files.Count == 0)
            {
                return;
            }

            start.RegisterAdditionalFileAction(file =>
            {
                if (!texts.TryGetValue(file.AdditionalFile.Path, out SourceText? text))
                {
                    return;
                }

                foreach (SchemaDiagnostic problem in _links.Diagnostics(files, file.CancellationToken))
                {
                    if (problem.Path == file.AdditionalFile.Path)
                    {
                        file.ReportDiagnostic(SchemaRules.Report(problem, text));
                    }
                }
            });
        });
    }
}
