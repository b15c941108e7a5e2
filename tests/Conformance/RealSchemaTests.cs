using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Plumbline.Testing;
using Xunit.Abstractions;

namespace Plumbline.Tests.Conformance;

/// <summary>Schemas that people use, and their documents.</summary>
public sealed class RealSchemaTests(ITestOutputHelper output)
{
    [Fact]
    public void Real_documents_are_valid_by_their_schemas()
    {
        if (SharedData.PathOf("real-schemas") is not { } folder)
        {
            return;
        }

        int documents = 0;
        var invalid = new List<string>();
        var faults = new FaultList();
        foreach (string path in Directory.EnumerateFiles(folder, "schema.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(Path.GetDirectoryName(path)!);
            var file = SchemaFile.Parse(path, name + ".json", File.ReadAllBytes(path));
            CompiledSchema compiled = SchemaSet.Of([file]).Compile(file, interpreted: true);
            if (compiled.Program is null)
            {
                invalid.Add($"{name}: {compiled.Diagnostics[0]}");
                continue;
            }

            var interpreter = new SchemaInterpreter(compiled.Program, ValidationOptions.DatasetLines);
            int line = 0;
            foreach (string document in File.ReadLines(Path.Combine(folder, name, "instances.jsonl")))
            {
                line++;
                documents++;
                faults.Clear();
                byte[] text = System.Text.Encoding.UTF8.GetBytes(document);
                interpreter.Read(text, faults);
                if (faults.HasErrors)
                {
                    invalid.Add($"{name}:{line}: {FindingBuilder.Build(faults[0], text).Message}");
                }
            }
        }

        output.WriteLine($"{documents} documents, {invalid.Count} not valid");
        invalid.ForEach(output.WriteLine);
        Assert.Empty(invalid);
    }
}
