using FsCheck;
using FsCheck.Fluent;

namespace Plumbline.Tests.Conformance;

/// <summary>What may stand in a random schema: an entry writes one keyword, or several that belong together.</summary>
internal sealed class RandomClauses
{
    private static readonly string[] Types = ["null", "boolean", "integer", "number", "string", "array", "object"];

    private static readonly Gen<string> Paths = Gen.Elements("/a", "/b", "/*", "/a/*", "/*/b", "/a/0", "/b/a", "/é/*/a").Select(RandomValues.Quoted);

    // What every draft has alike.
    private static readonly Gen<string>[] Assertions =
    [
        Gen.Elements(Types).Select(type => $"\"type\":\"{type}\""),
        RandomValues.Some(Gen.Elements(Types).Select(RandomValues.Quoted), 1, 3, distinct: true).Select(types => $"\"type\":[{types}]"),
        RandomValues.Some(RandomValues.Of(1), 1, 4, distinct: true).Select(values => $"\"enum\":[{values}]"),
        RandomValues.Some(RandomValues.Of(2), 10, 20, distinct: true).Select(values => $"\"enum\":[{values}]"),
        Gen.Elements("1", "2", "0.1", "1.5", "1e-300", "1e400", "10").Select(number => $"\"multipleOf\":{number}"),
        Sizes("minLength", "maxLength"),
        Gen.Elements("^a", "b$", "^[ab]*$", "^.$", "\\\\d", "é|c", "^(?!a)", "^a{2,}$").Select(pattern => $"\"pattern\":\"{pattern}\""),
        Gen.Elements("date", "ipv4", "uuid", "email").Select(format => $"\"format\":\"{format}\""),
        Sizes("minProperties", "maxProperties"),
        RandomValues.Some(RandomValues.Name, 1, 3, distinct: true).Select(names => $"\"required\":[{names}]"),
        Sizes("minItems", "maxItems"),
        Gen.Constant("\"uniqueItems\":true"),
        Gen.Choose(0, 3).Zip(Gen.Elements("min", "max"), (limit, end) => $"\"x-{end}Tokens\":{limit}"),
        Gen.Choose(0, 4).Zip(Gen.Elements("min", "max"), (limit, end) => $"\"x-{end}Tokens\":{{\"limit\":{limit},\"of\":[\"/a\",\"/*/b\",\"/b/*\"]}}"),
        Gen.Elements("", ",\"last\":\"b\"")
            .Zip(Gen.Elements("a", "b"), (last, name) => $"\"x-alternates\":{{\"property\":\"{name}\",\"cycle\":[\"a\",\"b\"]{last}}}"),
        Paths.Zip(Paths, (from, to) => $"\"x-links\":{{\"from\":{from},\"to\":{to}}}"),
        Gen.Choose(0, 2)
            .Zip(RandomValues.Some(Paths, 1, 2, distinct: true), (limit, paths) => $"\"x-maxCount\":{{\"limit\":{limit},\"of\":[{paths}]}}"),
        RandomValues.Some(Paths, 2, 2, distinct: true)
            .Where(paths => paths.Contains(',', StringComparison.Ordinal))
            .Select(paths => $"\"x-equalCounts\":[{paths}]"),
    ];

    private readonly Func<int, Gen<string>> _schema;

    public RandomClauses(RandomDraft draft, Func<int, Gen<string>> schema)
    {
        Draft = draft;
        _schema = schema;
        All =
        [
            .. Assertions.Select<Gen<string>, Func<int, Gen<string>>>(assertion => _ => assertion),
            .. Applicators(),
            .. draft.Year == 4 ? Only4() : Since6(),
            .. draft.Year >= 7 ? Since7() : [],
            .. draft.Year >= 2019 ? Since201909() : UpTo7(),
            .. draft.Year == 2020 ? Since202012() : UpTo201909(),
        ];
    }

    public RandomDraft Draft { get; }

    /// <summary>The clauses of the draft: of a depth, what writes one.</summary>
    public Func<int, Gen<string>>[] All { get; }

