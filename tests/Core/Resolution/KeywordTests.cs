using Plumbline.Core.Tests.Syntax;
using Plumbline.Schema.Ir;

namespace Plumbline.Core.Tests.Resolution;

public sealed class KeywordTests
{
    // A schema, and what each of its assertions expects: rule id, location, words.
    public static TheoryData<string, string> Expected => new()
    {
        { """{"type":"string"}""", "PLB4001 /type a string" },
        { """{"type":["null","string"]}""", "PLB4001 /type a string or null" },
        { """{"type":["integer","number","object","array","boolean"]}""", "PLB4001 /type an object, an array, a number or a boolean" },
        { """{"type":"integer"}""", "PLB4001 /type an integer" },
        { """{"enum":["user","assistant"]}""", "PLB4002 /enum \"user\" or \"assistant\"" },
        { """{"enum":[1,null,{"a": 2}]}""", "PLB4002 /enum 1, null or {\"a\":2}" },
        { """{"enum":[1,2,3,4,5,6,7]}""", "PLB4002 /enum one of 1, 2, 3, 4, 5 or 2 more" },
        { """{"const":"a"}""", "PLB4003 /const \"a\"" },
        { "false", "PLB4004  no value" },
        { """{"required":["content"]}""", "PLB4010 /required the member \"content\"" },
        { """{"required":["a","b"]}""", "PLB4010 /required the members \"a\" and \"b\"" },
        { """{"minProperties":1}""", "PLB4012 /minProperties at least 1 member" },
        { """{"maxProperties":2}""", "PLB4013 /maxProperties at most 2 members" },
        { """{"dependentRequired":{"a":["b","c"]}}""", "PLB4014 /dependentRequired the members \"b\" and \"c\" beside \"a\"" },
        { """{"minItems":2}""", "PLB4020 /minItems at least 2 items" },
        { """{"maxItems":1}""", "PLB4021 /maxItems at most 1 item" },
        { """{"minLength":1}""", "PLB4030 /minLength at least 1 character" },
        { """{"maxLength":32768}""", "PLB4031 /maxLength at most 32768 characters" },
        { """{"pattern":"^gs://"}""", "PLB4032 /pattern a string that matches ^gs://" },
        { """{"format":"date"}""", "PLB4036 /format a string of the format \"date\"" },
        { """{"minimum":0,"maximum":1.5}""", "PLB4040 /minimum a number of at least 0; PLB4041 /maximum a number of at most 1.5" },
        { """{"exclusiveMinimum":0,"exclusiveMaximum":1e3}""", "PLB4042 /exclusiveMinimum a number above 0; PLB4043 /exclusiveMaximum a number below 1e3" },
        { """{"multipleOf":0.5}""", "PLB4044 /multipleOf a multiple of 0.5" },
        { """{"additionalProperties":false}""", "PLB4011 /additionalProperties no members; PLB4004 /additionalProperties no value" },
        { """{"properties":{"a":true,"b":true},"additionalProperties":false}""",
            "PLB4011 /additionalProperties no members besides \"a\" and \"b\"; PLB4004 /additionalProperties no value" },
        { """{"prefixItems":[true,true],"items":false}""", "PLB4022 /items at most 2 items; PLB4004 /items no value" },
        { """{"anyOf":[true,true]}""", "PLB4050 /anyOf a value that matches at least one of 2 schemas" },
        { """{"oneOf":[true]}""", "PLB4051 /oneOf a value that matches exactly one of 1 schema; PLB4052 /oneOf a value that matches exactly one of 1 schema" },
        { """{"not":true}""", "PLB4053 /not a value that does not match the schema" },
        { """{"x-minTokens":1}""", "PLB4034 /x-minTokens at least 1 token" },
        { """{"x-maxTokens":{"limit":8192,"of":["/context","/messages/*/content"]}}""",
            "PLB4035 /x-maxTokens at most 8192 tokens in /context and /messages/*/content" },
        { """{"x-alternates":{"property":"author","cycle":["user","assistant"],"last":"assistant"}}""",
            "PLB4027 /x-alternates \"user\" and \"assistant\" in turn, \"assistant\" last" },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Assertions_say_what_they_expect(string schema, string expected)
    {
        SchemaProgram program = Compile(schema);

        IEnumerable<AssertionSpec> assertions = program.Nodes.SelectMany(node => node.Keywords.Items).SelectMany(Assertions);

        Assert.Equal(expected, string.Join("; ", assertions.Select(assertion => $"{assertion.RuleId} {assertion.Location} {assertion.Expected}")));
    }

    [Fact]
    public void Candidates_are_the_names_and_values_that_would_have_been_right()
    {
        SchemaProgram program = Compile("""{"properties":{"a":{"enum":["x",1,"y"]},"b":{"const":"z"}},"additionalProperties":false}""");

        Assert.Equal(["a", "b"], program.Root.Find<AdditionalPropertiesKeyword>()!.Assertion.Candidates);
        Assert.Equal(["x", "y"], program.Nodes[1].Find<EnumKeyword>()!.Assertion.Candidates);
        Assert.Equal(["z"], program.Nodes[2].Find<ConstKeyword>()!.Assertion.Candidates);
    }

    [Fact]
    public void Messages_of_the_schema_go_with_their_keywords()
    {
        SchemaProgram program = Compile("""{"type":"array","minItems":2,"x-message":{"minItems":"say something"}}""");

        Assert.Equal("say something", program.Root.Find<SizeKeyword>()!.Assertion.Message);
        Assert.Null(program.Root.Find<TypeKeyword>()!.Assertion.Message);
    }

    [Fact]
    public void The_tuning_vocabulary_is_linked()
    {
        SchemaProgram program = Compile(
            """
            {
              "x-dataset": {
                "examples": { "min": 10, "recommended": 200 }, "evaluation": { "max": 250 },
                "totals": [{ "count": "/messages/*/author", "max": 10000 }],
                "models": [{ "name": "a@1" }, { "name": "a-32k@1", "tokenLimits": false }],
                "defaults": { "/context": "default_context" },
                "tokenizer": { "note": "not public" },
                "prompt": ["/context", { "allButLast": "/messages", "unless": "/chosen" }],
                "turns": "/messages/*"
              },
              "x-source": ["one", "two"],
              "x-advice": [{ "severity": "note", "effect": "truncated", "message": "long", "schema": { "maxLength": 3 } }]
            }
            """);

        Assert.Equal(
            new DatasetSpec("/x-dataset", 10, null, 200, new EvaluationSpec(null, 250), [new TotalSpec("/messages/*/author", 10000)],
                [new ModelSpec("a@1", true), new ModelSpec("a-32k@1", false)], [new DefaultSpec("/context", "default_context")], "not public",
                Prompt: [new PromptSpec("/context"), new PromptSpec("/messages", AllButLast: true, "/chosen")], Turns: "/messages/*"),
            program.Dataset);
        Assert.Equal("one; two", program.Root.Annotations.Source);
        Assert.Equal(new AdviceKeyword(Severity.Note, Effect.Truncated, "long", 1), program.Root.Find<AdviceKeyword>());
        Assert.Equal("/x-advice/0/schema", program.Nodes[1].Location);
    }

    [Fact]
    public void Then_and_else_without_if_are_not_reached()
    {
        Assert.Single(Compile("""{"then":{"type":"null"},"else":false}""").Nodes);
        Assert.Equal(new ConditionKeyword(2, 1, null), Compile("""{"then":{"type":"null"},"if":true}""").Root.Find<ConditionKeyword>());
    }

    [Fact]
    public void Literals_keep_their_spelling_and_know_their_type()
    {
        EnumKeyword values = Compile("""{"enum":[1.0,1.5,"a\u0062",{"b" : [ ]},1e2]}""").Root.Find<EnumKeyword>()!;

        Assert.Equal(
            [
                new JsonLiteral("1.0", JsonTypes.Integer), new JsonLiteral("1.5", JsonTypes.Number), new JsonLiteral("\"a\\u0062\"", JsonTypes.String)
                {
                    Text = "ab",
                },
                new JsonLiteral("{\"b\":[]}", JsonTypes.Object), new JsonLiteral("1e2", JsonTypes.Integer),
            ],
            values.Values);
    }

    private static IEnumerable<AssertionSpec> Assertions(Keyword keyword) => keyword switch
    {
        OneOfKeyword oneOf => [oneOf.NoneAssertion, oneOf.ManyAssertion],
        DependentRequiredKeyword dependent => dependent.Dependencies.Select(dependency => dependency.Assertion),
        _ => keyword.GetType().GetProperty("Assertion")?.GetValue(keyword) is AssertionSpec assertion ? [assertion] : [],
    };

    private static SchemaProgram Compile(string text)
    {
        Plumbline.Schema.Resolution.CompiledSchema compiled = MarkedSchema.Compile(text);
        Assert.Equal("", MarkedSchema.Describe(compiled.Diagnostics));
        return compiled.Program!;
    }
}
