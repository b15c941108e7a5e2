using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Testing;

namespace Plumbline.Tests.Conformance;

/// <summary>Documents that people wrote, with something broken in them: both engines report the same.</summary>
public sealed class BrokenRealDocumentsTests
{
    private const int BrokenDocuments = 40;
    private const int BreaksOfEach = 6;

    [Fact]
    public void Both_engines_report_the_same_faults_of_real_documents_that_were_broken()
    {
        if (SharedData.PathOf("real-schemas") is not { } folder)
        {
            return;
        }

        string[] names = RealSchemaTests.Names(folder);
        IReadOnlyList<EnginePair> engines = EnginePair.Of([.. names.Select(name => RealSchemaTests.Program(folder, name))]);
        var differences = new List<string>();
        int broken = 0;
        for (int i = 0; i < names.Length; i++)
        {
            foreach (string document in File.ReadLines(Path.Combine(folder, names[i], "instances.jsonl")).Take(BrokenDocuments))
            {
                foreach (string text in Breaks(document))
                {
                    Verdicts verdicts = engines[i].Judge(Encoding.UTF8.GetBytes(text));
                    broken += verdicts.IsValid ? 0 : 1;
                    if (verdicts.Differ)
                    {
                        differences.Add($"{names[i]} {text}{verdicts}");
                    }
                }
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n" + string.Join("\n", differences.Take(20)));
        Assert.True(broken > 1000, $"only {broken} of the documents were broken");
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
