using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Analyzers.Bodies;
using Plumbline.Analyzers.Literals;
using Plumbline.Bodies;
using Plumbline.Schema.Json;

namespace Plumbline.CodeFixes.Bodies;

/// <summary>Puts the region that was meant into the URL of a request.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UrlCodeFix))]
[Shared]
public sealed class UrlCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.UrlRegions.Id, Rules.UrlRegion.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        SourceText source = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (SiteAt(root, diagnostic.Location.SourceSpan, new RequestAddress(model, context.CancellationToken)) is not { } site
                || FindingAt(site, diagnostic) is not { Suggestion: { } region } finding
                || LiteralEdit.Replace(site.Text, SpanOf(site.Url.Text, finding.Part), region) is not { } change)
            {
                continue;
            }

            Document mended = document.WithText(source.WithChanges(change));
            context.RegisterCodeFix(CodeAction.Create($"Replace by \"{region}\"", _ => Task.FromResult(mended), equivalenceKey: finding.Rule.Slug), diagnostic);
        }
    }

    private static UrlSite? SiteAt(SyntaxNode root, TextSpan place, RequestAddress address) => root.FindNode(place, getInnermostNodeForTie: true)
        .AncestorsAndSelf()
        .OfType<ExpressionSyntax>()
        .Where(JsonLook.IsUrl)
        .Select(literal => address.Read(JsonLook.Whole(literal) ?? literal))
        .FirstOrDefault(site => site is not null);

    private static UrlFinding? FindingAt(UrlSite site, Diagnostic diagnostic) => UrlJudge.Judge(site.Url).FirstOrDefault(finding =>
        finding.Rule.Id == diagnostic.Id
        && site.Text.SourceOf(finding.Part.Start, finding.Part.Start + finding.Part.Text.Length) == diagnostic.Location.SourceSpan);

    private static ByteSpan SpanOf(string url, UrlPart part) => new(
        System.Text.Encoding.UTF8.GetByteCount(url.Substring(0, part.Start)), System.Text.Encoding.UTF8.GetByteCount(part.Text));
}
