using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Analyzers.Bodies;
using Plumbline.Schema;

namespace Plumbline.CodeFixes.Tests;

/// <summary>One file in a workspace, as an editor has it: analyzed, and fixed. Immutable.</summary>
internal sealed class Workbench
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name
                && (name.StartsWith("System.", StringComparison.Ordinal)
                    || name is "Plumbline.Runtime.dll" or "Plumbline.Schemas.dll" or "Plumbline.Assertions.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly TextDocument _document;

    private Workbench(TextDocument document) => _document = document;

    /// <summary>A file of C#.</summary>
    public static Workbench Open(string code) => new(NewProject().AddDocument("Code.cs", SourceText.From(code), filePath: "/project/Code.cs"));

    /// <summary>A file of C#, in a project with a schema file.</summary>
    public static Workbench Open(string code, string schema)
    {
        Project project = NewProject().AddAdditionalDocument("doc.schema.json", schema, filePath: "/project/doc.schema.json").Project;
        return new(Bind(project, "doc.schema.json", SchemaItem.Name, "doc.schema.json")
            .AddDocument("Code.cs", SourceText.From(code), filePath: "/project/Code.cs"));
    }

    /// <summary>A JSON file that an item binds to a schema.</summary>
    public static Workbench OpenFile(string name, string text, string schema)
    {
        TextDocument document = NewProject().AddAdditionalDocument(name, SourceText.From(text), filePath: "/project/" + name);
        return new(Bind(document.Project, name, SchemaItem.Body, schema).GetAdditionalDocument(document.Id)!);
    }

    public async Task<string> Text() => (await _document.GetTextAsync()).ToString();

    /// <summary>The analyzers' diagnostics, in order; the code compiles without errors.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnostics()
    {
        Assert.DoesNotContain((await Compilation()).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return await Analyze();
    }

    /// <summary>The analyzers' diagnostics, in order, of code that may be broken.</summary>
    public async Task<ImmutableArray<Diagnostic>> Analyze()
    {
        ImmutableArray<Diagnostic> found = await (await Compilation())
            .WithAnalyzers([new BodyAnalyzer(), new BodyFileAnalyzer()], _document.Project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    public async Task<Compilation> Compilation() => (await _document.Project.GetCompilationAsync())!;

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
        return new Workbench((TextDocument?)changed.GetDocument(_document.Id) ?? changed.GetAdditionalDocument(_document.Id)!);
    }

    /// <summary>Applies Fix All for the rule and the kind of a fix: in the file of C#, or in the JSON files of the project.</summary>
    public async Task<Workbench> FixAll(string rule, string equivalenceKey, CodeFixProvider provider)
    {
        var found = new Analyzed(await Diagnostics());
        FixAllContext context = _document is Document document
            ? new FixAllContext(document, provider, FixAllScope.Document, equivalenceKey, [rule], found, default)
            : new FixAllContext(_document.Project, provider, FixAllScope.Project, equivalenceKey, [rule], found, default);
        CodeAction? action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return action is null ? this : await Apply(action);
    }

    private static Project NewProject() => new AdhocWorkspace().AddProject("Consumer", LanguageNames.CSharp)
        .WithMetadataReferences(References)
        .WithParseOptions(new CSharpParseOptions(LanguageVersion.Preview))
        .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    // As the SDK hands the metadata of items to the compiler.
    private static Project Bind(Project project, string file, string key, string value) => project.AddAnalyzerConfigDocument(
        ".globalconfig", SourceText.From($"is_global = true\n[/project/{file}]\n{key} = {value}\n"), filePath: "/project/.globalconfig").Project;

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
