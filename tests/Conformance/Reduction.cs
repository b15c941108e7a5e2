using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Json;

namespace Plumbline.Tests.Conformance;

/// <summary>Cuts a schema and a value down to the least that the engines still judge differently: for people who read the failure.</summary>
internal sealed record Reduction(string Schema, string Instance, Verdicts Verdicts)
{
    private const int MaxRounds = 60;

    // Cuts that are compiled together, those that leave least first: mostly one of the first will do.
    private const int CutsAtOnce = 16;

    public static Reduction Of(JsonNode schema, string instance, Func<JsonNode, SchemaProgram?> compile, ValidationOptions options)
    {
        Reduction least = Try([(schema, instance)], compile, options)
            ?? throw new InvalidOperationException($"The engines agree: {schema.ToJsonString()} {instance}");
        for (int round = 0; round < MaxRounds; round++)
        {
            // Of a round, the cut that leaves least is taken.
            JsonNode whole = JsonNode.Parse(least.Schema)!;
            IEnumerable<(JsonNode, string)> cuts = Cuts(least.Instance).Select(cut => (whole, cut))
                .Concat(Cuts(least.Schema).Where(cut => cut[0] == '{').Select(cut => (JsonNode.Parse(cut)!, least.Instance)));
            if (Try(cuts.OrderBy(cut => cut.Item1.ToJsonString().Length + cut.Item2.Length), compile, options) is not { } smaller)
            {
                break;
            }

            least = smaller;
        }

        return least;
    }

    public override string ToString() => $"{Schema}\n{Instance}{Verdicts}";

    private static Reduction? Try(
        IEnumerable<(JsonNode Schema, string Instance)> cuts, Func<JsonNode, SchemaProgram?> compile, ValidationOptions options)
    {
        foreach ((JsonNode Schema, string Instance)[] chunk in cuts.Chunk(CutsAtOnce))
        {
            var compiled = new List<(JsonNode Schema, string Instance, SchemaProgram Program)>();
            foreach ((JsonNode schema, string instance) in chunk)
            {
                if (CompileQuietly(schema, compile) is { } program)
                {
                    compiled.Add((schema, instance, program));
                }
            }

            IReadOnlyList<EnginePair> engines = EnginePair.Of([.. compiled.Select(cut => cut.Program)], options);
            for (int i = 0; i < compiled.Count; i++)
            {
                Verdicts verdicts = engines[i].Judge(Encoding.UTF8.GetBytes(compiled[i].Instance));
                if (verdicts.Differ)
                {
                    return new Reduction(compiled[i].Schema.ToJsonString(), compiled[i].Instance, verdicts);
                }
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

    private static IEnumerable<string> Cuts(string text) => Cuts(PositionedText.Parse(text).Root);

    // Every text that lacks one member or item, at any depth, or has an object or array replaced by something inside it.
    private static IEnumerable<string> Cuts(PositionedValue root)
    {
        bool isObject = root.Kind == JsonKind.Object;
        (string Lead, PositionedValue Value)[] parts = isObject
            ? [.. root.Members.Select(member => (member.NameValue.RawText + ":", member.Value))]
            : [.. root.Items.Select(item => ("", item))];
        (string open, string close) = isObject ? ("{", "}") : ("[", "]");
        for (int i = 0; i < parts.Length; i++)
        {
            yield return open + string.Join(',', parts.Where((_, at) => at != i).Select(part => part.Lead + part.Value.RawText)) + close;
            yield return parts[i].Value.RawText;
            foreach (string cut in Cuts(parts[i].Value))
            {
                yield return open + string.Join(',', parts.Select((part, at) => part.Lead + (at == i ? cut : part.Value.RawText))) + close;
            }
        }
    }
}
