using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Plumbline.Testing;

namespace Plumbline.Tests.Conformance;

/// <summary>Schemas that people use: both engines report the same of their documents, and of the same documents with something broken in them.</summary>
public sealed class RealSchemaEnginesTests
{
    private const int BrokenDocuments = 40;
    private const int BreaksOfEach = 6;

    [Fact]
    public void Both_engines_report_the_same_faults_of_real_documents_whole_and_broken()
    {
        if (SharedData.PathOf("real-schemas") is not { } folder)
        {
            return;
        }

        string[] names = [.. Directory.EnumerateFiles(folder, "schema.json", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(Path.GetDirectoryName(path)!))
            .Order(StringComparer.Ordinal)];
        SchemaProgram[] programs = [.. names.Select(name => Program(Path.Combine(folder, name, "schema.json")))];
        IReadOnlyList<Judge> interpreted = new InterpreterEngine().Prepare(programs);
        IReadOnlyList<Judge> generated = new GeneratedEngine().Prepare(programs);
        var differences = new List<string>();
        int broken = 0;
        for (int i = 0; i < names.Length; i++)
        {
            int line = 0;
            foreach (string document in File.ReadLines(Path.Combine(folder, names[i], "instances.jsonl")))
            {
                line++;
                IEnumerable<string> texts = line <= BrokenDocuments ? Breaks(document).Prepend(document) : [document];
                foreach (string text in texts)
                {
                    byte[] utf8 = Encoding.UTF8.GetBytes(text);
                    string expected = EnginesAgreeTests.FaultsOf(interpreted[i], utf8);
                    string actual = EnginesAgreeTests.FaultsOf(generated[i], utf8);
                    broken += expected.Length > 0 ? 1 : 0;
                    if (expected != actual)
                    {
                        differences.Add($"{names[i]}:{line}\n  interpreted: {expected}\n  generated:   {actual}");
                    }
                }
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n" + string.Join("\n", differences.Take(20)));
        Assert.True(broken > 1000, $"only {broken} of the documents were broken");
    }

    private static SchemaProgram Program(string path)
    {
        var file = SchemaFile.Parse(path, Path.GetFileName(Path.GetDirectoryName(path)!) + ".json", File.ReadAllBytes(path));
        return SchemaSet.Of([file]).Compile(file).Program ?? throw new InvalidOperationException($"{path} does not compile.");
    }

    // The same breaks on every run: every so many-th value becomes another, or a member goes or comes.
    private static IEnumerable<string> Breaks(string document)
    {
        int values = Values(JsonNode.Parse(document)!).Count;
        for (int i = 0; i < BreaksOfEach && values > 0; i++)
        {
            JsonNode root = JsonNode.Parse(document)!;
            JsonNode value = Values(root)[i * values / BreaksOfEach];
            switch (value.Parent)
            {
                case JsonObject parent when i % 3 == 0:
                    parent.Remove(value.GetPropertyName());
                    break;
                case JsonObject parent when i % 3 == 1:
                    parent["not-known"] = 12.5;
                    break;
                case JsonObject parent:
                    parent[value.GetPropertyName()] = i % 2 == 0 ? 12.5 : new JsonArray("x");
                    break;
                case JsonArray parent:
                    parent[value.GetElementIndex()] = i % 2 == 0 ? false : new JsonObject { ["x"] = "" };
                    break;
            }

            yield return root.ToJsonString();
        }
    }

    private static List<JsonNode> Values(JsonNode root)
    {
        var values = new List<JsonNode>();
        var pending = new Stack<JsonNode>([root]);
        while (pending.Count > 0)
        {
            JsonNode node = pending.Pop();
            if (node.Parent is not null)
            {
                values.Add(node);
            }

            IEnumerable<JsonNode?> inside = node switch
            {
                JsonObject o => o.Select(member => member.Value),
                JsonArray a => a,
                _ => [],
            };
            foreach (JsonNode next in inside.OfType<JsonNode>())
            {
                pending.Push(next);
            }
        }

        return values;
    }
}
