using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Plumbline.Tests.Conformance;

/// <summary>Random schemas of draft 2020-12, as text: few names and few values, so that what one keyword says of a value meets what another says.</summary>
internal static class RandomSchemas
{
    /// <summary>Names of members: one needs escapes in pointers, one is not ASCII.</summary>
    public static readonly string[] Names = ["a", "b", "c", "d~/e", "é"];

    // Depth of schemas below the root and below each definition.
    private const int Depth = 3;

    private static readonly string[] Numbers =
        ["0", "1", "1.0", "-1", "2", "3", "1.5", "0.1", "10e-1", "1e2", "100", "1e400", "-1e400", "1e-300", "9007199254740993", "123456789012345678901234567890"];

    private static readonly string[] Strings = ["", "a", "b", "ab", "abc", "é", "\U0001F600", "\\u0061", "2024-02-30", "127.0.0.1"];

    private static readonly string[] Types = ["null", "boolean", "integer", "number", "string", "array", "object"];

    // What may stand in a schema object. An entry writes one keyword, or several that belong together.
    private static readonly Func<int, Gen<string>>[] Clauses =
    [
        _ => Gen.Elements(Types).Select(type => $"\"type\":\"{type}\""),
        _ => Some(Gen.Elements(Types).Select(Quoted), 1, 3, distinct: true).Select(types => $"\"type\":[{types}]"),
        _ => Some(Value(1), 1, 4, distinct: true).Select(values => $"\"enum\":[{values}]"),
        _ => Value(2).Select(value => $"\"const\":{value}"),
        _ => Bound("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
        _ => Gen.Elements("1", "2", "0.1", "1.5", "1e-300", "1e400", "10").Select(number => $"\"multipleOf\":{number}"),
        _ => Sizes("minLength", "maxLength"),
        _ => Gen.Elements("^a", "b$", "^[ab]*$", "^.$", "\\\\d", "é|c", "^(?!a)", "^a{2,}$").Select(pattern => $"\"pattern\":\"{pattern}\""),
        _ => Gen.Elements("date", "ipv4", "uuid").Select(format => $"\"format\":\"{format}\""),
        _ => Sizes("minProperties", "maxProperties"),
        _ => Some(Name, 1, 3, distinct: true).Select(names => $"\"required\":[{names}]"),
        _ => Name.Zip(Some(Name, 1, 2, distinct: true), (name, names) => $"\"dependentRequired\":{{{name}:[{names}]}}"),
        depth => Map(Name, depth).Select(map => $"\"properties\":{map}"),
        depth => Map(Name, depth).Zip(Schema(depth), (map, rest) => $"\"properties\":{map},\"additionalProperties\":{rest}"),
        depth => Map(Gen.Elements("\"^a\"", "\"é\"", "\".\"", "\"^[bc]$\""), depth).Select(map => $"\"patternProperties\":{map}"),
        depth => Schema(depth).Select(schema => $"\"additionalProperties\":{schema}"),
        depth => Schema(depth).Select(schema => $"\"unevaluatedProperties\":{schema}"),
        _ => Gen.Constant("\"unevaluatedProperties\":false"),
        depth => Schema(depth).Select(schema => $"\"propertyNames\":{schema}"),
        depth => Map(Name, depth).Select(map => $"\"dependentSchemas\":{map}"),
        _ => Sizes("minItems", "maxItems"),
        _ => Gen.Constant("\"uniqueItems\":true"),
        depth => Schema(depth).Select(schema => $"\"items\":{schema}"),
        depth => Some(Schema(depth), 1, 3).Select(schemas => $"\"prefixItems\":[{schemas}]"),
        depth => Some(Schema(depth), 1, 2).Zip(Schema(depth), (schemas, rest) => $"\"prefixItems\":[{schemas}],\"items\":{rest}"),
        depth => Schema(depth).Select(schema => $"\"unevaluatedItems\":{schema}"),
        _ => Gen.Constant("\"unevaluatedItems\":false"),
        depth => Schema(depth).Select(schema => $"\"contains\":{schema}"),
        depth => Schema(depth).Zip(Sizes("minContains", "maxContains"), (schema, sizes) => $"\"contains\":{schema},{sizes}"),
        depth => Some(Schema(depth), 1, 3).Select(schemas => $"\"allOf\":[{schemas}]"),
        depth => Some(Schema(depth), 1, 3).Select(schemas => $"\"anyOf\":[{schemas}]"),
        depth => Some(Schema(depth), 2, 3).Select(schemas => $"\"oneOf\":[{schemas}]"),
        depth => Schema(depth).Select(schema => $"\"not\":{schema}"),
        depth => Schema(depth).Zip(Schema(depth), (test, then) => $"\"if\":{test},\"then\":{then}"),
        depth => Schema(depth).Zip(Schema(depth), (test, otherwise) => $"\"if\":{test},\"else\":{otherwise}"),
        _ => Gen.Elements("#", "#/$defs/d0", "#/$defs/d1", "#node").Select(target => $"\"$ref\":\"{target}\""),
        _ => Gen.Constant("\"$dynamicRef\":\"#node\""),
        depth => Schema(depth).Zip(Gen.Elements("note", "warning"), (schema, severity) => $"\"x-advice\":[{{\"severity\":\"{severity}\",\"message\":\"Rather not.\",\"schema\":{schema}}}]"),
    ];

    /// <summary>Root schemas, with two definitions and a dynamic anchor.</summary>
    public static Gen<string> Roots { get; } =
        from members in Members(Depth)
        from first in Schema(Depth - 1)
        from second in Members(Depth - 1)
        select $$$"""{{{{Leading(members)}}}"$defs":{"d0":{{{first}}},"d1":{{{{Leading(second)}}}"$dynamicAnchor":"node"} } }""";

    /// <summary>Random values, as text.</summary>
    public static Gen<string> Value(int depth) => Gen.Choose(0, depth > 0 ? 9 : 6).SelectMany(kind => kind switch
    {
        0 => Gen.Elements("null", "true", "false"),
        < 4 => Gen.Elements(Numbers),
        < 7 => Gen.Elements(Strings).Select(Quoted),
        7 => Some(Value(depth - 1), 0, 3).Select(items => $"[{items}]"),
        _ => Some(Name.Zip(Value(depth - 1), (name, value) => $"{name}:{value}"), 0, 3, distinct: true, member => member[..member.IndexOf(':', StringComparison.Ordinal)])
            .Select(members => $"{{{members}}}"),
    });

    private static Gen<string> Name => Gen.Elements(Names).Select(Quoted);

    private static string Leading(string members) => members.Length == 0 ? "" : members + ",";

    private static Gen<string> Schema(int depth) => Gen.Choose(0, 9).SelectMany(kind => kind switch
    {
        0 => Gen.Constant("true"),
        1 => Gen.Constant("false"),
        _ => Members(depth).Select(members => $"{{{members}}}"),
    });

    // One to four clauses, each keyword once; below the last level only those that hold no schema come out whole.
    private static Gen<string> Members(int depth) =>
        from count in Gen.Choose(depth > 0 ? 1 : 0, depth > 0 ? 4 : 1)
        from clauses in Gen.CollectToArray(Enumerable.Range(0, count).Select(_ => Gen.Elements(Clauses).SelectMany(clause => clause(depth - 1))))
        select string.Join(',', Apart(clauses));

    // Clauses that share no keyword with an earlier one.
    private static IEnumerable<string> Apart(string[] clauses)
    {
        var taken = new HashSet<string>();
        foreach (string clause in clauses)
        {
            string[] keywords = [.. JsonNode.Parse($"{{{clause}}}")!.AsObject().Select(member => member.Key)];
            if (!keywords.Any(taken.Contains))
            {
                taken.UnionWith(keywords);
                yield return clause;
            }
        }
    }

    private static Gen<string> Map(Gen<string> names, int depth) =>
        Some(names.Zip(Schema(depth), (name, schema) => $"{name}:{schema}"), 1, 3, distinct: true, member => member[..member.IndexOf(':', StringComparison.Ordinal)])
        .Select(members => $"{{{members}}}");

    private static Gen<string> Bound(params string[] keywords) =>
        Gen.Elements(keywords).Zip(Gen.Elements(Numbers), (keyword, number) => $"\"{keyword}\":{number}");

    private static Gen<string> Sizes(string least, string most) =>
        from lower in Gen.Choose(0, 3)
        from upper in Gen.Choose(lower, 4)
        from kind in Gen.Choose(0, 2)
        select kind switch { 0 => $"\"{least}\":{lower}", 1 => $"\"{most}\":{upper}", _ => $"\"{least}\":{lower},\"{most}\":{upper}" };

    private static Gen<string> Some(Gen<string> element, int least, int most, bool distinct = false, Func<string, string>? key = null) =>
        from count in Gen.Choose(least, most)
        from elements in element.ArrayOf(count)
        select string.Join(',', distinct ? elements.DistinctBy(key ?? (text => text)) : elements);

    private static string Quoted(string text) => $"\"{text}\"";
}
