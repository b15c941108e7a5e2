using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Plumbline.Generators;
using Plumbline.Schema;

namespace Plumbline.Cli.Tests;

/// <summary>A project in memory, which refers to the runtime as a user's does.</summary>
internal static class Consumer
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static CSharpCompilation Empty { get; } = CSharpCompilation.Create(
        "Consumer",
        references:
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path) is { } name
                    && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Plumbline.Runtime.dll" or "Plumbline.Assertions.dll"))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ],
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error));

    /// <summary>What the source generator makes of schema files in a build: text by file name.</summary>
    public static Dictionary<string, string> Build(string rootNamespace, IEnumerable<(string Name, string Text)> schemas)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new SchemaGenerator().AsSourceGenerator()],
            [.. schemas.Select(schema => new SchemaText(schema.Name, schema.Text))],
            ParseOptions,
            new Options(rootNamespace));
        GeneratorRunResult result = driver.RunGenerators(Empty).GetRunResult().Results.Single();
        Assert.Empty(result.Diagnostics);
        return result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
    }

    /// <summary>Compiles C# with warnings as errors, and loads it.</summary>
    public static Assembly Compile(IEnumerable<string> texts)
    {
        CSharpCompilation compilation = Empty.AddSyntaxTrees(texts.Select(text => CSharpSyntaxTree.ParseText(text, ParseOptions)));
        using var image = new MemoryStream();
        ImmutableArray<Diagnostic> faults = compilation.Emit(image).Diagnostics;
        Assert.DoesNotContain(faults, fault => fault.Severity >= DiagnosticSeverity.Warning);
        return Assembly.Load(image.ToArray());
    }

    /// <summary>The validator of a type that was compiled.</summary>
    public static JsonValidator ValidatorOf(Assembly assembly, string typeName) =>
        (JsonValidator)assembly.GetType(typeName + "Validator", throwOnError: true)!.GetProperty("Instance")!.GetValue(null)!;

    private sealed class SchemaText(string name, string text) : AdditionalText
    {
        public string Name => name;

        public override string Path => "/project/" + name;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, System.Text.Encoding.UTF8);
    }

    private sealed class Options(string rootNamespace) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.RootNamespace"] = rootNamespace });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new() { [SchemaItem.Name] = ((SchemaText)textFile).Name });

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
