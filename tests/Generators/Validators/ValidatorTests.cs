namespace Plumbline.Generators.Tests.Validators;

/// <summary>Generated validators, compiled and run: a schema, a value, and the findings.</summary>
public sealed class ValidatorTests
{
    private const string Union = """
        {"anyOf":[{"type":"object","required":["r"],"properties":{"k":{"const":"circle"},"r":{"type":"number"}}},
                  {"type":"object","required":["s"],"properties":{"k":{"const":"square"},"s":{"type":"number"}}},
                  {"type":"string"}]}
        """;

    private const string Advised = """
        {"type":"object","properties":{"m":{"type":"array","minItems":1,"x-advice":[{"severity":"warning","message":"more","schema":{"minItems":3}}]}}}
        """;

    private const string Alternates = """
        {"type":"array","items":{"type":"object","properties":{"a":{"enum":["u","v"]}}},"x-alternates":{"property":"a","cycle":["u","v"],"last":"v"}}
        """;

    [Theory]
    [InlineData("true", "[1,{\"a\":null}]")]
    [InlineData("false", "1", "PLB4004 (root) ()")]
    [InlineData("""{"type":"string"}""", "\"x\"")]
    [InlineData("""{"type":"string"}""", "1", "PLB4001 (root) (/type)")]
    [InlineData("""{"type":["string","null"],"minLength":2}""", "null")]
    [InlineData("""{"type":["string","null"],"minLength":2}""", "\"x\"", "PLB4030 (root) (/minLength)")]
    [InlineData("""{"type":["string","null"],"minLength":2}""", "[\"x\"]", "PLB4001 (root) (/type)")]
    [InlineData("""{"type":"boolean"}""", "true")]
    [InlineData("""{"type":"boolean"}""", "null", "PLB4001 (root) (/type)")]
    [InlineData("""{"type":["boolean","null"]}""", "false")]
    [InlineData("""{"type":["boolean","null"]}""", "0", "PLB4001 (root) (/type)")]
    [InlineData("""{"type":"integer"}""", "1.0")]
    [InlineData("""{"type":"integer"}""", "1.5", "PLB4001 (root) (/type)")]
    [InlineData("""{"type":"integer","enum":[1,2]}""", "1.5", "PLB4001 (root) (/type)")]
    [InlineData("""{"type":"integer","enum":[1,2]}""", "1e0")]
    [InlineData("""{"type":"integer","enum":[1,2]}""", "3", "PLB4002 (root) (/enum)")]
    [InlineData("""{"type":"string","enum":["a","b"]}""", "\"\\u0061\"")]
    [InlineData("""{"type":"string","enum":["a","b"]}""", "\"c\"", "PLB4002 (root) (/enum)")]
    [InlineData("""{"type":"string","enum":["a","b"]}""", "7", "PLB4001 (root) (/type)")]
    [InlineData("""{"enum":["a","b"]}""", "7", "PLB4002 (root) (/enum)")]
    [InlineData("""{"enum":["a",{"x":[1]},null]}""", """{"x":[1.0]}""")]
    [InlineData("""{"enum":["a",{"x":[1]},null]}""", """{"x":[2]}""", "PLB4002 (root) (/enum)")]
    [InlineData("""{"const":true}""", "true")]
    [InlineData("""{"const":true}""", "false", "PLB4003 (root) (/const)")]
    [InlineData("""{"type":["string","boolean","number"],"enum":["a",true]}""", "true")]
    [InlineData("""{"type":["string","boolean","number"],"enum":["a",true]}""", "5", "PLB4002 (root) (/enum)")]
    [InlineData("""{"type":["string","boolean","number"],"enum":["a",true]}""", "null", "PLB4001 (root) (/type)")]
    [InlineData("""{"minimum":0,"exclusiveMaximum":10,"multipleOf":0.5}""", "9.5")]
    [InlineData("""{"minimum":0,"exclusiveMaximum":10,"multipleOf":0.5}""", "10.1", "PLB4043 (root) (/exclusiveMaximum)", "PLB4044 (root) (/multipleOf)")]
    [InlineData("""{"minimum":0}""", "\"x\"")]
    [InlineData("""{"maxLength":2}""", "\"\\uD83D\\uDE00\u00e9\"")]
    [InlineData("""{"maxLength":2}""", "\"abc\"", "PLB4031 (root) (/maxLength)")]
    [InlineData("""{"pattern":"^a+$"}""", "\"aaa\"")]
    [InlineData("""{"pattern":"^a+$"}""", "\"ab\"", "PLB4032 (root) (/pattern)")]
    [InlineData("""{"required":["a"]}""", "{}", "PLB4010 (root) (/required)")]
    [InlineData("""{"required":["a"]}""", "[]")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"additionalProperties":false}""",
        """{"a":1,"b":2}""", "PLB4001 /a (/properties/a/type)", "PLB4011 /b (/additionalProperties)")]
    [InlineData("""{"properties":{"a\"b\\c":{"type":"string"},"é\u2028":{"type":"string"}}}""", """{"a\"b\\c":1,"\u00e9\u2028":2}""",
        "PLB4001 /a\"b\\c (/properties/a\"b\\c/type)", "PLB4001 /é\u2028 (/properties/é\u2028/type)")]
    [InlineData("""{"minProperties":2,"maxProperties":3,"properties":{"a":true}}""", """{"a":1,"b":2,"b":3}""", "PLB5010 /b ()")]
    [InlineData("""{"minProperties":2}""", """{"a":1}""", "PLB4012 (root) (/minProperties)")]
    [InlineData("""{"maxProperties":1,"properties":{"a":true}}""", """{"a":1,"b":2}""", "PLB4013 (root) (/maxProperties)")]
    [InlineData("""{"dependentRequired":{"a":["b","c"]}}""", """{"a":1,"b":1}""", "PLB4014 (root) (/dependentRequired)")]
    [InlineData("""{"prefixItems":[{"type":"string"},{"type":"number"}],"items":false}""", """["a",1]""")]
    [InlineData("""{"prefixItems":[{"type":"string"},{"type":"number"}],"items":false}""", """["a",1,2,3]""", "PLB4022 /2 (/items)")]
    [InlineData(
        """{"prefixItems":[{"type":"string"}],"items":{"type":"number"}}""", """[1,"a"]""", "PLB4001 /0 (/prefixItems/0/type)", "PLB4001 /1 (/items/type)")]
    [InlineData("""{"items":{"type":"number"},"minItems":2}""", """[1]""", "PLB4020 (root) (/minItems)")]
    [InlineData("""{"maxItems":1}""", """[1,[2]]""", "PLB4021 (root) (/maxItems)")]
    [InlineData("""{"allOf":[{"type":"string"},{"minLength":2},{"maxLength":3}]}""", "\"a\"", "PLB4030 (root) (/allOf/1/minLength)")]
    [InlineData("""{"allOf":[{"properties":{"a":{"type":"string"}}},{"properties":{"b":true},"additionalProperties":false}]}""",
        """{"a":1}""", "PLB4011 /a (/allOf/1/additionalProperties)", "PLB4001 /a (/allOf/0/properties/a/type)")]
    [InlineData("""{"$defs":{"n":{"type":"object","properties":{"next":{"$ref":"#/$defs/n"}},"required":["v"]}},"$ref":"#/$defs/n"}""",
        """{"v":1,"next":{"next":{"v":1}}}""", "PLB4010 /next (/$defs/n/required)")]
    [InlineData(Union, """{"k":"circle","r":1}""")]
    [InlineData(Union, """{"k":"circle","r":"x"}""", "PLB4001 /r (/anyOf/0/properties/r/type)")]
    [InlineData(Union, """{"k":"square","s":"x"}""", "PLB4001 /s (/anyOf/1/properties/s/type)")]
    [InlineData(Union, "5", "PLB4050 (root) (/anyOf)")]
    [InlineData("""{"oneOf":[{"minimum":5},{"maximum":10}]}""", "7", "PLB4052 (root) (/oneOf)")]
    [InlineData("""{"oneOf":[{"minimum":5},{"maximum":10}]}""", "3")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"null"}]}""", "3", "PLB4051 (root) (/oneOf)")]
    [InlineData("""{"not":{"type":"string"}}""", "\"x\"", "PLB4053 (root) (/not)")]
    [InlineData("""{"not":{"type":"string"}}""", "1")]
    [InlineData("""{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}""", """{"a":1}""", "PLB4010 (root) (/then/required)")]
    [InlineData("""{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}""", "{}", "PLB4010 (root) (/else/required)")]
    [InlineData("""{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}""", """{"a":1,"b":[]}""")]
    [InlineData("""{"type":"object","anyOf":[{"required":["a"]},{"required":["b"]}]}""", "[1]", "PLB4001 (root) (/type)")]
    [InlineData(Advised, """{"m":[1]}""", "PLB4020 /m (/properties/m/x-advice/0/schema/minItems)")]
    [InlineData(Advised, """{"m":[]}""", "PLB4020 /m (/properties/m/minItems)")]
    [InlineData(Advised, """{"m":[1,2,3]}""")]
    [InlineData(Alternates, """[{"a":"u"},{"a":"v"}]""")]
    [InlineData(Alternates, """[{"a":"v"},{"a":"u"},{"a":"v"}]""", "PLB4027 /0/a (/x-alternates)")]
    [InlineData(Alternates, """[{"a":"u"}]""", "PLB4027 /0/a (/x-alternates)")]
    [InlineData("""{"type":"object"}""", """{"a":1,"a":2}""", "PLB5010 /a ()")]
    [InlineData("""{"type":"object"}""", """{"a":}""", "PLB5001 /a ()")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":1,"b":tru}""", "PLB5001 (root) ()")]
    public void A_value_is_judged_by_its_schema(string schema, string json, params string[] findings) =>
        Assert.Equal(findings, Judgment.Of(SchemaCompilation.Validator(schema), json));

    [Fact]
    public void More_names_than_a_word_has_bits_are_required_and_told_apart()
    {
        string[] names = [.. Enumerable.Range(0, 70).Select(i => $"m{i}")];
        string properties = string.Join(",", names.Select(n => $"\"{n}\":{{\"type\":\"number\"}}"));
        JsonValidator validator = SchemaCompilation.Validator(
            $$"""{"properties":{{{properties}}},"required":["m3","m69"],"dependentRequired":{"m68":["m1"]},"minProperties":2,"maxProperties":3}""");
        Assert.Empty(Judgment.Of(validator, """{"m3":1,"m69":2}"""));
        Assert.Equal(["PLB4010 (root) (/required)"], Judgment.Of(validator, """{"m3":1,"x":2}"""));
        Assert.Equal(["PLB4014 (root) (/dependentRequired)"], Judgment.Of(validator, """{"m3":1,"m69":2,"m68":3}"""));
        Assert.Equal(["PLB5010 /m69 ()"], Judgment.Of(validator, """{"m3":1,"m69":2,"m69":3}"""));
        Assert.Equal(["PLB4013 (root) (/maxProperties)"], Judgment.Of(validator, """{"m3":1,"m69":2,"m4":1,"m5":2}"""));
    }

    [Fact]
    public void The_validator_of_everything_judges_every_part()
    {
        JsonValidator validator = SchemaCompilation.Validator(EverythingSchema.Text);
        Assert.Empty(Judgment.Of(validator, """
            {"name":"Ada","kind":"example","level":3,"mixed":{"a":[1.0]},"flag":true,"share":0.25,"point":[1,2],"anything":{"x":[]},"shape":{"shape":"circle","radius":1},
             "tree":{"left":{"value":1},"right":{"right":{}}},"notes":["a"],"other":[],"both":{"a":"abc","b":1},"messages":[{"author":"user","content":"?"},{"author":"assistant","content":"!"}],"x":"12345"}
            """));
        Assert.Equal(
            [
                "PLB4010 (root) (/required)", "PLB4002 /level (/properties/level/enum)",
                "PLB4004 /never (/properties/never)", "PLB4022 /point/2 (/properties/point/items)",
                "PLB4011 /tree/left/up (/$defs/tree/additionalProperties)", "PLB4030 /both/a (/properties/both/allOf/1/properties/a/minLength)",
                "PLB4001 /both/b (/properties/both/allOf/1/properties/b/type)", "PLB4031 /x (/additionalProperties/maxLength)",
            ],
            Judgment.Of(
                validator, """{"kind":"example","level":4,"never":1,"point":[1,2,3],"tree":{"left":{"up":1}},"both":{"a":"ab","b":"x"},"x":"123456"}"""));
    }
}
