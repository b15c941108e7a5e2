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

    [Theory]
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

    private static long Visits(JsonValidator validator, string member, int depth)
    {
        var json = new StringBuilder();
        for (int i = 0; i < depth; i++)
        {
            json.Append('{').Append(member).Append(",\"n\":");
        }

        byte[] utf8 = Encoding.UTF8.GetBytes(json.Append("{}").Append('}', depth).ToString());
        var buffer = new PaddedBuffer(utf8.Length);
        utf8.CopyTo(buffer.Span);
        buffer.SealDocument(utf8.Length);
        var validation = new Validation(ValidationOptions.Document);
        Assert.NotEqual(LineVerdict.Malformed, validation.JudgeDocument(validator, buffer));
        return validation.Visits;
    }
}
