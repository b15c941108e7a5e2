using Plumbline.Schema.Interpretation;
using Plumbline.Schema.Json;
using Plumbline.Tests.Interpretation;

namespace Plumbline.Core.Tests.Json;

/// <summary>Texts some of whose parts are not known: ☐ stands for a hole.</summary>
public sealed class HoleTests
{
    [Theory]
    [InlineData("{\"a\":☐}")]
    [InlineData("{\"a\":1☐0,\"b\":-☐}")]
    [InlineData("{\"a\":\"x☐y\"}")]
    [InlineData("{☐}")]
    [InlineData("{☐,\"a\":1}")]
    [InlineData("{\"a\":1☐}")]
    [InlineData("{\"a\":1,☐}")]
    [InlineData("{☐\"a\":1}")]
    [InlineData("{\"a\":1☐\"b\":2}")]
    [InlineData("{☐:1}")]
    [InlineData("{\"☐\":1,\"☐\":2}")]
    [InlineData("[☐]")]
    [InlineData("[1,☐,2]")]
    [InlineData("[☐ 1]")]
    [InlineData("{\"a\":[☐]}☐")]
    [InlineData("☐{\"a\":1}")]
    public void A_hole_is_no_error_wherever_it_stands(string text)
    {
        PositionedText parsed = Parse(text);

        Assert.Empty(parsed.Errors);
        Assert.Empty(parsed.Duplicates);
    }

    [Theory]
    [InlineData("{\"a\":☐ \"b\"}", SyntaxErrorKind.MissingColon)]
    [InlineData("{\"a\" ☐", SyntaxErrorKind.MissingClose)]
    [InlineData("[☐,]", SyntaxErrorKind.TrailingComma)]
    [InlineData("{\"a\":☐,\"b\" 1}", SyntaxErrorKind.MissingColon)]
    public void What_is_known_is_still_read_strictly(string text, SyntaxErrorKind kind) => Assert.Contains(Parse(text).Errors, error => error.Kind == kind);

    [Fact]
    public void The_mark_is_an_error_in_a_text_that_has_no_holes()
    {
        Assert.NotEmpty(PositionedText.Parse("{\"a\":\u001A}").Errors);
        Assert.NotEmpty(PositionedText.Parse("{\"a\":\"\u001A\"}").Errors);
    }

    // Whatever the hole turns out to be, some value of it makes the text valid: so nothing may be said.
    [Theory]
    [InlineData("""{ "type": "object", "required": ["a", "b"] }""", "{\"a\":1☐}")]
    [InlineData("""{ "properties": { "a": { "type": "integer", "minimum": 3 } } }""", "{\"a\":☐}")]
    [InlineData("""{ "properties": { "a": { "enum": ["x"] } } }""", "{\"a\":\"☐\"}")]
    [InlineData("""{ "additionalProperties": false, "properties": { "a": {} } }""", "{\"☐\":1}")]
    [InlineData("""{ "propertyNames": { "const": "a" } }""", "{\"☐\":1}")]
    [InlineData("""{ "unevaluatedProperties": false }""", "{\"☐\":1}")]
    [InlineData("""{ "if": { "properties": { "a": { "const": 1 } } }, "then": { "required": ["b"] } }""", "{\"a\":☐}")]
    [InlineData("""{ "if": { "properties": { "a": { "const": 1 } } }, "else": { "required": ["b"] } }""", "{\"a\":☐}")]
    [InlineData("""{ "unevaluatedProperties": false, "properties": { "a": {} }, "if": { "properties": { "a": { "const": 1 } } }, "then": { "properties": { "b": {} } } }""", "{\"a\":☐,\"b\":2}")]
    [InlineData("""{ "not": { "properties": { "a": { "const": 1 } } } }""", "{\"a\":☐}")]
    [InlineData("""{ "not": { "required": ["b"] } }""", "{☐}")]
    [InlineData("""{ "oneOf": [{ "properties": { "a": { "const": 1 } } }, { "properties": { "a": { "const": 2 } } }] }""", "{\"a\":☐}")]
    [InlineData("""{ "anyOf": [{ "properties": { "a": { "const": 1 } } }] }""", "{\"a\":☐}")]
    [InlineData("""{ "minItems": 3 }""", "[1,☐]")]
    [InlineData("""{ "minProperties": 3 }""", "{☐}")]
    [InlineData("""{ "contains": { "const": 1 } }""", "[☐]")]
    [InlineData("""{ "contains": { "const": 1 }, "maxContains": 1 }""", "[1,{\"a\":☐}]")]
    [InlineData("""{ "uniqueItems": true }""", "[\"☐\",\"☐\"]")]
    [InlineData("""{ "const": { "a": 1 } }""", "{\"a\":☐}")]
    [InlineData("""{ "not": { "const": { "a": 1 } } }""", "{\"a\":☐}")]
    public void Nothing_is_said_of_what_is_not_known(string schema, string text) => Assert.Empty(Judge(schema, text));

    [Theory]
    [InlineData("""{ "properties": { "b": { "type": "string" } } }""", "{\"a\":☐,\"b\":1}", 7)]
    [InlineData("""{ "required": ["c"] }""", "{\"a\":☐}", 0)]
    [InlineData("""{ "if": { "required": ["a"] }, "then": { "required": ["c"] } }""", "{\"a\":☐}", 0)]
    [InlineData("""{ "if": { "properties": { "b": { "const": 2 }, "a": { "const": 1 } } }, "else": { "required": ["c"] } }""", "{\"a\":☐,\"b\":1}", 0)]
    [InlineData("""{ "oneOf": [{ "required": ["a"] }, { "properties": { "b": { "const": 1 } } }] }""", "{\"a\":☐,\"b\":1}", 0)]
    public void What_is_known_is_judged_all_the_same(string schema, string text, int offset)
    {
        Fault fault = Assert.Single(Judge(schema, text));
        Assert.Equal(offset == 0 ? 0 : text.IndexOf("\"b\":", StringComparison.Ordinal) + 4, fault.Offset);
    }

    [Fact]
    public void A_string_that_stands_for_a_value_is_still_a_string()
    {
        const string schema = """{ "properties": { "a": { "enum": ["x"] }, "b": { "type": "integer" } } }""";
        const string text = """{"a":"A","b":"B"}""";
        var unknown = new UnknownValues { Offsets = { text.IndexOf("\"A\"", StringComparison.Ordinal), text.IndexOf("\"B\"", StringComparison.Ordinal) } };

        Fault fault = Assert.Single(Judge(schema, text, unknown));

        Assert.Equal(("PLB4001", text.IndexOf("\"B\"", StringComparison.Ordinal)), (fault.Assertion.Rule.Id, fault.Offset));
        Assert.Equal(JsonTypes.Integer, unknown.TypesAt(fault.Offset));
        Assert.Equal(JsonTypes.None, unknown.TypesAt(text.IndexOf("\"A\"", StringComparison.Ordinal)));
    }

    private static Fault[] Judge(string schema, string text, UnknownValues? unknown = null)
    {
        PositionedText parsed = Parse(text);
        var faults = new FaultList();
        Judged.Interpreter(schema).Judge(parsed, faults, unknown);
        faults.Settle(parsed.Utf8);
        return faults.AsSpan().ToArray();
    }

    private static PositionedText Parse(string text) =>
        PositionedText.ParseWithHoles(System.Text.Encoding.UTF8.GetBytes(text.Replace('☐', PositionedText.Hole)));
}
