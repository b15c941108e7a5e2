using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Plumbline.Generators.Validators;
using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;

namespace Plumbline.Tests.Conformance;

/// <summary>Generated validators: those of all programs given are compiled together, in memory.</summary>
/// <param name="options">How values are judged; <see cref="InterpreterEngine.SuiteOptions"/> unless said.</param>
public sealed class GeneratedEngine(ValidationOptions? options = null) : IEngine
{
    // Programs are values: one that several tests run is compiled once.
    private static readonly Dictionary<SchemaProgram, JsonValidator> Compiled = [];

    public string Name => "generated";

    public IReadOnlyList<Judge> Prepare(IReadOnlyList<SchemaProgram> programs)
    {
        lock (Compiled)
        {
            SchemaProgram[] missing = [.. programs.Where(program => !Compiled.ContainsKey(program)).Distinct()];
            Assembly? assembly = missing.Length == 0 ? null : Compile([.. missing.Select((program, i) => SourceOf(program, ClassOf(i)))]);
            for (int i = 0; i < missing.Length; i++)
            {
                Compiled.Add(missing[i], (JsonValidator)assembly!
                    .GetType("Generated." + ClassOf(i), throwOnError: true)!
                    .GetProperty("Instance")!
                    .GetValue(null)!);
            }

            return [.. programs.Select(program => JudgeOf(Compiled[program]))];
        }
    }

    private static string ClassOf(int index) => string.Create(CultureInfo.InvariantCulture, $"Validator{index}");

    private static string SourceOf(SchemaProgram program, string className)
    {
        var w = new SourceWriter();
        GeneratedFile.Begin(w, "Generated");
        ValidatorEmitter.Emit(program, className, w);
        return w.ToString();
    }

    private static Assembly Compile(string[] sources)
    {
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Generated" + Guid.NewGuid().ToString("N"),
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Diagnostic[] wrong = [.. compilation.Emit(image).Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)];
        Assert.True(wrong.Length == 0, string.Join("\n", wrong.Take(20).Select(d => d.ToString())) + "\n" + wrong.FirstOrDefault()?.Location.SourceTree);
        return Assembly.Load(image.ToArray());
    }

    private Judge JudgeOf(JsonValidator validator) => (text, faults) =>
    {
        var buffer = new PaddedBuffer(text.Length);
        text.CopyTo(buffer.Span);
        buffer.SealDocument(text.Length);
        var validation = new Validation(options ?? InterpreterEngine.SuiteOptions) { Faults = faults };
        validation.JudgeDocument(validator, buffer);
        return validation.Counters.ToArray();
    };
}
