using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Plumbline.Analyzers.Bodies;
using Plumbline.Bodies;
using Plumbline.Bodies.Repairs;

namespace Plumbline.CodeFixes.Bodies;

/// <summary>Mends JSON bodies inside C# literals of every kind: each repair that the body is proved to be better for, and all of one kind at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BodyCodeFix))]
[Shared]
public sealed class BodyCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => RepairableRules.Ids;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAll);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await Find(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } literal
                || literal.Findings.FirstOrDefault(finding => IsOf(finding, diagnostic, literal)) is not { } finding)
            {
                continue;
            }

            foreach ((Repair repair, MendedLiteral mended) in literal.RepairsOf(finding))
            {
                Document document = context.Document.WithText(mended.Source);
                context.RegisterCodeFix(
                    CodeAction.Create(repair.Title, _ => Task.FromResult(document), equivalenceKey: repair.Kind.ToString()), diagnostic);
            }
        }
    }

    private static bool IsOf(BodyFinding finding, Diagnostic diagnostic, MendedLiteral literal) =>
        finding.Rule.Id == diagnostic.Id && literal.SourceOf(finding) == diagnostic.Location.SourceSpan;

    private static async Task<MendedLiteral?> Find(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        BodySite? site = BodySites.At(root, diagnostic.Location.SourceSpan, model, document.Project.AnalyzerOptions, cancellationToken);
        return site is null ? null : MendedLiteral.Of(site, Constants.In(model, cancellationToken));
    }

    // Literals from the last to the first, so that an edit moves none that is still to come. A fix of one kind is applied to the faults of the
    // rule that it was asked for, and to others of that rule that the fix itself brings to light.
    private static async Task<Document?> FixAll(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        string rule = diagnostics.IsEmpty ? "" : diagnostics[0].Id;
        foreach (Diagnostic diagnostic in diagnostics.OrderByDescending(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            // A literal that was mended before has no such finding any more.
            if (await Find(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } literal
                && literal.RepairAll((finding, repair) => finding.Rule.Id == rule && repair.Kind.ToString() == context.CodeActionEquivalenceKey) is { } mended)
            {
                document = document.WithText(mended.Source);
            }
        }

        return document;
    }
}
