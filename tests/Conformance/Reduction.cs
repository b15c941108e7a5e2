using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Schema.Ir;

namespace Plumbline.Tests.Conformance;

/// <summary>Cuts a schema and a value down to the least that the engines still judge differently: for people who read the failure.</summary>
internal sealed record Reduction(string Schema, string Instance, Verdicts Verdicts)
{
    private const int MaxRounds = 40;

    public static Reduction Of(JsonNode schema, string instance, Func<JsonNode, SchemaProgram?> compile)
    {
        Reduction least = Try([(schema, instance)], compile) ?? throw new InvalidOperationException($"The engines agree: {schema.ToJsonString()} {instance}");
        for (int round = 0; round < MaxRounds; round++)
        {
            // All cuts of a round are compiled together; the one that leaves least is taken.
            JsonNode whole = JsonNode.Parse(least.Schema)!;
            IEnumerable<(JsonNode, string)> cuts = Cuts(JsonNode.Parse(least.Instance)).Select(cut => (whole, cut))
                .Concat(Cuts(whole).Where(cut => cut[0] == '{').Select(cut => (JsonNode.Parse(cut)!, least.Instance)));
            if (Try(cuts.OrderBy(cut => cut.Item1.ToJsonString().Length + cut.Item2.Length), compile) is not { } smaller)
            {
                break;
            }

            least = smaller;
        }

        return least;
    }

    public override string ToString() => $"{Schema}\n{Instance}{Verdicts}";

    private static Reduction? Try(IEnumerable<(JsonNode Schema, string Instance)> cuts, Func<JsonNode, SchemaProgram?> compile)
    {
        var compiled = new List<(JsonNode Schema, string Instance, SchemaProgram Program)>();
        foreach ((JsonNode schema, string instance) in cuts)
        {
            if (CompileQuietly(schema, compile) is { } program)
            {
                compiled.Add((schema, instance, program));
            }
        }

        IReadOnlyList<EnginePair> engines = EnginePair.Of([.. compiled.Select(cut => cut.Program)]);
        for (int i = 0; i < compiled.Count; i++)
        {
            Verdicts verdicts = engines[i].Judge(Encoding.UTF8.GetBytes(compiled[i].Instance));
            if (verdicts.Differ)
            {
                return new Reduction(compiled[i].Schema.ToJsonString(), compiled[i].Instance, verdicts);
            }
        }

        return null;
    }

    // A cut may leave a keyword without its value or a reference without its target.
    private static SchemaProgram? CompileQuietly(JsonNode schema, Func<JsonNode, SchemaProgram?> compile)
    {
        try
        {
            return compile(schema);
        }
        catch (Xunit.Sdk.TrueException)
        {
            return null;
        }
    }

    // Every text that lacks one member or item, at any depth, or has an object or array replaced by something inside it.
    private static IEnumerable<string> Cuts(JsonNode? root)
    {
        switch (root)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? value) in members)
                {
                    string[] others = [.. members.Where(member => member.Key != name).Select(member => Member(member.Key, Text(member.Value)))];
                    yield return $"{{{string.Join(',', others)}}}";
                    yield return Text(value);
                    foreach (string cut in Cuts(value))
                    {
                        yield return $"{{{string.Join(',', members.Select(member => Member(member.Key, member.Key == name ? cut : Text(member.Value))))}}}";
                    }
                }

                break;
            case JsonArray items:
                for (int i = 0; i < items.Count; i++)
                {
                    yield return $"[{string.Join(',', items.Where((_, at) => at != i).Select(Text))}]";
                    yield return Text(items[i]);
                    foreach (string cut in Cuts(items[i]))
                    {
                        yield return $"[{string.Join(',', items.Select((item, at) => at == i ? cut : Text(item)))}]";
                    }
                }

                break;
        }
    }

    private static string Member(string name, string value) => $"{JsonValue.Create(name).ToJsonString()}:{value}";

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
}
