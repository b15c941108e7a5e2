using System.Text.Json;
using Plumbline.Generators.Tests.Pipeline;

namespace Plumbline.Generators.Tests.Records;

/// <summary>No text of a schema becomes code, and no name of a schema breaks the build.</summary>
public sealed class HostileSchemaTests
{
    public static TheoryData<string> Texts => new()
    {
        "*/ } } public class Escaped { /*",
        "</summary> <see cref=\"Escaped\"/> <summary>",
        "line\r\nnext\u0085next\u2028next\u2029#error no",
        "\"; } public static int X = System.Environment.Exit(1); //",
        "{0} {{ }} \\u000a \\\" $@\"\"\"",
        "\0\u0001\u202E\uFEFF",
        "]]>-->",
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Any_text_stays_text_wherever_a_schema_can_hold_it(string text)
    {
        string json = JsonSerializer.Serialize(text);
        Project project = Project.Empty.WithSchema("hostile.schema.json", $$"""
            {
              "title": {{json}}, "description": {{json}}, "type": "object", "required": [{{json}}],
              "properties": {
                {{json}}: { "title": {{json}}, "description": {{json}}, "const": {{json}} },
                "e": { "description": {{json}}, "enum": [{{json}}, "x"] },
                "o": { "type": "object", "properties": { {{json}}: { "type": "integer" } }, "$comment": {{json}} }
              }
            }
            """);
        Generated generated = project.Generate();

        Assert.Equal(["PlumblineJsonResolver.g.cs", "PlumblineSchemaTexts.g.cs", "hostile.schema.json.g.cs"], generated.Files);
        Assert.Empty(generated.CompilerErrors);
        Assert.Null(generated.Compilation.GetTypeByMetadataName("Escaped"));
    }

    [Fact]
    public void Names_that_are_keywords_members_of_records_or_no_names_at_all_compile_and_round_trip()
    {
        string[] names =
        [
            "class", "Clone", "clone", "Equals", "ToString", "GetHashCode", "reader", "writer", "others", "Parse", "Validator", "EqualityContract",
            "a-b", "a_b", "a b", "AB", "aB", "", " ", "1", "-1", "+1", "1st", "$ref", "@type", "日本語", "😀", "_", "__", "Hostile", "JsonCodec", "record",
            "value", "field", "await", "AdditionalProperties", "additionalProperties", "Plb",
            "Json", "System", "global", "WriteTo", "init", "default", "ListCodec", "list",
        ];
        string properties = string.Join(", ", names.Select((name, i) =>
            $"{JsonSerializer.Serialize(name)}: {(i % 3 == 0 ? """{ "type": "array", "items": { "type": "integer" } }""" : """{ "type": "integer" }""")}"));
        string document = "{" + string.Join(",", names.Select((name, i) => $"{JsonSerializer.Serialize(name)}:{(i % 3 == 0 ? $"[{i}]" : i)}")) + "}";
        Project project = Project.Empty.WithSchema("hostile.schema.json", $$"""{ "type": "object", "properties": { {{properties}} } }""");

        Assert.Empty(project.Generate().CompilerErrors);
        Assert.Equal("True True", ConsumerCode.Run(project, $$""""
            Hostile read = Hostile.Parse("""{{document}}"""u8);
            return $"{read.AdditionalProperties3.Count == 0} {read == Hostile.Parse(read.ToUtf8Json())}";
            """"));
    }

    [Fact]
    public void Hostile_names_of_alternatives_and_items_compile_and_round_trip()
    {
        string[] names =
        [
            "class", "Write", "Read", "Value", "Equals", "String", "Hostile", "HostileV", "HostileValidator",
            "Part", "Clone", "a-b", "a_b", "", "*/ }", "1", "\"\u2028", "more", "WriteTo", "Item2",
            "ClassCodec", "HostileItem1",
        ];
        string alternatives = string.Join(", ", names.Select(name =>
            $$$"""{ "type": "object", "required": ["k"], "properties": { "k": { "const": {{{JsonSerializer.Serialize(name)}}} }, "l": { "type": "array", "items": { "type": "integer" } } } }"""));
        string items = string.Join(", ", names.Select(name => $$"""{ "title": {{JsonSerializer.Serialize(name)}}, "type": "integer" }"""));
        Project project = Project.Empty.WithSchema("hostile.schema.json", $$"""
            { "type": "object", "properties": { "v": { "type": "array", "items": { "oneOf": [ {{alternatives}}, { "type": "array", "prefixItems": [ {{items}} ] } ] } } } }
            """);
        string document = $$"""{"v":[{{string.Join(",", names.Select(name => $$$"""{"k":{{{JsonSerializer.Serialize(name)}}},"l":[1]}"""))}},[1,2,3]]}""";

        Assert.Empty(project.Generate().CompilerErrors);
        Assert.Equal("True", ConsumerCode.Run(project, $$""""
            Hostile read = Hostile.Parse("""{{document}}"""u8);
            return $"{read == Hostile.Parse(read.ToUtf8Json())}";
            """"));
    }

    [Fact]
    public void Names_come_out_the_same_in_any_order_of_the_files()
    {
        string schema = """{ "type": "object", "properties": { "a-b": { "type": "string" }, "AB": { "type": "string" } } }""";
        Project one = Project.Empty.WithSchema("x.schema.json", schema).WithSchema("y.schema.json", schema);
        Project other = Project.Empty.WithSchema("y.schema.json", schema).WithSchema("x.schema.json", schema);

        Assert.Equal(one.Generate().Text("x.schema.json.g.cs"), other.Generate().Text("x.schema.json.g.cs"));
        Assert.Contains("string? AB { get; init; }", one.Generate().Text("x.schema.json.g.cs"), StringComparison.Ordinal);
        Assert.Contains("string? AB2 { get; init; }", one.Generate().Text("x.schema.json.g.cs"), StringComparison.Ordinal);
    }
}
