namespace Plumbline.Tests.Interpretation;

/// <summary>Which faults are told: one for each slip, and no cascade. Generated validators must tell the same.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("""{"type":"string","enum":["a"]}""", "7", ":type")]
    [InlineData("""{"type":"string","minLength":3}""", "\"é😀\"", ":min-length=2")]
    [InlineData("""{"type":"integer"}""", "1.5", ":type")]
    [InlineData("""{"type":"integer"}""", "1.50e1", "")]
    [InlineData("""{"enum":[1,"a",{"b":[null]}]}""", """{"b":[null]}""", "")]
    [InlineData("""{"const":1.0}""", "1", "")]
    [InlineData("""{"properties":{"a":false}}""", """{"a":1}""", "/a:not-allowed")]
    [InlineData("""{"properties":{"a":true},"additionalProperties":false}""", """{"a":1,"b":2,"c":3}""", "/b:unknown-member /c:unknown-member")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"a":1}""", "/a:type")]
    [InlineData("""{"prefixItems":[true],"items":false}""", "[1,2,3]", "/1:unexpected-item")]
    [InlineData("""{"required":["a","b","c"]}""", """{"b":1}""", ":required!a :required!c")]
    [InlineData("""{"dependentRequired":{"a":["b","c"],"x":["y"]}}""", """{"a":1,"c":1}""", ":dependent-required!b")]
    [InlineData("""{"minItems":2,"items":{"type":"string"}}""", "[1]", ":min-items=1 /0:type")]
    [InlineData("""{"maxProperties":1}""", """{"a":1,"a":2}""", "/a:duplicate-key")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/s"},{"$ref":"#/$defs/s"}],"$defs":{"s":{"type":"string"}}}""", "7", ":type")]
    [InlineData("""{"multipleOf":0.01,"maximum":1e400}""", "1e-3", ":multiple-of")]
    [InlineData("""{"pattern":"^a+$"}""", "\"\\u0061b\"", ":pattern")]
    [InlineData("""{"not":{"type":"string"}}""", "\"x\"", ":not")]
    [InlineData("""{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}""", """{"a":1}""", ":required!b")]
    [InlineData("""{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}""", "{}", ":required!c")]
    [InlineData("true", "{\"a\":", "/a:malformed-json")]
    public void Each_slip_is_told_once(string schema, string value, string faults) => Assert.Equal(faults, Judged.Faults(schema, value));

    [Theory]
    [InlineData("anyOf", "any-of")]
    [InlineData("oneOf", "one-of")]
    public void A_failed_union_tells_the_branch_that_came_closest(string keyword, string slug)
    {
        string shapes = $$"""
            {"{{keyword}}":[
              {"type":"object","properties":{"kind":{"const":"circle"},"r":{"type":"number"} },"required":["kind","r"]},
              {"type":"object","properties":{"kind":{"const":"box"},"w":{"type":"number"},"h":{"type":"number"} },"required":["kind","w","h"]},
              {"type":"string","minLength":3}]}
            """;
        Assert.Equal("", Judged.Faults(shapes, """{"kind":"circle","r":1}"""));
        Assert.Equal(":required!w /h:type", Judged.Faults(shapes, """{"kind":"box","h":"x"}"""));
        Assert.Equal("/r:type", Judged.Faults(shapes, """{"kind":"circle","r":"x"}"""));
        Assert.Equal(":required!r /kind:const", Judged.Faults(shapes, """{"kind":"oval"}"""));
        Assert.Equal(":min-length=1", Judged.Faults(shapes, "\"x\""));
        Assert.Equal($":{slug}", Judged.Faults(shapes, "7"));
        Assert.Equal($"/0:{slug}", Judged.Faults($$"""{"items":{{shapes}} }""", "[null]"));
    }

    [Fact]
    public void Of_branches_equally_close_the_first_is_told() =>
        Assert.Equal(":minimum", Judged.Faults("""{"anyOf":[{"minimum":10},{"maximum":-10}]}""", "5"));

    [Fact]
    public void More_than_one_match_of_oneOf_is_one_fault() =>
        Assert.Equal(":one-of-many", Judged.Faults("""{"oneOf":[{"type":"integer"},{"type":"number"},{"minimum":0}]}""", "5"));

    [Fact]
    public void A_union_inside_a_union_is_told_down_to_its_own_closest_branch() =>
        Assert.Equal("/a/b:type", Judged.Faults(
            """
            {"anyOf":[
              {"type":"string"},
              {"properties":{"a":{"oneOf":[{"type":"null"},{"type":"object","properties":{"b":{"type":"string"}}}]}}}]}
            """,
            """{"a":{"b":1}}"""));

    [Theory]
    [InlineData("""{"minItems":2}""", "[1]", ":min-items=1?")]
    [InlineData("""{"items":{"type":"string"}}""", "[1]", "/0:type?")]
    [InlineData("""{"anyOf":[{"minItems":2},{"type":"object"}]}""", "[1]", ":min-items=1?")]
    [InlineData("""{"not":{"minItems":1}}""", "[1]", ":not?")]
    [InlineData("""{"if":{"minItems":1},"then":{"maxItems":0}}""", "[1]", ":max-items=1?")]
    [InlineData("""{"x-advice":[{"severity":"note","message":"inner","schema":{"minItems":3}}]}""", "[1]", "")]
    public void Advice_is_told_and_never_part_of_the_verdict(string advice, string value, string faults)
    {
        string schema = $$"""{"x-advice":[{"severity":"warning","message":"soft","schema":{{advice}} }]}""";
        Assert.Equal(faults, Judged.Faults(schema, value));
        Assert.Equal("", Judged.Faults($$"""{"not":{"not":{{schema}} } }""", value));

        var list = new FaultList();
        Judged.Interpreter(schema).Read(System.Text.Encoding.UTF8.GetBytes(value), list);
        Assert.False(list.HasErrors);
    }

    [Fact]
    public void Advice_of_a_branch_that_matches_is_told() =>
        Assert.Equal(":min-items=1?", Judged.Faults(
            """{"anyOf":[{"type":"string"},{"type":"array","x-advice":[{"severity":"note","message":"m","schema":{"minItems":2}}]}]}""", "[1]"));

    [Fact]
    public void Advice_is_withheld_while_an_error_lies_inside_its_value() =>
        Assert.Equal("/0:type", Judged.Faults(
            """{"items":{"type":"string"},"x-advice":[{"severity":"note","message":"m","schema":{"minItems":2}}]}""", "[1]"));

    [Fact]
    public void Turns_are_judged_at_the_string_that_breaks_them() =>
        Assert.Equal(
            "/1/a:alternates!y", Judged.Faults("""{"x-alternates":{"property":"a","cycle":["x","y"],"last":"y"}}""", """[{"a":"x"},{"a":"x"},{"a":"y"}]"""));

    [Theory]
    [InlineData(DuplicateKeyPolicy.Error, true, "/a:duplicate-key")]
    [InlineData(DuplicateKeyPolicy.Warning, false, "/a:duplicate-key")]
    [InlineData(DuplicateKeyPolicy.Ignore, false, "")]
    public void Duplicate_keys_follow_the_policy_of_the_run(DuplicateKeyPolicy policy, bool isError, string faults)
    {
        var options = new ValidationOptions { DuplicateKeys = policy };
        Assert.Equal(faults, Judged.Faults("true", """{"a":1,"a":2}""", options));

        var list = new FaultList();
        Judged.Interpreter("true", options).Read("""{"a":1,"a":2}"""u8, list);
        Assert.Equal(isError, list.HasErrors);
    }

    [Fact]
    public void Totals_count_values_whatever_their_type()
    {
        long[] counters = new long[1];
        Judged.Interpreter("""{"x-dataset":{"totals":[{"count":"/messages/*/author","max":3}]}}""")
            .Read("""{"messages":[{"author":1},{"author":"x"},{}]}"""u8, new FaultList(), counters);
        Assert.Equal(2, counters[0]);
    }
}
