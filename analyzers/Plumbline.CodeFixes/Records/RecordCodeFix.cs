using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Plumbline.CodeFixes.Records;

/// <summary>Turns a body in a literal into the generated record that says the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RecordCodeFix))]
[Shared]
public sealed class RecordCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.LiteralBody.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAll);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await RecordReplacement.Of(context.Document, diagnostic.Location.SourceSpan, context.CancellationToken).ConfigureAwait(false) is { } mended)
            {
                context.RegisterCodeFix(
                    CodeAction.Create("Make the record in place of its JSON", _ => Task.FromResult(mended), equivalenceKey: nameof(RecordCodeFix)), diagnostic);
            }
        }
    }

    // From the last to the first, so that an edit moves none that is still to come.
    private static async Task<Document?> FixAll(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics.OrderByDescending(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            document = await RecordReplacement.Of(document, diagnostic.Location.SourceSpan, context.CancellationToken).ConfigureAwait(false) ?? document;
        }

        return document;
    }
}
