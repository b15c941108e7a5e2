using Plumbline.Compilation;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Benchmarks.Measuring;

/// <summary>From a schema file to the validator that the generator makes of it.</summary>
internal static class SchemaCompilation
{
    /// <summary>Compiles a schema file.</summary>
    public static JsonValidator Compile(string path)
    {
        byte[] text = File.ReadAllBytes(path);
        var file = SchemaFile.Parse(path, Path.GetFileName(path), text);
        SchemaProgram program = SchemaSet.Of([file]).Compile(file).Program ?? throw new InvalidOperationException($"{path} is not a schema.");
        return SchemaCompiler.Compile(program, AssemblyKey.Of(file.Name, text, hasDiagnostics: false));
    }
}
