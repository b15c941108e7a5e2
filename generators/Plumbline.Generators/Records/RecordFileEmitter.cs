using Plumbline.Generators.Shapes;
using Plumbline.Generators.Validators;
using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Records;

/// <summary>Prints the file of one root schema: its records, unions and enumerations, then its validator.</summary>
internal static class RecordFileEmitter
{
    /// <summary>Prints a file.</summary>
    public static string Emit(RecordFile file, SchemaProgram program)
    {
        var w = new SourceWriter();
        GeneratedFile.Begin(w, file.Root.Namespace);
        var containers = new Stack<SourceWriter.Block>();
        foreach (string container in file.Root.Containers)
        {
            containers.Push(w.Braces($"{container}"));
        }

        foreach (RecordShape record in file.Records)
        {
            RecordEmitter.Emit(record, file.Root, w);
            w.Line();
        }

        foreach (UnionShape union in file.Unions)
        {
            UnionEmitter.Emit(union, file.Root, w);
            w.Line();
        }

        foreach (EnumShape shape in file.Enums)
        {
            EnumEmitter.Emit(shape, file.Root.Accessibility, w);
            w.Line();
        }

        ValidatorEmitter.Emit(program, file.Root.ValidatorName, w, file.Root.Accessibility, file.JudgedApart());
        while (containers.Count > 0)
        {
            containers.Pop().Dispose();
        }

        return w.ToString();
    }
}
