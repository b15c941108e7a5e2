using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Schema;

namespace Plumbline.Generators.Tests.Pipeline;

/// <summary>A project in memory: schema files as the build gives them, C# files, and what the generator makes of them. Immutable.</summary>
public sealed class Project
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name
                && (name.StartsWith("System.", StringComparison.Ordinal)
                    || name is "mscorlib.dll" or "netstandard.dll" or "Plumbline.Runtime.dll" or "Plumbline.Assertions.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private Project(CSharpCompilation compilation, ImmutableArray<SchemaText> schemas)
    {
        Compilation = compilation;
        Schemas = schemas;
    }

    public static Project Empty { get; } = new(
        CSharpCompilation.Create(
            "Consumer",
            references: References,
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                // As the SDK sets it: nothing documents the consumer's own test code.
                specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Suppress)])),
        []);

    public CSharpCompilation Compilation { get; }

    public ImmutableArray<SchemaText> Schemas { get; }

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    public Project WithSchema(string name, string text, string? @namespace = null, string? typeName = null)
    {
        var schema = new SchemaText(name, text, @namespace, typeName);
        int index = Schemas.ToList().FindIndex(other => other.Name == name);
        return new(Compilation, index < 0 ? Schemas.Add(schema) : Schemas.SetItem(index, schema));
    }

    public Project WithCode(string path, string text)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, ParseOptions, path);
        SyntaxTree? old = Compilation.SyntaxTrees.FirstOrDefault(other => other.FilePath == path);
        return new(old is null ? Compilation.AddSyntaxTrees(tree) : Compilation.ReplaceSyntaxTree(old, tree), Schemas);
    }

    /// <summary>Runs the generator.</summary>
    public Generated Generate() => Run(NewDriver());

    /// <summary>A driver that has seen nothing yet. Account of why each step runs is kept unless said; it costs more than the steps.</summary>
    public GeneratorDriver NewDriver(bool track = true) => CSharpGeneratorDriver.Create(
        [new SchemaGenerator().AsSourceGenerator()],
        Schemas,
        ParseOptions,
        new Options(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: track));

    public Generated Run(GeneratorDriver driver)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(Compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        return new Generated(driver, (CSharpCompilation)output, diagnostics);
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.RootNamespace"] = "Consumer" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            textFile is SchemaText schema ? new Values(schema.Metadata) : GlobalOptions;

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                values.TryGetValue(key, out value);
        }
    }
}

/// <summary>A schema file as the build gives it.</summary>
public sealed class SchemaText(string name, string text, string? @namespace = null, string? typeName = null, string? path = null) : AdditionalText
{
    public string Name => name;

    public override string Path { get; } = path ?? "/project/" + name;

    public Dictionary<string, string> Metadata { get; } = new()
    {
        [SchemaItem.Name] = name,
        [SchemaItem.Namespace] = @namespace ?? "",
        [SchemaItem.TypeName] = typeName ?? "",
    };

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, System.Text.Encoding.UTF8);
}

/// <summary>What came of a run.</summary>
public sealed class Generated(GeneratorDriver driver, CSharpCompilation compilation, ImmutableArray<Diagnostic> diagnostics)
{
    public GeneratorDriver Driver => driver;

    public CSharpCompilation Compilation => compilation;

    public ImmutableArray<Diagnostic> Diagnostics => diagnostics;

    public GeneratorRunResult Result => driver.GetRunResult().Results.Single();

    /// <summary>The text of a generated file.</summary>
    public string Text(string hintName) => Result.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>The names of the generated files, in order.</summary>
    public IEnumerable<string> Files => Result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal);

    /// <summary>What the compiler says against the project with its generated files: warnings are errors, as in the consumers that the generator promises to
    /// suit.</summary>
    public IEnumerable<string> CompilerErrors => compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Select(diagnostic => diagnostic.ToString());

    /// <summary>Compiles and loads the project.</summary>
    public Assembly Load()
    {
        Assert.Null(Result.Exception);
        Assert.Empty(diagnostics);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)));
        return Assembly.Load(image.ToArray());
    }
}
