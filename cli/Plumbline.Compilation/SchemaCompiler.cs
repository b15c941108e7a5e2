using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;
using Plumbline.Generators.Validators;
using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;

namespace Plumbline.Compilation;

/// <summary>Turns a schema that is given at run time into the validator that the source generator would have made of it.</summary>
/// <remarks>
/// The text is the generator's, so that a compiled validator and a generated one cannot differ. The compiler is loaded only where
/// the cache has no assembly of that text.
/// </remarks>
public static class SchemaCompiler
{
    private const string Namespace = "Compiled";
    private const string ClassName = "SchemaValidator";

    /// <summary>The longest text that is compiled, in characters. The compiler takes about four seconds for a million.</summary>
    private const int LongestSource = 4_000_000;

    /// <summary>Compiles a program, or takes its assembly from the cache.</summary>
    /// <param name="program">What values are judged by; every keyword of it one that generated code evaluates.</param>
    /// <param name="cache">Where assemblies are kept between runs; null compiles anew and keeps nothing.</param>
    /// <returns>The validator. Its assembly is unloaded when nothing refers to it any more.</returns>
    /// <exception cref="SchemaCompilationException">The program cannot be compiled.</exception>
    [RequiresDynamicCode("Loads an assembly that is made at run time.")]
    [RequiresUnreferencedCode("What the assembly refers to must not have been trimmed.")]
    public static JsonValidator Compile(SchemaProgram program, AssemblyCache? cache = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        string source = SourceOf(program);
        AssemblyKey key = AssemblyKey.Of(source);
        if (cache?.Find(key) is { } kept)
        {
            return Load(kept, key);
        }

        byte[] image = SourceCompilation.Compile(source, key.AssemblyName);
        cache?.Keep(key, image);
        return Load(image, key);
    }

    private static string SourceOf(SchemaProgram program)
    {
        var writer = new SourceWriter();
        GeneratedFile.Begin(writer, Namespace);
        ValidatorEmitter.Emit(program, ClassName, writer);
        string source = writer.ToString();
        return source.Length <= LongestSource
            ? source
            : throw new SchemaCompilationException($"its validator would have {source.Length:N0} characters, more than {LongestSource:N0}");
    }

    [RequiresUnreferencedCode("What the assembly refers to must not have been trimmed.")]
    private static JsonValidator Load(byte[] image, AssemblyKey key)
    {
        // What it refers to is looked for where this assembly comes from: the default context has it all.
        var context = new AssemblyLoadContext(key.AssemblyName, isCollectible: true);
        using var stream = new MemoryStream(image, writable: false);
        Type validator = context.LoadFromStream(stream).GetType($"{Namespace}.{ClassName}", throwOnError: true)!;
        return (JsonValidator)validator.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
    }
}
