using Plumbline.Core.Tests.Syntax;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Plumbline.Testing;

namespace Plumbline.Core.Tests.Resolution;

public sealed class DraftTests
{
    private const string Draft4 = "\"$schema\":\"http://json-schema.org/draft-04/schema#\"";
    private const string Draft6 = "\"$schema\":\"http://json-schema.org/draft-06/schema#\"";
    private const string Draft7 = "\"$schema\":\"http://json-schema.org/draft-07/schema#\"";
    private const string Draft201909 = "\"$schema\":\"https://json-schema.org/draft/2019-09/schema\"";

    [Theory]
    [InlineData("http://json-schema.org/draft-04/schema#", "draft 4")]
    [InlineData("http://json-schema.org/draft-06/schema", "draft 6")]
    [InlineData("http://json-schema.org/draft-07/schema#", "draft 7")]
    [InlineData("https://json-schema.org/draft/2019-09/schema#", "2019-09")]
    [InlineData("https://json-schema.org/draft/2020-12/schema", "2020-12")]
    public void Dialects_are_known_by_their_metaschema_with_or_without_an_empty_fragment(string uri, string name) =>
        Assert.Equal(name, Dialect.FindKnown(uri)?.Name);

    [Theory]
    [InlineData("{" + Draft7 + ",\"prefixItems\":[true]}", "unknown keyword \"prefixItems\" in draft 7; 2020-12 has it")]
    [InlineData("{" + Draft6 + ",\"if\":true}", "unknown keyword \"if\" in draft 6; 2020-12 has it")]
    [InlineData("{" + Draft4 + ",\"const\":1}", "unknown keyword \"const\" in draft 4; 2020-12 has it")]
    [InlineData("{" + Draft4 + ",\"minLenght\":1}", "unknown keyword \"minLenght\"; did you mean \"minLength\"?")]
    [InlineData("{" + Draft4 + ",\"required\":[]}", "\"required\" must be an array of different names with at least one of them, found an empty array")]
    [InlineData("{" + Draft4 + ",\"exclusiveMinimum\":1}", "\"exclusiveMinimum\" must be true or false, found the number 1")]
    [InlineData("{" + Draft201909 + ",\"$recursiveRef\":\"#a\"}", "\"$recursiveRef\" must be one of \"#\", found the string \"#a\"")]
    [InlineData("{\"additionalItems\":true}", "unknown keyword \"additionalItems\" in 2020-12; 2019-09 has it")]
    public void Keywords_are_those_of_the_schema_s_own_draft(string text, string message) =>
        Assert.Contains(message, MarkedSchema.Compile(text).Diagnostics.Select(diagnostic => diagnostic.Message));

    [Fact]
    public void Draft_4_sharpens_bounds_with_booleans()
    {
        SchemaProgram program = Compile("{" + Draft4 + ",\"minimum\":1,\"exclusiveMinimum\":true,\"maximum\":1,\"exclusiveMaximum\":false}");

        Assert.Equal([Bound.Maximum, Bound.ExclusiveMinimum], program.Root.Keywords.OfType<BoundKeyword>().Select(bound => bound.Bound));
    }

    [Fact]
    public void Arrays_of_items_are_prefixes_and_additionalItems_follow_them()
    {
        SchemaProgram program = Compile("{" + Draft7 + ",\"items\":[true,{}],\"additionalItems\":false}");

        Assert.Equal(2, program.Root.Find<PrefixItemsKeyword>()!.Nodes.Count);
        Assert.Equal("at most 2 items", program.Root.Find<ItemsKeyword>()!.Assertion.Expected);
        Assert.Null(Compile("{" + Draft7 + ",\"items\":{},\"additionalItems\":false}").Nodes[1].Find<FalseKeyword>());
        Assert.Null(Compile("{" + Draft7 + ",\"additionalItems\":false}").Root.Find<ItemsKeyword>());
    }

