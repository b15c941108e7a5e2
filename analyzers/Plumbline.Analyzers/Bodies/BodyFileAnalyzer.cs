using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Analyzers.SchemaFiles;
using Plumbline.Bodies;
using Plumbline.Schema;
using Plumbline.Schema.Json;

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
            var schemas = new Lazy<KnownSchemas>(() => new KnownSchemas(
                start.Compilation,
                [.. ProjectSchemas.Read(
                    start.Options, (text, provider) => start.TryGetValue(text, provider, out ParsedText? parsed) ? parsed : null, start.CancellationToken)
                    .Select(schema => schema.File)]));
            start.RegisterAdditionalFileAction(visit =>
            {
                if (visit.Options.AnalyzerConfigOptionsProvider.GetOptions(visit.AdditionalFile).TryGetValue(SchemaItem.Body, out string? name)
                    && name.Length > 0
                    && visit.AdditionalFile.GetText(visit.CancellationToken) is { } text)
                {
                    Visit(visit, text, name, schemas.Value);
                }
            });
        });
    }

    private static void Visit(AdditionalFileAnalysisContext visit, SourceText text, string name, KnownSchemas schemas)
    {
        string path = visit.AdditionalFile.Path;
        if (schemas.Named(name) is not { } schema)
        {
            Report(visit, text, Rules.UnknownBodySchema, Rules.UnknownBodySchema.Severity, UnknownSchema.Message(name, schemas), default);
        }
        else if (path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            foreach (ExampleLines example in ExampleLines.Of(text))
            {
                visit.CancellationToken.ThrowIfCancellationRequested();
                VisitExample(visit, text, example, schema);
            }
        }
        else
        {
            Judge(visit, text, new TextSpan(0, text.Length), schema, isExample: false, isWhole: true);
        }
    }

    private static void VisitExample(AdditionalFileAnalysisContext visit, SourceText text, ExampleLines example, BodySchema schema)
    {
        bool isWhole = example.FirstLine == example.LastLine;
        if (!isWhole)
        {
            string last = (example.LastLine + 1).ToString(CultureInfo.InvariantCulture);
            string message = $"an example stands on one line, and this one goes on to line {last}";
            Report(visit, text, Rules.MalformedJson, Severity.Error, message, text.Lines[example.FirstLine].Span);
        }

        Judge(visit, text, example.Span, schema, isExample: true, isWhole);
    }

    private static void Judge(AdditionalFileAnalysisContext visit, SourceText text, TextSpan part, BodySchema schema, bool isExample, bool isWhole)
    {
        string value = text.ToString(part);
        PositionedText json = PositionedText.Parse(value);
        foreach (BodyFinding finding in JudgedBodies.Judge(value, () => json, schema))
        {
            // A line break inside a string of a broken example has been told with the example.
            if (isWhole || finding.Syntax is not { Kind: SyntaxErrorKind.ControlCharacter })
            {
                int start = json.Lines.Locate(finding.Span.Start).CharOffset;
                int end = json.Lines.Locate(finding.Span.End).CharOffset;
                bool isDuplicate = isExample && ReferenceEquals(finding.Rule, Rules.DuplicateKey);
                Severity severity = isDuplicate ? Severity.Warning : finding.Severity;
                Report(visit, text, finding.Rule, severity, finding.Message, TextSpan.FromBounds(part.Start + start, part.Start + end));
            }
        }
    }

    private static void Report(AdditionalFileAnalysisContext visit, SourceText text, Rule rule, Severity severity, string message, TextSpan span)
    {
        Location location = Location.Create(visit.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span));
        visit.ReportDiagnostic(BodyRules.Report(rule, severity, message, location));
    }
}
