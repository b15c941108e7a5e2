using Plumbline.Generators.Tests.Pipeline;

namespace Plumbline.Generators.Tests.Records;

/// <summary>The type of members that a schema does not name.</summary>
public sealed class MapTests
{
    [Theory]
    [InlineData("""{ "additionalProperties": { "type": "integer" } }""", "ValueMap<Int64>")]
    [InlineData("""{ "patternProperties": { "^a": { "type": "integer" } }, "additionalProperties": false }""", "ValueMap<Int64>")]
    [InlineData("""{ "patternProperties": { "^a": { "type": "string", "minLength": 1 }, "^b": { "type": "string" } }, "additionalProperties": false }""",
        "ValueMap<String>")]
    [InlineData("""{ "patternProperties": { "^a": { "$ref": "#/$defs/part" }, "^b": { "$ref": "#/$defs/part" } }, "additionalProperties": false }""",
        "ValueMap<MapPart>")]
    [InlineData("""{ "patternProperties": { "^a": { "type": "integer" } }, "additionalProperties": { "type": "integer" } }""", "ValueMap<Int64>")]
    [InlineData("""{ "patternProperties": { "^a": { "type": "integer" }, "^z": false }, "additionalProperties": false }""", "ValueMap<Int64>")]
    [InlineData("""{ "patternProperties": { "^a": { "type": "integer" } } }""", "ValueMap<JsonElement>")]
    [InlineData(
        """{ "patternProperties": { "^a": { "type": "integer" }, "^b": { "type": "string" } }, "additionalProperties": false }""", "ValueMap<JsonElement>")]
    [InlineData("""{ "patternProperties": { "^a": { "type": "string", "enum": ["x"] }, "^b": { "type": "string" } }, "additionalProperties": false }""",
        "ValueMap<JsonElement>")]
    public void Members_that_come_to_one_type_have_it_and_others_are_JSON(string map, string expected)
    {
        Project project = Project.Empty.WithSchema("map.schema.json", $$$"""
            {
              "type": "object",
              "properties": { "v": { "type": "object", "allOf": [ {{{map}}} ] } },
              "$defs": { "part": { "type": "object", "properties": { "n": { "type": "integer" } } } }
            }
            """);
        Assert.Equal(expected, ConsumerCode.Run(project, """
            Type type = typeof(Map).GetProperty("V")!.PropertyType;
            type = Nullable.GetUnderlyingType(type) ?? type;
            return $"{type.Name.Split('`')[0]}<{type.GetGenericArguments()[0].Name}>";
            """));
    }

    [Fact]
    public void Members_by_pattern_and_named_ones_round_trip()
    {
        Project project = Project.Empty.WithSchema("map.schema.json", """
            {
              "type": "object", "required": ["name"],
              "properties": { "name": { "type": "string" }, "kind": { "const": "map" } },
              "patternProperties": { "^x-": { "type": "object", "properties": { "n": { "type": "integer" } }, "additionalProperties": false } },
              "additionalProperties": false
            }
            """);
        Assert.Equal("""{"name":"a","kind":"map","x-a":{"n":1},"x-b":{}} 1 True""", ConsumerCode.Run(project, """"
            Map read = Map.Parse("""{"name":"a","kind":"map","x-a":{"n":1},"x-b":{}}"""u8);
            return $"{Json(read)} {read.AdditionalProperties["x-a"].N} {read == Map.Parse(read.ToUtf8Json())}";
            """"));
    }

    [Fact]
    public void A_required_constant_is_there_from_the_start_and_an_optional_one_may_be_absent()
    {
        Project project = Project.Empty.WithSchema("fixed.schema.json", """
            {
              "type": "object", "required": ["kind", "version", "on"],
              "properties": {
                "kind": { "const": "fixed" }, "version": { "type": "integer", "const": 2 }, "on": { "const": true }, "note": { "const": "n" }
              },
              "additionalProperties": false
            }
            """);
        Assert.Equal("""{"kind":"fixed","version":2,"on":true} {"kind":"fixed","version":2,"on":true,"note":"n"} True True""", ConsumerCode.Run(project, """"
            var made = new Fixed();
            Fixed read = Fixed.Parse("""{"kind":"fixed","version":2.0,"on":true}"""u8);
            return $"{Json(made)} {Json(made with { Note = "n" })} {read == made} {Fixed.Validator.IsValid(made.ToUtf8Json())}";
            """"));
    }
}
