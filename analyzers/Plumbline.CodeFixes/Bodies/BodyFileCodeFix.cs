using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Plumbline.CodeFixes.Bodies;

/// <summary>Mends the <c>.json</c> and <c>.jsonl</c> files of a project that are bound to a schema, by the repairs that literals get too.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(BodyFileCodeFix),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json", ".jsonl"])]
[Shared]
public sealed class BodyFileCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => RepairableRules.Ids;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FileFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        TextDocument document = context.TextDocument;
        if (await MendedFile.Open(document, context.CancellationToken).ConfigureAwait(false) is not { } file)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (FileFix fix in file.FixesOf(diagnostic.Id, diagnostic.Location.SourceSpan))
            {
                Solution mended = document.Project.Solution.WithAdditionalDocumentText(document.Id, fix.Mended);
                context.RegisterCodeFix(CodeAction.Create(fix.Title, _ => Task.FromResult(mended), equivalenceKey: fix.Kind), diagnostic);
            }
        }
    }
}
