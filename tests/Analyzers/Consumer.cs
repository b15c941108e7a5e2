using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Schema;

namespace Plumbline.Analyzers.Tests;

/// <summary>A project in memory that uses the analyzers. Immutable.</summary>
internal sealed record Consumer(
    ImmutableArray<(string Path, string Text)> Sources, ImmutableArray<ProjectFile> Files, ImmutableArray<MetadataReference> References)
{
    public static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Plumbline.Runtime.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static Consumer Empty { get; } = new([], [], Framework);

    public Consumer WithCode(string text, string path = "/project/Code.cs") => this with { Sources = Sources.Add((path, text)) };

    public Consumer WithSchema(string name, string text) => this with { Files = Files.Add(new ProjectFile(name, text, SchemaItem.Name, name)) };

    public Consumer WithBody(string path, string text, string schema) => this with { Files = Files.Add(new ProjectFile(path, text, SchemaItem.Body, schema)) };

    public Consumer WithReference(MetadataReference reference) => this with { References = References.Add(reference) };

    public CSharpCompilation Compile(string name = "Consumer") => CSharpCompilation.Create(
        name,
        Sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, new CSharpParseOptions(LanguageVersion.Preview), source.Path)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public AnalyzerOptions Options => new([.. Files], new FileOptions());

    public async Task<ImmutableArray<Diagnostic>> Analyze(params DiagnosticAnalyzer[] analyzers)
    {
        CSharpCompilation compilation = Compile();
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([.. analyzers], Options).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal));
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    private sealed class FileOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(null);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values((ProjectFile)textFile);

        private sealed class Values(ProjectFile? file) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key == file?.Key ? file.Value : null;
                return value is not null;
            }
        }
    }
}

/// <summary>A file of a project with one piece of metadata.</summary>
internal sealed class ProjectFile(string name, string text, string key, string value) : AdditionalText
{
    public string Key => key;

    public string Value => value;

    public override string Path => "/project/" + name;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
