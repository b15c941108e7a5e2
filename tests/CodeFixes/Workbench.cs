using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Analyzers.Bodies;

namespace Plumbline.CodeFixes.Tests;

/// <summary>One C# file in a workspace, as an editor has it: analyzed, and fixed. Immutable.</summary>
internal sealed class Workbench
{
    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Plumbline.Runtime.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Document _document;

    private Workbench(Document document) => _document = document;

    public static Workbench Open(string code)
    {
        var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject("Consumer", LanguageNames.CSharp)
            .WithMetadataReferences(Framework)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Preview))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return new Workbench(project.AddDocument("Code.cs", SourceText.From(code), filePath: "/project/Code.cs"));
    }

    public async Task<string> Text() => (await _document.GetTextAsync()).ToString();

    /// <summary>The analyzer's diagnostics, in order; the code compiles without errors.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnostics()
    {
        Compilation compilation = (await _document.Project.GetCompilationAsync())!;
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers([new BodyAnalyzer()], _document.Project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>The fixes of a diagnostic, in the order of the menu.</summary>
    public async Task<List<CodeAction>> FixesOf(Diagnostic diagnostic, CodeFixProvider provider)
    {
        var actions = new List<CodeAction>();
        if (provider.FixableDiagnosticIds.Contains(diagnostic.Id))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(_document, diagnostic, (action, _) => actions.Add(action), default));
        }

        return actions;
    }

    public async Task<Workbench> Apply(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(default);
        Solution changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        return new Workbench(changed.GetDocument(_document.Id)!);
    }

    /// <summary>Applies Fix All in the document, for the rule and the kind of a fix.</summary>
    public async Task<Workbench> FixAll(string rule, string equivalenceKey, CodeFixProvider provider)
    {
        var context = new FixAllContext(_document, provider, FixAllScope.Document, equivalenceKey, [rule], new Analyzed(await Diagnostics()), default);
        CodeAction? action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return action is null ? this : await Apply(action);
    }

    private sealed class Analyzed(ImmutableArray<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(all.AsEnumerable());

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            GetAllDiagnosticsAsync(document.Project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
