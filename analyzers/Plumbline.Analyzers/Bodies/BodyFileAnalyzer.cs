using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Analyzers.SchemaFiles;
using Plumbline.Schema;

namespace Plumbline.Analyzers.Bodies;

/// <summary>Reports what is wrong with the <c>.json</c> and <c>.jsonl</c> files of a project that <c>JsonBody</c> items bind to a schema.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BodyFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => BodyRules.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var schemas = new Lazy<KnownSchemas>(() => KnownSchemas.In(
                start.Compilation,
                start.Options,
                (text, provider) => start.TryGetValue(text, provider, out ParsedText? parsed) ? parsed : null,
                start.CancellationToken));
            start.RegisterAdditionalFileAction(visit =>
            {
                if (SchemaOf(visit.AdditionalFile, visit.Options) is { } name && visit.AdditionalFile.GetText(visit.CancellationToken) is { } text)
                {
                    Visit(visit, text, name, schemas.Value);
                }
            });
        });
    }

    /// <summary>The name of the schema that an item binds a file to; null where none does.</summary>
    internal static string? SchemaOf(AdditionalText file, AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(SchemaItem.Body, out string? name) && name.Length > 0 ? name : null;

    private static void Visit(AdditionalFileAnalysisContext visit, SourceText text, string name, KnownSchemas schemas)
    {
        if (schemas.Named(name) is not { } schema)
        {
            Report(visit, text, Rules.UnknownBodySchema, Rules.UnknownBodySchema.Severity, UnknownSchema.Message(name, schemas), default);
            return;
        }

        foreach (FileBody body in FileBody.Of(visit.AdditionalFile.Path, text))
        {
            visit.CancellationToken.ThrowIfCancellationRequested();
            foreach (FileFinding finding in body.Judge(schema, text))
            {
                Report(visit, text, finding.Rule, finding.Severity, finding.Message, finding.Span);
            }
        }
    }

    private static void Report(AdditionalFileAnalysisContext visit, SourceText text, Rule rule, Severity severity, string message, TextSpan span)
    {
        Location location = Location.Create(visit.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span));
        visit.ReportDiagnostic(BodyRules.Report(rule, severity, message, location));
    }
}
