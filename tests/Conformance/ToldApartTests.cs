using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Tests.Conformance;

/// <summary>
/// Alternatives that a member tells apart: the generated validator looks for the member first, and takes names to occur once. Wherever that is not so, it
/// says what the interpreter says, who knows nothing of it.
/// </summary>
public sealed class ToldApartTests
{
    // Strings, a number and null; one alternative that the member does not name, one that need not have it, and one that is no object.
    private const string Alternatives = """
        { "oneOf": [
            { "type": "object", "required": ["k"], "properties": { "k": { "const": "a" }, "v": { "type": "string" } } },
            { "type": "object", "required": ["k"], "properties": { "k": { "enum": ["b", "c", "a\"d"] }, "v": { "type": "number" } },
              "x-advice": [{ "severity": "note", "message": "Rather not.", "schema": { "required": ["w"] } }] },
            { "type": "object", "required": ["k"], "properties": { "k": { "const": 1 }, "v": { "items": { "$ref": "#" } } } },
            { "type": "object", "properties": { "k": { "enum": [null, true, -7] }, "w": false } },
            { "type": "object", "required": ["v", "u"], "properties": { "k": { "maxLength": 1 } } },
            { "type": "string" }
        ] }
        """;

    private const string Items = """
        { "items": { "anyOf": [{ "required": ["r"], "properties": { "r": { "const": "u" } } }, { "properties": { "r": { "const": "v" } } }] },
          "contains": { "required": ["r"], "properties": { "r": { "const": "v" } } }, "maxContains": 2,
          "x-alternates": { "property": "r", "cycle": ["u", "v"], "last": "v" } }
        """;

    // The places are noted by whatever alternative reads them.
    private const string Related = """
        { "properties": { "m": { "type": "array", "items": { "oneOf": [
            { "required": ["k"], "properties": { "k": { "const": "q" }, "c": { "items": { "anyOf": [{ "required": ["i"] }, { "type": "string" }] } } } },
            { "required": ["k", "r"], "properties": { "k": { "const": "a" } } },
            { "required": ["x"], "properties": { "x": { "type": "number" } } }
        ] } } },
          "x-links": { "from": "/m/*/r", "to": "/m/*/c/*/i" }, "x-maxCount": { "limit": 2, "of": ["/m/*/r", "/n"] },
          "x-advice": [{ "severity": "note", "message": "Rather as many.", "schema": { "x-equalCounts": ["/m/*/c/*", "/m/*/r"] } }] }
        """;

