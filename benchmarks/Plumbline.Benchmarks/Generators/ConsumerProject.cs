using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Generators;
using Plumbline.Schema;

namespace Plumbline.Benchmarks.Generators;

/// <summary>A project in memory that has schema files, as a build gives it to the compiler and the generator.</summary>
internal static class ConsumerProject
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12);

    /// <summary>An empty project that refers to the framework and to the runtime.</summary>
    public static CSharpCompilation Empty { get; } = CSharpCompilation.Create(
        "Consumer",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name &&
                (name is "Plumbline.Runtime.dll" or "Plumbline.Assertions.dll" || name.StartsWith("System.", StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            concurrentBuild: false,
            nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A driver that has seen nothing yet.</summary>
    public static GeneratorDriver Driver(params IEnumerable<AdditionalText> schemas) =>
        CSharpGeneratorDriver.Create([new SchemaGenerator().AsSourceGenerator()], schemas, ParseOptions, new Options());

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new()
        {
            [SchemaItem.Name] = textFile.Path,
            [SchemaItem.Namespace] = "Consumer",
            [SchemaItem.TypeName] = "",
        });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}

/// <summary>A schema file of a project.</summary>
internal sealed class SchemaText(string name, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, System.Text.Encoding.UTF8);

    public override string Path => name;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
