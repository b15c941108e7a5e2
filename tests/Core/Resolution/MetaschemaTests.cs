using Plumbline.Core.Tests.Syntax;
using Plumbline.Schema.Json;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Core.Tests.Resolution;

public sealed class MetaschemaTests
{
    public static TheoryData<string> Uris => [.. Dialect.Known.Select(dialect => dialect.Uri)];

    [Theory]
    [MemberData(nameof(Uris))]
    public void References_to_metaschemas_lead_to_the_built_in_ones(string uri)
    {
        CompiledSchema compiled = MarkedSchema.Compile($$"""{ "items": { "$ref": "{{uri}}" } }""");

        Assert.Equal("", MarkedSchema.Describe(compiled.Diagnostics));
    }

    [Theory]
    [InlineData("http://json-schema.org/draft-07/schema#/definitions/nonNegativeInteger")]
    [InlineData("http://json-schema.org/draft-04/schema#/definitions/positiveIntegerDefault0")]
    [InlineData("https://json-schema.org/draft/2019-09/meta/applicator#/$defs/schemaArray")]
    [InlineData("https://json-schema.org/draft/2020-12/meta/validation#/$defs/simpleTypes")]
    [InlineData("https://json-schema.org/draft/2020-12/meta/format-assertion")]
    public void Their_parts_have_the_published_names(string uri) =>
        Assert.DoesNotContain(
            Rules.UnresolvedReference,
            MarkedSchema.Compile($$"""{ "$ref": "{{uri}}" }""").Diagnostics.Select(diagnostic => diagnostic.Rule));

    [Fact]
    public void A_file_given_takes_the_place_of_a_built_in_one() =>
        Assert.Equal(
            ["", "http://json-schema.org/draft-07/schema#"],
            MarkedSchema.Compile(
                """{ "$ref": "http://json-schema.org/draft-07/schema#" }""",
                MarkedSchema.File("copy.json", """{ "$id": "http://json-schema.org/draft-07/schema#", "type": "object" }""")).Program!.Nodes.Select(
                    node => node.Location));

    [Theory]
    [MemberData(nameof(Uris))]
    public void Keywords_of_a_dialect_and_of_its_metaschema_are_the_same(string uri)
    {
        Dialect dialect = Dialect.FindKnown(uri)!;
        string[] described = [.. DocumentsOf(uri).SelectMany(root => root.Find("properties")!.Value.Members).Select(member => member.Name).Distinct()];

        // 2020-12 still lets schemas carry what 2019-09 had; it means nothing there.
        string[] leftOver = uri.Contains("2020-12", StringComparison.Ordinal) ? ["$recursiveAnchor", "$recursiveRef"] : [];
        Assert.Equal(
            dialect.KeywordNames.Where(name => !name.StartsWith("x-", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            described.Except(leftOver).Order(StringComparer.Ordinal));
    }

    // The metaschema and those of the vocabularies that it is put together from.
    private static IEnumerable<PositionedValue> DocumentsOf(string uri)
    {
        PositionedValue root = Metaschemas.Find(uri.TrimEnd('#'))!.Text.Root;
        IEnumerable<PositionedValue> parts = root.Find("allOf")?.Value.Items ?? [];
        return [root, .. parts.Select(part => Metaschemas.Find(UriReference.Parse(uri).Resolve(part.Find("$ref")!.Value.Text!).ToString())!.Text.Root)];
    }
}