    private Func<int, Gen<string>>[] Applicators() =>
    [
        depth => Map(RandomValues.Name, depth).Select(map => $"\"properties\":{map}"),
        depth => Map(RandomValues.Name, depth).Zip(_schema(depth), (map, rest) => $"\"properties\":{map},\"additionalProperties\":{rest}"),
        depth => Patterns(depth).Select(map => $"\"patternProperties\":{map}"),
        depth => _schema(depth).Select(schema => $"\"additionalProperties\":{schema}"),
        _ => Gen.Constant("\"additionalProperties\":false"),
        depth => _schema(depth).Select(schema => $"\"items\":{schema}"),
        depth => List(depth, 1, 3).Select(schemas => $"\"allOf\":{schemas}"),
        depth => List(depth, 1, 3).Select(schemas => $"\"anyOf\":{schemas}"),
        depth => List(depth, 2, 3).Select(schemas => $"\"oneOf\":{schemas}"),
        depth => _schema(depth).Select(schema => $"\"not\":{schema}"),
        _ => Gen.Elements("anyOf", "oneOf").Zip(RandomValues.Some(Presence(2), 1, 4), (keyword, schemas) => $"\"{keyword}\":[{schemas}]"),
        _ => Presence(2).Select(schema => $"\"not\":{schema}"),
        depth =>
            from keyword in Gen.Elements("anyOf", "oneOf")
            from name in RandomValues.Name
            from schemas in RandomValues.Some(ToldBy(name, depth), 2, 4)
            select $"\"{keyword}\":[{schemas}]",
        _ => Gen.Elements(Draft.Targets).Select(target => $"\"$ref\":\"{target}\""),
        depth =>
            from schema in _schema(depth)
            from severity in Gen.Elements("note", "warning")
            from effect in Gen.Elements("", ",\"effect\":\"truncated\"")
            select $"\"x-advice\":[{{\"severity\":\"{severity}\",\"message\":\"Rather not.\"{effect},\"schema\":{schema}}}]",
    ];

    private static Func<int, Gen<string>>[] Only4() =>
    [
        _ => Bound("minimum", "maximum"),
        _ => Bound("minimum").Select(bound => bound + ",\"exclusiveMinimum\":true"),
    ];