    [Fact]
    public void Up_to_draft_7_a_reference_hides_what_stands_beside_it()
    {
        SchemaProgram old = Compile("{" + Draft7 + ",\"$ref\":\"#/definitions/a\",\"maxLength\":1,\"definitions\":{\"a\":{\"type\":\"string\"}}}");
        SchemaProgram later = Compile("{" + Draft201909 + ",\"$ref\":\"#/$defs/a\",\"maxLength\":1,\"$defs\":{\"a\":{\"type\":\"string\"}}}");

        Assert.Single(old.Root.Keywords);
        Assert.Equal(2, later.Root.Keywords.Count);
    }

    [Fact]
    public void Up_to_draft_7_identifiers_may_be_anchors()
    {
        SchemaProgram seven = Compile("{" + Draft7 + ",\"items\":{\"$ref\":\"#name\"},\"definitions\":{\"a\":{\"$id\":\"#name\",\"type\":\"null\"}}}");
        SchemaProgram four = Compile("{" + Draft4 +
            ",\"id\":\"http://x/a.json\",\"items\":{\"$ref\":\"b.json#name\"},\"definitions\":{\"a\":{\"id\":\"b.json#name\",\"type\":\"null\"}}}");

        Assert.Equal("/definitions/a", seven.Nodes[2].Location);
        Assert.Equal("/definitions/a", four.Nodes[2].Location);
        Assert.Equal("http://x/a.json", four.Id);
    }

    [Fact]
    public void A_resource_may_have_a_dialect_of_its_own()
    {
        SchemaProgram program = Compile(
            "{" + Draft7 + ",\"items\":[{\"$ref\":\"urn:b\"}],\"definitions\":{\"b\":{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$id\":\"urn:b\",\"prefixItems\":[{\"type\":\"null\"}]}}}");

        Assert.NotNull(program.Nodes[2].Find<PrefixItemsKeyword>());
    }

    [Fact]
    public void A_file_can_be_the_metaschema_of_a_dialect()
    {
        SchemaFile meta = MarkedSchema.File(
            "meta.json",
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:no-validation",
              "$vocabulary": {
                "https://json-schema.org/draft/2020-12/vocab/core": true,
                "https://json-schema.org/draft/2020-12/vocab/applicator": true,
                "urn:unknown": false
              }
            }
            """);

        CompiledSchema compiled = MarkedSchema.Compile("""{ "$schema": "urn:no-validation", "properties": { "a": { "minimum": 1 } } }""", meta);

        Assert.Equal("root.json:57+9 PLB1002 unknown keyword \"minimum\" in urn:no-validation; 2020-12 has it", MarkedSchema.Describe(compiled.Diagnostics));
        Assert.Empty(compiled.Program!.Nodes[1].Keywords);
    }

    [Fact]
    public void A_required_vocabulary_that_is_unknown_makes_the_dialect_unknown()
    {
        SchemaFile meta = MarkedSchema.File("meta.json", """{ "$id": "urn:m", "$vocabulary": { "urn:unknown": true } }""");

        Assert.Equal(["PLB1011"], MarkedSchema.Compile("""{ "$schema": "urn:m" }""", meta).Diagnostics.Select(diagnostic => diagnostic.Rule.Id));
    }

    [Fact]
    public void Real_schemas_compile_but_for_keywords_that_are_not_evaluated_yet()
    {
        if (SharedData.PathOf("real-schemas") is not { } folder)
        {
            return;
        }

        var errors = new List<string>();
        foreach (string path in Directory.EnumerateFiles(folder, "schema.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(Path.GetDirectoryName(path)!);
            SchemaFile file = SchemaFile.Parse(name, name + ".json", File.ReadAllBytes(path));
            CompiledSchema compiled = SchemaSet.Of([file]).Compile(file);
            errors.AddRange(compiled.Diagnostics
                .Where(diagnostic => diagnostic.Rule.Severity == Severity.Error)
                .Select(diagnostic => $"{diagnostic.Path}:{file.Text.Lines.Locate(diagnostic.Span.Start).Line} {diagnostic.Rule.Id} {diagnostic.Message}"));
        }

        Assert.True(errors.Count == 0, string.Join("\n", errors));
    }

    private static SchemaProgram Compile(string text)
    {
        CompiledSchema compiled = MarkedSchema.Compile(text);
        Assert.Equal("", MarkedSchema.Describe(compiled.Diagnostics));
        return compiled.Program!;
    }
}
