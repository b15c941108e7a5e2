using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Plumbline.CodeFixes.Bodies;

/// <summary>Applies the fixes of one kind in all files of a project, or of all projects, that a rule was told of.</summary>
/// <remarks>The compiler's service knows no Fix All in one file that is not source: its context takes a document of source or a project.</remarks>
internal sealed class FileFixAll : FixAllProvider
{
    /// <summary>The one instance; it holds no state.</summary>
    public static FileFixAll Instance { get; } = new();

    private FileFixAll()
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        Solution solution = fixAllContext.Solution;
        foreach (Project project in fixAllContext.Scope == FixAllScope.Solution ? solution.Projects : [fixAllContext.Project])
        {
            ImmutableArray<Diagnostic> found = await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            ILookup<string, string> rules = found
                .Where(diagnostic => diagnostic.Location.Kind == LocationKind.ExternalFile && fixAllContext.DiagnosticIds.Contains(diagnostic.Id))
                .ToLookup(diagnostic => diagnostic.Location.GetLineSpan().Path, diagnostic => diagnostic.Id, StringComparer.Ordinal);
            foreach (TextDocument document in project.AdditionalDocuments)
            {
                if (rules.Contains(document.FilePath ?? "")
                    && await MendedFile.Open(document, fixAllContext.CancellationToken).ConfigureAwait(false) is { } file
                    && file.MendAll([.. rules[document.FilePath!]], fixAllContext.CodeActionEquivalenceKey) is { } mended)
                {
                    solution = solution.WithAdditionalDocumentText(document.Id, mended);
                }
            }
        }

        return CodeAction.Create("Fix all", _ => Task.FromResult(solution), fixAllContext.CodeActionEquivalenceKey);
    }
}
