using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Plumbline.Tests.Conformance;

/// <summary>Values near a schema: most of what one of its keywords asks for, so that both verdicts come up and faults stand deep inside.</summary>
internal sealed class NearInstances(JsonNode root)
{
    /// <summary>Values near the root schema, as text.</summary>
    public Gen<string> All => Near(root, 5);

    private Gen<string> Near(JsonNode? schema, int depth)
    {
        if (schema is not JsonObject keywords || depth == 0)
        {
            return RandomSchemas.Value(Math.Min(depth, 2));
        }

        List<Func<Gen<string>>> ways = [() => RandomSchemas.Value(2)];
        foreach ((string keyword, JsonNode? value) in keywords)
        {
            ways.AddRange(Ways(keyword, value, keywords, depth));
        }

        return Gen.Choose(0, ways.Count - 1).SelectMany(way => ways[way]());
    }

    private IEnumerable<Func<Gen<string>>> Ways(string keyword, JsonNode? value, JsonObject schema, int depth) => keyword switch
    {
        "const" => [() => Gen.Constant(Text(value))],
        "enum" => [() => Gen.Elements(value!.AsArray().Select(Text))],
        "properties" or "required" or "dependentRequired" or "dependentSchemas" or "patternProperties" => [() => Object(schema, depth), () => Object(schema, depth)],
        "additionalProperties" or "unevaluatedProperties" or "propertyNames" => [() => Object(schema, depth)],
        "items" or "prefixItems" or "contains" or "uniqueItems" or "unevaluatedItems" => [() => Array(schema, depth), () => Array(schema, depth)],
        "anyOf" or "oneOf" or "allOf" => value!.AsArray().Select<JsonNode?, Func<Gen<string>>>(branch => () => Near(branch, depth - 1)),
        "not" or "if" or "then" or "else" => [() => Near(value, depth - 1)],
        "$ref" or "$dynamicRef" => [() => Near(Target(value!.GetValue<string>()), depth - 1)],
        _ => [],
    };

    private JsonNode? Target(string reference) => reference switch
    {
        "#" => root,
        "#/$defs/d0" => root["$defs"]!["d0"],
        _ => root["$defs"]?["d1"],
    };

    private Gen<string> Object(JsonObject schema, int depth)
    {
        JsonNode? others = schema["additionalProperties"] ?? schema["unevaluatedProperties"];
        IEnumerable<Gen<string?>> members = RandomSchemas.Names.Select(name =>
        {
            JsonNode? own = schema["properties"]?[name] ?? (schema["dependentSchemas"]?[name] as JsonObject)?["properties"]?[name] ?? others;
            bool isAskedFor = schema["required"] is JsonArray required && required.Any(item => item!.GetValue<string>() == name);
            return Gen.Choose(0, 9).SelectMany(chance => chance < (isAskedFor ? 9 : 4)
                ? Near(own, depth - 1).Select(value => (string?)$"\"{name}\":{value}")
                : Gen.Constant<string?>(null));
        });
        return Gen.CollectToArray(members).Select(present => $"{{{string.Join(',', present.Where(member => member is not null))}}}");
    }

    private Gen<string> Array(JsonObject schema, int depth)
    {
        var prefix = schema["prefixItems"] as JsonArray;
        JsonNode?[] rest = [schema["items"], schema["contains"], schema["unevaluatedItems"]];
        return
            from count in Gen.Choose(0, 4)
            from items in Gen.CollectToArray(Enumerable.Range(0, count).Select(i => prefix is not null && i < prefix.Count
                ? Near(prefix[i], depth - 1)
                : Gen.Elements(rest).SelectMany(schemaOfItem => Near(schemaOfItem, depth - 1))))
            select $"[{string.Join(',', items)}]";
    }

    // The node of null is null.
    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
}
