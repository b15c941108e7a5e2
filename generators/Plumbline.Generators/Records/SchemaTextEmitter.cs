using Plumbline.Generators.Inputs;
using Plumbline.Generators.Writing;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Records;

/// <summary>Prints the attributes that carry the schemas' texts in the assembly's metadata.</summary>
internal static class SchemaTextEmitter
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "PlumblineSchemaTexts.g.cs";

    /// <summary>Prints the file.</summary>
    public static string Emit(EquatableArray<SchemaTextEntry> schemas)
    {
        var w = new SourceWriter();
        GeneratedFile.Begin(w, containingNamespace: null);
        foreach (SchemaTextEntry schema in schemas)
        {
            w.Line($"[assembly: Plb::SchemaText({Literals.String(schema.Name)}, {Literals.String(schema.Json)})]");
        }

        return w.ToString();
    }
}
