using System.Text;

namespace Plumbline.Generators.Tests.Validators;

/// <summary>Reading values again must not multiply: trials and readings stay within the nesting of the value times the nodes of the schema.</summary>
public sealed class VisitTests
{
    private const int Depth = 60;

    // Two branches that both go on with the whole schema; only the innermost value tells whether anything matches.
    private const string TwoBranches = """
        {"anyOf":[{"properties":{"n":{"$ref":"#"},"x":{"type":"string"}},"required":["x"]},{"properties":{"n":{"$ref":"#"},"y":{"type":"string"}},"required":["y"]}]}
        """;

    private const string Condition = """
        {"properties":{"n":{"$ref":"#"}},"if":{"properties":{"n":{"$ref":"#"}},"required":["x"]},"then":{"properties":{"n":{"$ref":"#"}}},"else":{"properties":{"n":{"$ref":"#"}},"required":["z"]}}
        """;

    private const string OneOf = """
        {"oneOf":[{"properties":{"n":{"$ref":"#"},"x":{"type":"string"}}},{"properties":{"n":{"$ref":"#"},"x":{"type":"number"}}},{"not":{"properties":{"n":{"$ref":"#"}}}}]}
        """;

    private const string Tagged = """
        {"oneOf":[{"properties":{"k":{"const":"a"},"n":{"$ref":"#"}},"required":["k"]},{"properties":{"k":{"const":"b"},"n":{"$ref":"#"},"x":{"type":"string"}},"required":["k"]}]}
        """;

    [Theory]
    [InlineData(Tagged, "\"k\":\"b\"")]
    [InlineData(Tagged, "\"k\":\"b\",\"x\":1")]
    [InlineData(TwoBranches, "\"x\":\"1\"")]
    [InlineData(TwoBranches, "\"x\":1")]
    [InlineData(TwoBranches, "\"z\":1")]
    [InlineData(Condition, "\"x\":1")]
    [InlineData(Condition, "\"y\":1")]
    [InlineData(OneOf, "\"x\":\"1\"")]
    [InlineData(OneOf, "\"x\":null")]
    public void Visits_grow_with_depth_and_not_with_its_power(string schema, string member)
    {
        JsonValidator validator = SchemaCompilation.Validator(schema);
        long half = Visits(validator, member, Depth / 2);
        long whole = Visits(validator, member, Depth);
        Assert.InRange(whole, 1, 40 * Depth);
        Assert.InRange(whole, 1, (half * 5 / 2) + 10);
    }

    [Theory]
    [InlineData("""{"type":"object","anyOf":[{"required":["a"]},{"required":["b","c"]}]}""", """{"b":1,"c":{}}""", """{"b":1}""")]
    [InlineData("""{"type":"object","oneOf":[{"required":["a"]},{"required":["b"]},{"type":"object","required":["c"]}]}""", """{"b":1}""", """{"a":1,"c":1}""")]
    [InlineData("""{"properties":{"x":{"type":"object"}},"not":{"required":["a","b"]}}""", """{"a":1,"x":{"b":1}}""", """{"a":1,"b":1}""")]
    [InlineData("""{"if":{"required":["a"]},"then":{"not":{"required":["b"]}},"else":{"required":["c"]}}""", """{"a":1}""", """{"b":1}""")]
    [InlineData("""{"anyOf":[{"dependentRequired":{"a":["b"]},"required":["a"]},{"allOf":[{"required":["c"]}]}]}""", """{"a":1,"b":1}""", """{"a":1}""")]
    public void Branches_that_ask_only_which_members_there_are_need_not_be_tried(string schema, string valid, string invalid)
    {
        JsonValidator validator = SchemaCompilation.Validator(schema);
        Assert.Empty(Judgment.Of(validator, valid));
        Assert.NotEmpty(Judgment.Of(validator, invalid));
        Assert.Equal(0, Visits(validator, valid));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void An_object_that_a_member_tells_is_read_once(string kind)
    {
        JsonValidator validator = SchemaCompilation.Validator(Tagged);
        string json = string.Concat(Enumerable.Repeat($"{{\"k\":\"{kind}\",\"n\":", Depth)) + $"{{\"k\":\"{kind}\"}}" + new string('}', Depth);
        Assert.Empty(Judgment.Of(validator, json));
        Assert.InRange(Visits(validator, json), Depth, 3 * Depth);
    }

    [Theory]
    [InlineData("{\"a\":1,\"b\":{\"c\":\"x\"}}", null)]
    [InlineData("{\"b\":{\"c\":\"y\"},\"a\":1}", "/b/c")]
    [InlineData("{\"b\" : {\"c\":\"y\"} , \"a\" : \"two\"}", null)]
    [InlineData("{\"b\":{},\"a\":[]}", "(root)")]
    [InlineData("{\"b\":{},\"d\":0}", "/d")]
    [InlineData("[0]", "(root)")]
    public void Conditions_on_members_look_them_up_and_try_nothing(string json, string? fault)
    {
        JsonValidator validator = SchemaCompilation.Validator(
            """
            {"if":{"properties":{"a":{"const":1}}},
             "then":{"type":"object","properties":{"b":{"properties":{"c":{"const":"x"}}},"d":{"const":1}}},
             "else":{"if":{"properties":{"a":{"enum":["two","three"]}},"required":["a"]},"else":{"required":["e"]}}}
            """);
        Assert.Equal(fault is null ? [] : [fault], Judgment.Of(validator, json).Select(finding => finding.Split(' ')[1]));
        Assert.Equal(0, Visits(validator, json));
    }

    // Of a name that repeats, every occurrence counts: looking one up does not do.
    [Theory]
    [InlineData("{\"a\":1,\"a\":2}", false)]
    [InlineData("{\"a\":2,\"a\":1}", false)]
    [InlineData("{\"a\":1,\"a\":1}", true)]
    [InlineData("{\"a\":1,\"\\u0061\":2}", false)]
    [InlineData("{\"\\u0061\":2}", false)]
    [InlineData("{\"\\u0061\":1}", true)]
    public void A_condition_sees_every_spelling_and_occurrence_of_a_name(string json, bool holds)
    {
        JsonValidator validator = SchemaCompilation.Validator(
            """{"if":{"properties":{"a":{"const":1}}},"then":{"required":["then"]},"else":{"required":["else"]}}""");
        string missing = Assert.Single(Judgment.Of(validator, json), finding => finding.StartsWith(Rules.Required.Id, StringComparison.Ordinal));
        Assert.Contains(holds ? "/then/required" : "/else/required", missing, StringComparison.Ordinal);
    }

    private static long Visits(JsonValidator validator, string member, int depth)
    {
        var json = new StringBuilder();
        for (int i = 0; i < depth; i++)
        {
            json.Append('{').Append(member).Append(",\"n\":");
        }

        return Visits(validator, json.Append("{}").Append('}', depth).ToString());
    }

    private static long Visits(JsonValidator validator, string json)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        var buffer = new PaddedBuffer(utf8.Length);
        utf8.CopyTo(buffer.Span);
        buffer.SealDocument(utf8.Length);
        var validation = new Validation(ValidationOptions.Document);
        Assert.NotEqual(LineVerdict.Malformed, validation.JudgeDocument(validator, buffer));
        return validation.Visits;
    }
}
