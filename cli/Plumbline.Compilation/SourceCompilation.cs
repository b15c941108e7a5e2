using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Plumbline.Compilation;

/// <summary>From the text of a validator to an assembly. The only type that touches the compiler: what does not call it does not load it.</summary>
internal static class SourceCompilation
{
    /// <summary>Compiles a text.</summary>
    /// <param name="source">The text of the validator.</param>
    /// <param name="assemblyName">Name of the assembly.</param>
    /// <returns>The assembly.</returns>
    /// <exception cref="SchemaCompilationException">The compiler refuses the text, or what it refers to cannot be found.</exception>
    public static byte[] Compile(string source, string assemblyName)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            assemblyName,
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.None))],
            References(),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                allowUnsafe: false,
                deterministic: true,
                nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        return result.Success
            ? image.ToArray()
            : throw new SchemaCompilationException($"the compiler says {result.Diagnostics.First(found => found.Severity == DiagnosticSeverity.Error)}");
    }

    // What runs is what is referred to: the framework's own assemblies and the runtime that this process has. An application in a single
    // file has no such files.
    private static List<PortableExecutableReference> References()
    {
        List<PortableExecutableReference> references =
        [
            .. ((AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string) ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Where(path => IsReferredTo(Path.GetFileNameWithoutExtension(path)))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
        return references.Count > 0 ? references : throw new SchemaCompilationException("the framework's assemblies are not files here");
    }

    private static bool IsReferredTo(string assembly) =>
        assembly is "Plumbline.Runtime" or "Plumbline.Assertions" || assembly.StartsWith("System.", StringComparison.Ordinal);
}