    [Theory]
    [InlineData(Alternatives, """{"k":"a","v":"x"}""", true)]
    [InlineData(Alternatives, """{"k":"a","v":1}""", false)]
    [InlineData(Alternatives, """{"v":"x","k":"a"}""", true)]
    [InlineData(Alternatives, """{"v":{"k":"b"},"k":"a"}""", false)]
    [InlineData(Alternatives, """{ "v" : [ 1, {} ] , "k" : 1 }""", false)]
    [InlineData(Alternatives, """{"v":[{"k":"a"},{"k":"b"}],"k":1}""", true)]
    [InlineData(Alternatives, """{"v":[{"k":"a"},{"k":"b"},{"k":"z"}],"k":1}""", false)]
    [InlineData(Alternatives, """{"k":1.0}""", true)]
    [InlineData(Alternatives, """{"k":10e-1,"v":[7]}""", false)]
    [InlineData(Alternatives, """{"k":-7}""", true)]
    [InlineData(Alternatives, """{"k":-0}""", false)]
    [InlineData(Alternatives, """{"k":"\u0061","v":2}""", false)]
    [InlineData(Alternatives, """{"\u006b":"b","v":2}""", true)]
    [InlineData(Alternatives, """{"k":"a\"d","v":2}""", true)]
    [InlineData(Alternatives, """{"k":"b","w":1}""", true)]
    [InlineData(Alternatives, """{"k":"b","u":1,"v":1}""", false)]
    [InlineData(Alternatives, """{"k":"z","u":1,"v":1}""", true)]
    [InlineData(Alternatives, """{"k":"zz","u":1,"v":1}""", false)]
    [InlineData(Alternatives, """{"k":"a long one that does not end within thirty-two bytes"}""", false)]
    [InlineData(Alternatives, """{"k":null}""", true)]
    [InlineData(Alternatives, """{"k":true,"w":1}""", false)]
    [InlineData(Alternatives, """{"k":[],"u":1,"v":1}""", true)]
    [InlineData(Alternatives, """{}""", true)]
    [InlineData(Alternatives, "\"s\"", true)]
    [InlineData(Alternatives, "7", false)]
    [InlineData(Alternatives, """{"k":"a","k":"b"}""", false)]
    [InlineData(Alternatives, """{"k":"a","k":"a"}""", true)]
    [InlineData(Alternatives, """{"v":{"x":1,"x":2},"k":"a"}""", false)]
    [InlineData(Alternatives, """{"v":[1,2}""", false)]
    [InlineData(Alternatives, """{"k":"a","v":"\x"}""", false)]
    [InlineData(Items, """[{"r":"u"},{"r":"v"}]""", true)]
    [InlineData(Items, """[{"r":"v"},{"r":"v"},{"r":"v"}]""", false)]
    [InlineData(Items, """[{"x":1,"r":"u"},{"x":{"r":"u"},"r":"v"}]""", true)]
    [InlineData(Items, """[{"r":"u"},{"r":"v","r":"v"}]""", true)]
    [InlineData(Items, """[{"r":"u"},{"r":"u","r":"v"}]""", false)]
    [InlineData(Items, """[{"r":"v","r":"u"},{"r":"v"}]""", false)]
    [InlineData(Items, """[{"r":"u"},{"r":"\u0076"}]""", true)]
    [InlineData(Items, """[{"r":"u"},{}]""", false)]
    [InlineData(Items, """[{"r":"u"},{"x":1,"x":2},{"r":"v"}]""", true)]
    [InlineData(Items, """[{"r":"u"},7,{"r":"v"}]""", true)]
    [InlineData(Items, """[{"r":"u"},{"r":1},{"r":"v"}]""", false)]
    [InlineData(Items, """[{"r":"u"},{"r":"v"]""", false)]
    [InlineData(Related, """{"m":[{"k":"q","c":[{"i":"1"},{"i":"2"}]},{"k":"a","r":"2"},{"k":"a","r":"1"}]}""", true)]
    [InlineData(Related, """{"m":[{"k":"q","c":[{"i":"1"}]},{"k":"a","r":"2"}]}""", false)]
    [InlineData(Related, """{"m":[{"k":"a","r":"1"},{"k":"q","c":[{"i":"1"}]}]}""", false)]
    [InlineData(Related, """{"m":[{"c":[{"i":"1"}],"k":"q"},{"r":"1","k":"a"}]}""", true)]
    [InlineData(Related, """{"m":[{"k":"q","c":[{"i":"\u0031"}]},{"k":"a","r":"1"}]}""", true)]
    [InlineData(Related, """{"m":[{"k":"q","c":[{"i":"1"}]},{"k":"a","\u0072":"1"}]}""", true)]
    [InlineData(Related, """{"m":[{"k":"q","c":["i",{"i":"1","i":"2"}]},{"k":"a","r":"2"}]}""", false)]
    [InlineData(Related, """{"m":[{"k":"q","c":[{"i":1}]},{"k":"a","r":1}]}""", true)]
    [InlineData(Related, """{"m":[{"x":1,"c":[{"i":"1"}]},{"x":1,"r":"1"},{"k":"z","x":2,"r":"1"}],"n":1}""", false)]
    [InlineData(Related, """{"m":[{"x":1,"c":[{"i":"1"}]},{"x":1,"r":"1"}],"n":1}""", true)]
    [InlineData(Related, """{"m":[{"k":"q","x":1,"c":[{"i":"1"}]},{"k":"a","r":"1"}]}""", false)]
    [InlineData(Related, """{"m":[{"k":"q","c":[{"i":"1"}]},{"k":"a"}]}""", false)]
    [InlineData(Related, """{"m":{"k":"q","c":[{"i":"1"}],"r":"2"}}""", false)]
    [InlineData(Related, """{"m":[{"k":"q","c":[{"i":"1"}]}],"m":[{"k":"a","r":"1"}]}""", true)]
    public void Both_engines_say_the_same(string schema, string instance, bool isValid)
    {
        var file = SchemaFile.Parse("told.json", "told.json", JsonNode.Parse(schema)!.ToJsonString());
        SchemaProgram program = SchemaSet.Of([file]).Compile(file).Program!;
        Verdicts verdicts = EnginePair.Of([program], ValidationOptions.DatasetLines)[0].Judge(Encoding.UTF8.GetBytes(instance));
        Assert.Equal(verdicts.Interpreted, verdicts.Generated);
        Assert.Equal(isValid, verdicts.IsValid);
    }
}