    private Func<int, Gen<string>>[] Since6() =>
    [
        _ => RandomValues.Of(2).Select(value => $"\"const\":{value}"),
        _ => Bound("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
        depth => _schema(depth).Select(schema => $"\"propertyNames\":{schema}"),
        depth => _schema(depth).Select(schema => $"\"contains\":{schema}"),
        _ => RandomValues.Name.SelectMany(name => ToldBy(name, 0)).Select(schema => $"\"contains\":{schema}"),
    ];

    private Func<int, Gen<string>>[] Since7() =>
    [
        depth => _schema(depth).Zip(_schema(depth), (test, then) => $"\"if\":{test},\"then\":{then}"),
        depth => _schema(depth).Zip(_schema(depth), (test, otherwise) => $"\"if\":{test},\"else\":{otherwise}"),
        depth =>
            from test in _schema(depth)
            from then in _schema(depth)
            from otherwise in _schema(depth)
            select $"\"if\":{test},\"then\":{then},\"else\":{otherwise}",

        // A chain of conditions on members, as in schemas of many versions.
        depth =>
            from name in RandomValues.Name
            from first in ToldBy(name, 0)
            from second in RandomValues.Name.SelectMany(other => ToldBy(other, 0))
            from reading in ToldBy(name, depth)
            from then in _schema(depth)
            from otherwise in _schema(depth)
            select $"\"if\":{first},\"then\":{then},\"else\":{reading[..^1]},\"if\":{second},\"then\":{otherwise},\"else\":{then}}}",
    ];

    private Func<int, Gen<string>>[] UpTo7() =>
    [
        depth => Map(RandomValues.Name, depth).Select(map => $"\"dependencies\":{map}"),
        _ => RandomValues.Name.Zip(RandomValues.Some(RandomValues.Name, 1, 2, distinct: true), (name, names) => $"\"dependencies\":{{{name}:[{names}]}}"),
    ];

    private Func<int, Gen<string>>[] Since201909() =>
    [
        depth => Map(RandomValues.Name, depth).Select(map => $"\"dependentSchemas\":{map}"),
        _ => RandomValues.Name.Zip(RandomValues.Some(RandomValues.Name, 1, 2, distinct: true), (name, names) => $"\"dependentRequired\":{{{name}:[{names}]}}"),
        depth => _schema(depth).Zip(Sizes("minContains", "maxContains"), (schema, sizes) => $"\"contains\":{schema},{sizes}"),
        depth => _schema(depth).Select(schema => $"\"unevaluatedProperties\":{schema}"),
        _ => Gen.Constant("\"unevaluatedProperties\":false"),
        depth => _schema(depth).Select(schema => $"\"unevaluatedItems\":{schema}"),
        _ => Gen.Constant("\"unevaluatedItems\":false"),
        depth => _schema(depth).Select(schema => $"\"if\":{schema}"),
    ];

    private Func<int, Gen<string>>[] UpTo201909() =>
    [
        depth => List(depth, 1, 3).Select(schemas => $"\"items\":{schemas}"),
        depth => List(depth, 1, 2).Zip(_schema(depth), (schemas, rest) => $"\"items\":{schemas},\"additionalItems\":{rest}"),
        _ => Gen.Constant(Draft.Year == 2019 ? "\"$recursiveRef\":\"#\"" : "\"$ref\":\"#\""),
    ];

    private Func<int, Gen<string>>[] Since202012() =>
    [
        depth => List(depth, 1, 3).Select(schemas => $"\"prefixItems\":{schemas}"),
        depth => List(depth, 1, 2).Zip(_schema(depth), (schemas, rest) => $"\"prefixItems\":{schemas},\"items\":{rest}"),
        _ => Gen.Elements("#node", "root.json#node", "other.json#node").Select(target => $"\"$dynamicRef\":\"{target}\""),
    ];

    private Gen<string> Map(Gen<string> names, int depth) => RandomValues.Members(names, _schema(depth), 1, 3);

    private Gen<string> Patterns(int depth) => Map(Gen.Elements("\"^a\"", "\"é\"", "\".\"", "\"^[bc]$\""), depth);

    private Gen<string> List(int depth, int least, int most) => RandomValues.Some(_schema(depth), least, most).Select(schemas => $"[{schemas}]");

    private static Gen<string> Bound(params string[] keywords) =>
        Gen.Elements(keywords).Zip(Gen.Elements(RandomValues.Numbers), (keyword, number) => $"\"{keyword}\":{number}");

    private static Gen<string> Sizes(string least, string most) =>
        from lower in Gen.Choose(0, 3)
        from upper in Gen.Choose(lower, 4)
        from kind in Gen.Choose(0, 2)
        select kind switch { 0 => $"\"{least}\":{lower}", 1 => $"\"{most}\":{upper}", _ => $"\"{least}\":{lower},\"{most}\":{upper}" };

    // What asks for nothing but which members an object has.
    private static Gen<string> Presence(int depth) => Gen.Choose(0, depth > 0 ? 6 : 3).SelectMany(kind => kind switch
    {
        < 4 => RandomValues.Some(RandomValues.Name, 1, 2, distinct: true).Select(names => $"{{\"required\":[{names}]}}"),
        4 => Presence(depth - 1).Select(schema => $"{{\"not\":{schema}}}"),
        5 => RandomValues.Some(Presence(depth - 1), 1, 3).Select(schemas => $"{{\"oneOf\":[{schemas}]}}"),
        _ => Gen.Constant("{\"type\":\"object\"}"),
    });

    // An alternative that the value of one member may tell from others.
    private Gen<string> ToldBy(string name, int depth) =>
        from values in RandomValues.Some(RandomValues.Of(1), 1, 2, distinct: true)
        from isRequired in Gen.Elements("", $",\"required\":[{name}]", $",\"type\":\"object\"")
        from rest in depth > 0 ? Map(RandomValues.Name.Where(other => other != name), depth) : Gen.Constant("{}")
        select $"{{\"properties\":{{{name}:{{\"enum\":[{values}]}}{(rest.Length > 2 ? "," + rest[1..^1] : "")}}}{isRequired}}}";
}
