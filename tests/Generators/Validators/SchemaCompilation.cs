using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Plumbline.Generators.Validators;
using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Generators.Tests.Validators;

/// <summary>From the text of a schema to a validator that runs, as a consumer's compiler would do it.</summary>
internal static class SchemaCompilation
{
    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path))]);

    /// <summary>Links a schema on its own; fails the test when something is wrong with it.</summary>
    public static SchemaProgram Program(string schema, string name = "test.json")
    {
        SchemaFile file = SchemaFile.Parse(name, name, schema);
        CompiledSchema compiled = SchemaSet.Of([file]).Compile(file);
        return compiled.Program
            ?? throw new InvalidOperationException(string.Join("\n", compiled.Diagnostics.Select(d => $"{d.Rule}: {d.Message}")));
    }

    /// <summary>The text that the emitter writes for a program.</summary>
    public static string Emit(SchemaProgram program, string className = "TestValidator")
    {
        var w = new SourceWriter();
        GeneratedFile.Begin(w, "Generated");
        ValidatorEmitter.Emit(program, className, w);
        return w.ToString();
    }

    /// <summary>Compiles generated text; any warning is a failure, as it may be one in a consumer's build.</summary>
    public static Assembly Compile(params string[] sources)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create(
            "Generated" + Guid.NewGuid().ToString("N"),
            sources.Select(s => CSharpSyntaxTree.ParseText(s, parse, encoding: Encoding.UTF8)),
            References.Value,
            options);
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Diagnostic[] wrong = [.. result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)];
        Assert.True(wrong.Length == 0, string.Join("\n", wrong.Take(5).Select(d => d.ToString())) + "\n" + (wrong.Length > 0 ? sources[0] : ""));
        return Assembly.Load(image.ToArray());
    }

    /// <summary>The validator of a schema.</summary>
    public static JsonValidator Validator(string schema) => Validator(Program(schema));

    /// <summary>The validator of a program.</summary>
    public static JsonValidator Validator(SchemaProgram program) => Instance(Compile(Emit(program)), "TestValidator");

    /// <summary>The one instance of a validator in an assembly.</summary>
    public static JsonValidator Instance(Assembly assembly, string className) =>
        (JsonValidator)assembly.GetType("Generated." + className, throwOnError: true)!.GetProperty("Instance")!.GetValue(null)!;
}
