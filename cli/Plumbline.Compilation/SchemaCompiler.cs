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
/// the cache has no assembly of the schema.
/// </remarks>
public static class SchemaCompiler
{
    private const string Namespace = "Compiled";
    private const string ClassName = "SchemaValidator";
    private const string InstanceProperty = "Instance";

    /// <summary>The longest text that is compiled, in characters. The compiler takes about four seconds for a million.</summary>
    private const int LongestSource = 4_000_000;

    /// <summary>The validator that an earlier run has made of a schema file and kept, or null. Neither the generator nor the compiler takes part.</summary>
    /// <param name="key">The schema file.</param>
    /// <param name="cache">Where assemblies are kept between runs; null for nowhere.</param>
    [RequiresUnreferencedCode("What the assembly refers to must not have been trimmed.")]
    public static JsonValidator? Find(AssemblyKey key, AssemblyCache? cache)
    {
        ArgumentNullException.ThrowIfNull(key);
        return cache?.Find(key) is { } kept ? Load(kept, key.AssemblyName) : null;
    }

    /// <summary>Compiles a program.</summary>
    /// <param name="program">What values are judged by; every keyword of it one that generated code evaluates.</param>
    /// <param name="key">The schema file that the program was made of.</param>
    /// <param name="cache">Where the assembly is kept for <see cref="Find"/>; null keeps nothing.</param>
    /// <returns>The validator. Its assembly is unloaded when nothing refers to it any more.</returns>
    /// <exception cref="SchemaCompilationException">The program cannot be compiled.</exception>
    [RequiresDynamicCode("Loads an assembly that is made at run time.")]
    [RequiresUnreferencedCode("What the assembly refers to must not have been trimmed.")]
    public static JsonValidator Compile(SchemaProgram program, AssemblyKey key, AssemblyCache? cache = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(key);
        byte[] image = SourceCompilation.Compile(SourceOf(program), key.AssemblyName);
        cache?.Keep(key, image);
        return Load(image, key.AssemblyName);
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
    private static JsonValidator Load(byte[] image, string name)
    {
        // What it refers to is looked for where this assembly comes from: the default context has it all.
        var context = new AssemblyLoadContext(name, isCollectible: true);
        using var stream = new MemoryStream(image, writable: false);
        Type[] types = context.LoadFromStream(stream).GetExportedTypes();
        Type validator = types.Length == 1 ? types[0] : Array.Find(types, type => type.Name == ClassName)!;
        MethodInfo instance = validator.GetProperty(InstanceProperty, BindingFlags.Public | BindingFlags.Static)!.GetMethod!;
        return instance.CreateDelegate<Func<JsonValidator>>()();
    }
}
