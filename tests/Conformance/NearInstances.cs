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
            return RandomValues.Of(Math.Min(depth, 2));
        }

        List<Func<Gen<string>>> ways = [() => RandomValues.Of(2)];
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
        "properties" or "required" or "dependentRequired" or "dependentSchemas" or "dependencies" or "patternProperties"
            => [() => Object(schema, depth), () => Object(schema, depth)],
        "additionalProperties" or "unevaluatedProperties" or "propertyNames" => [() => Object(schema, depth)],
        "items" or "prefixItems" or "contains" or "uniqueItems" or "unevaluatedItems" => [() => Array(schema, depth), () => Array(schema, depth)],
        "x-alternates" => [Turns],
        "anyOf" or "oneOf" or "allOf" => value!.AsArray().Select<JsonNode?, Func<Gen<string>>>(branch => () => Near(branch, depth - 1)),
        "not" or "if" or "then" or "else" => [() => Near(value, depth - 1)],
        "$ref" or "$dynamicRef" or "$recursiveRef" => [() => Near(Target(value!.GetValue<string>()), depth - 1)],
        _ => [],
    };

    // A dynamic scope may lead elsewhere: near is enough.
    private JsonNode? Target(string reference)
    {
        JsonNode? definitions = root["$defs"] ?? root["definitions"];
        return reference[(reference.LastIndexOf('/') + 1)..] switch
        {
            "d0" => definitions?["d0"],
            "d1" or "#node" or "root.json#node" => definitions?["d1"],
            "d2" or "other.json#node" => (definitions?["other"]?["$defs"] ?? definitions?["other"]?["definitions"])?["d2"],
            "other.json" => definitions?["other"],
            _ => root,
        };
    }

    private Gen<string> Object(JsonObject schema, int depth)
    {
        JsonNode? others = schema["additionalProperties"] ?? schema["unevaluatedProperties"];
        IEnumerable<Gen<string?>> members = RandomValues.Names.Select(name =>
        {
            JsonNode? dependent = (schema["dependentSchemas"] as JsonObject ?? schema["dependencies"] as JsonObject)?[name];
            JsonNode? own = schema["properties"]?[name] ?? (dependent as JsonObject)?["properties"]?[name] ?? others;
            bool isAskedFor = schema["required"] is JsonArray required && required.Any(item => item!.GetValue<string>() == name);
            return Gen.Choose(0, 9).SelectMany(chance => chance < (isAskedFor ? 9 : 4)
                ? Near(own, depth - 1).Select(value => (string?)$"\"{name}\":{value}")
                : Gen.Constant<string?>(null));
        });

        // Now and then a name comes twice, the second time spelled otherwise.
        Gen<string?> again = Gen.Frequency(
            (19, Gen.Constant<string?>(null)),
            (1, Near(schema["properties"]?["a"] ?? others, depth - 1).Select(value => (string?)$"\"\\u0061\":{value}")));
        return Gen.CollectToArray(members.Append(again)).Select(present => $"{{{string.Join(',', present.Where(member => member is not null))}}}");
    }

    private Gen<string> Array(JsonObject schema, int depth)
    {
        JsonArray? prefix = schema["prefixItems"] as JsonArray ?? schema["items"] as JsonArray;
        JsonNode?[] rest = [schema["items"] as JsonObject, schema["additionalItems"], schema["contains"], schema["unevaluatedItems"]];
        return
            from count in Gen.Choose(0, 4)
            from items in Gen.CollectToArray(Enumerable.Range(0, count).Select(i => prefix is not null && i < prefix.Count
                ? Near(prefix[i], depth - 1)
                : Gen.Elements(rest).SelectMany(schemaOfItem => Near(schemaOfItem, depth - 1))))
            select $"[{string.Join(',', items)}]";
    }

    private static Gen<string> Turns() =>
        RandomValues.Some(Gen.Elements("a", "b").Zip(Gen.Elements("\"a\"", "\"b\"", "\"b\"", "\"c\"", "1"), (name, value) => $"{{\"{name}\":{value}}}"), 1, 5)
        .Select(items => $"[{items}]");

    // The node of null is null.
    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
}
