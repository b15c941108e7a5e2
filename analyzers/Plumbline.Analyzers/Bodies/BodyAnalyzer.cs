using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Plumbline.Analyzers.Literals;
using Plumbline.Analyzers.Objects;
using Plumbline.Analyzers.SchemaFiles;
using Plumbline.Bodies;
using Plumbline.Schema.Json;

namespace Plumbline.Analyzers.Bodies;

/// <summary>Reports what is wrong with JSON bodies in literals, in objects that are sent as JSON and in generated records, and with the URLs that they are
/// sent to, each at the piece of source that it comes from.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BodyAnalyzer : DiagnosticAnalyzer
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
            KnownSchemas schemas = KnownSchemas.In(
                start.Compilation,
                start.Options,
                (text, provider) => start.TryGetValue(text, provider, out ParsedText? parsed) ? parsed : null,
                start.CancellationToken);
            start.RegisterSyntaxNodeAction(
                visit => Visit(visit, schemas),
                SyntaxKind.StringLiteralExpression,
                SyntaxKind.Utf8StringLiteralExpression,
                SyntaxKind.InterpolatedStringExpression);
            start.RegisterSyntaxNodeAction(
                visit => VisitObject(visit, schemas), SyntaxKind.AnonymousObjectCreationExpression, SyntaxKind.ObjectCreationExpression);
            if (start.Compilation.GetTypeByMetadataName("Plumbline.GeneratedFromAttribute") is not null)
            {
                // Not as operations: for these the compiler would bind every method a second time.
                start.RegisterSyntaxNodeAction(
                    visit => VisitRecord(visit, schemas),
                    SyntaxKind.ObjectCreationExpression,
                    SyntaxKind.ImplicitObjectCreationExpression,
                    SyntaxKind.WithExpression);
            }
        });
    }

    private static void Visit(SyntaxNodeAnalysisContext visit, KnownSchemas schemas)
    {
        var literal = (ExpressionSyntax)visit.Node;
        if (JsonLook.IsJson(literal))
        {
            VisitBody(visit, literal, schemas);
        }
        else if (JsonLook.IsUrl(literal))
        {
            VisitUrl(visit, literal);
        }
    }

    private static void VisitBody(SyntaxNodeAnalysisContext visit, ExpressionSyntax literal, KnownSchemas schemas)
    {
        BodySite? site = new BodyFinder(visit.SemanticModel, schemas, visit.CancellationToken).Find(literal);
        if (site is null)
        {
            ReportUnknownSchema(visit, literal, schemas);
            return;
        }

        Report(visit.ReportDiagnostic, literal.SyntaxTree, site);
    }

    private static void VisitObject(SyntaxNodeAnalysisContext visit, KnownSchemas schemas)
    {
        var creation = (ExpressionSyntax)visit.Node;
        bool mayBeBody = creation is AnonymousObjectCreationExpressionSyntax
            || (creation is ObjectCreationExpressionSyntax { Initializer: not null } named && named.Type.GetLastToken().ValueText == "JsonObject");
        if (mayBeBody && creation.Parent is ArgumentSyntax or EqualsValueClauseSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax
            && new BodyFinder(visit.SemanticModel, schemas, visit.CancellationToken).FindObject(creation) is { } site)
        {
            Report(visit.ReportDiagnostic, creation.SyntaxTree, site);
        }
    }

    private static void VisitRecord(SyntaxNodeAnalysisContext visit, KnownSchemas schemas)
    {
        var creation = (ExpressionSyntax)visit.Node;
        if (creation is WithExpressionSyntax or BaseObjectCreationExpressionSyntax { Initializer.RawKind: (int)SyntaxKind.ObjectInitializerExpression }
            && visit.SemanticModel.GetTypeInfo(creation, visit.CancellationToken).Type is INamedTypeSymbol { IsRecord: true } type
            && new BodyFinder(visit.SemanticModel, schemas, visit.CancellationToken).FindRecord(creation, type) is { } site)
        {
            Report(visit.ReportDiagnostic, creation.SyntaxTree, site);
        }
    }

    private static void Report(Action<Diagnostic> report, SyntaxTree tree, BodySite site)
    {
        ImmutableArray<BodyFinding> findings = JudgedBodies.Judge(site.Text.Value, () => site.Text.Json, site.Schema);
        if (findings.IsEmpty && site.Record is { IsRecord: true } record && ObjectReader.IsRecord(record) && !site.Text.Json.HasHoles)
        {
            string message = $"the compiler would check this body too, made as a new {record.Name}";
            Location opening = Location.Create(tree, site.Text.SourceOf(new ByteSpan(site.Text.Json.Root.Span.Start, 1)));
            report(BodyRules.Report(Rules.LiteralBody, Rules.LiteralBody.Severity, message, opening));
        }

        foreach (BodyFinding finding in findings)
        {
            report(BodyRules.Report(finding, Location.Create(tree, site.Text.SourceOf(finding.Span))));
        }

        // What the URL says by itself is told where it stands.
        if (site.Url is { } url)
        {
            foreach (BodyFinding finding in UrlJudge.JudgeBody(url.Url, site.Text.Json))
            {
                report(BodyRules.Report(finding, Location.Create(tree, site.Text.SourceOf(finding.Span))));
            }

            foreach (UrlFinding finding in UrlJudge.Judge(url.Url, site.Text.Json).Where(finding => ReferenceEquals(finding.Rule, Rules.UrlKeyRegion)))
            {
                Report(report, tree, url.Text, finding);
            }
        }
    }

    private static void VisitUrl(SyntaxNodeAnalysisContext visit, ExpressionSyntax literal)
    {
        ExpressionSyntax whole = JsonLook.Whole(literal) ?? literal;
        if (new RequestAddress(visit.SemanticModel, visit.CancellationToken).Read(whole) is { } site)
        {
            foreach (UrlFinding finding in UrlJudge.Judge(site.Url))
            {
                Report(visit.ReportDiagnostic, literal.SyntaxTree, site.Text, finding);
            }
        }
    }

    private static void Report(Action<Diagnostic> report, SyntaxTree tree, LiteralText text, UrlFinding finding)
    {
        int start = finding.Part.Start;
        Location location = Location.Create(tree, text.SourceOf(start, start + finding.Part.Text.Length));
        report(BodyRules.Report(finding.Rule, finding.Rule.Severity, finding.Message, location));
    }

    private static void ReportUnknownSchema(SyntaxNodeAnalysisContext visit, ExpressionSyntax literal, KnownSchemas schemas)
    {
        if (JsonLook.Whole(literal) is { } whole && SchemaComment.Before(whole) is { } comment && schemas.Named(comment.Schema) is null)
        {
            visit.ReportDiagnostic(BodyRules.Report(
                Rules.UnknownBodySchema,
                Rules.UnknownBodySchema.Severity,
                UnknownSchema.Message(comment.Schema, schemas),
                Location.Create(visit.Node.SyntaxTree, comment.Span)));
        }
    }
}
