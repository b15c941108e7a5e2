using System.Collections.Concurrent;
using System.Text;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Plumbline.Testing;
using Xunit.Abstractions;

namespace Plumbline.Tests.Conformance;

/// <summary>Schemas that people use, and their documents.</summary>
public sealed class RealSchemaTests(ITestOutputHelper output)
{
    // What a comparison could pass over unnoticed if the data were cut short.
    private const int KnownSchemas = 34;
    private const int KnownDocuments = 34_237;

    [Fact]
    public void Real_documents_are_valid_by_their_schemas_on_both_engines()
    {
        if (SharedData.PathOf("real-schemas") is not { } folder)
        {
            return;
        }

        string[] names = Names(folder);
        IReadOnlyList<EnginePair> engines = EnginePair.Of([.. names.Select(name => Program(folder, name))], ValidationOptions.DatasetLines);
        int documents = 0;
        var wrong = new ConcurrentBag<string>();
        for (int i = 0; i < names.Length; i++)
        {
            string name = names[i];
            EnginePair pair = engines[i];
            Parallel.ForEach(File.ReadLines(Path.Combine(folder, name, "instances.jsonl")), (document, _, line) =>
            {
                Interlocked.Increment(ref documents);
                Verdicts verdicts = pair.Judge(Encoding.UTF8.GetBytes(document));
                if (!verdicts.IsValid || verdicts.Differ)
                {
                    wrong.Add($"{name}:{line + 1}{verdicts}");
                }
            });
        }

        output.WriteLine($"{names.Length} schemas, {documents} documents, {wrong.Count} not valid or judged differently");
        Assert.True(wrong.IsEmpty, string.Join("\n", wrong.Order(StringComparer.Ordinal).Take(40)));
        Assert.Equal((KnownSchemas, KnownDocuments), (names.Length, documents));
    }

    /// <summary>The schemas that there are.</summary>
    internal static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder, "schema.json", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(Path.GetDirectoryName(path)!))
            .Order(StringComparer.Ordinal)];

    /// <summary>One of them, compiled.</summary>
    internal static SchemaProgram Program(string folder, string name)
    {
        string path = Path.Combine(folder, name, "schema.json");
        var file = SchemaFile.Parse(path, name + ".json", File.ReadAllBytes(path));
        CompiledSchema compiled = SchemaSet.Of([file]).Compile(file);
        Assert.True(compiled.Program is not null, string.Join("\n", compiled.Diagnostics));
        return compiled.Program;
    }
}
