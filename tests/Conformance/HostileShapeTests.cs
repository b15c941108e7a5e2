using System.Globalization;
using System.Text;
using Plumbline.Generators.Validators.Plan;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;

namespace Plumbline.Tests.Conformance;

/// <summary>Schemas and documents made to hurt: both engines end with findings. Work in unions inside each other is counted in each engine's own
/// tests.</summary>
public sealed class HostileShapeTests
{
    private const string Recursive = """{"properties":{"a":{"$ref":"#"} },"items":{"$ref":"#"} }""";

    // Far beyond what a comparison of each item with each other could do before the run is ended from outside: 40 billion.
    private const int ManyItems = 200_000;

    private static readonly (string Schema, string Instance, bool Valid)[] Numbers =
    [
        ("""{"multipleOf":1e-300}""", "1e400", true),
        ("""{"multipleOf":1e-300}""", "1.5e-300", false),
        ("""{"multipleOf":1e-300}""", "3", true),
        ("""{"multipleOf":1e400}""", "3e400", true),
        ("""{"multipleOf":1e400}""", "3e399", false),
        ("""{"multipleOf":1e400}""", "0", true),
        ("""{"multipleOf":0.0001}""", "123456789012345678901234567890.0001", true),
        ("""{"multipleOf":0.0001}""", "123456789012345678901234567890.00011", false),
        ("""{"multipleOf":3}""", "1e1000000", false),
        ("""{"multipleOf":7}""", "1e-1000000", false),
        ("""{"type":"integer"}""", "1e400", true),
        ("""{"type":"integer"}""", "10e-1", true),
        ("""{"type":"integer"}""", "1e-1000000000", false),
        ("""{"maximum":1e400}""", "9.99e399", true),
        ("""{"maximum":1e400}""", "1.0000000000000000000000000000000000000001e400", false),
        ("""{"exclusiveMinimum":9007199254740992}""", "9007199254740993", true),
        ("""{"exclusiveMinimum":9007199254740992}""", "9007199254740992.0", false),
        ("""{"minimum":-1e999999999}""", "-1e1000000000", false),
        ("""{"const":100000000000000000000000000000001}""", "1.00000000000000000000000000000001e32", true),
        ("""{"const":100000000000000000000000000000001}""", "1e32", false),
        ("""{"enum":[0]}""", "-0e999999999", true),
    ];

    // Two bytes of one kind, and two meanings: a backslash and an n, a line feed.
    private static readonly (string Schema, string Instance, bool Valid)[] Strings =
    [
        ("""{"const":"\\n"}""", "\"\\\\n\"", true),
        ("""{"const":"\\n"}""", "\"\\n\"", false),
        ("""{"enum":["\\n",1]}""", "\"\\n\"", false),
        ("""{"enum":["\n",1]}""", "\"\\n\"", true),
        ("""{"uniqueItems":true}""", "[\"\\n\",\"\\\\n\"]", true),
        ("""{"required":["\\n"]}""", "{\"\\n\":1}", false),
    ];

    [Theory]
    [InlineData("{\"a\":", "}")]
    [InlineData("[", "]")]
    [InlineData("{\"a\":[", "]}")]
    public void A_document_10_000_levels_deep_ends_with_the_depth_finding(string open, string close)
    {
        string text = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));
        foreach (string schema in (string[])[Recursive, "true", """{"anyOf":[{"items":{"$ref":"#"} },{"properties":{"a":{"$ref":"#"} } }]}"""])
        {
            string faults = FaultsOf(schema, text);
            Assert.Contains("PLB5005", faults, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"$ref":"#"}""")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"} } }""")]
    [InlineData("""{"allOf":[{"anyOf":[true,{"$ref":"#"}]}]}""")]
    [InlineData("""{"not":{"$ref":"#"} }""")]
    [InlineData("""{"if":{"$ref":"#"},"then":false}""")]
    [InlineData("""{"dependentSchemas":{"a":{"$ref":"#"} } }""")]
    [InlineData("""{"$dynamicAnchor":"n","$dynamicRef":"#n"}""")]
    [InlineData(
        """{"$id":"http://x/a","$dynamicAnchor":"n","$ref":"b","$defs":{"b":{"$id":"b","$dynamicRef":"#n","$defs":{"n":{"$dynamicAnchor":"n"} } } } }""")]
    public void References_that_come_back_without_reading_input_are_an_error_of_the_schema(string schema)
    {
        CompiledSchema compiled = Compile(schema);
        Assert.Null(compiled.Program);
        Assert.Contains(compiled.Diagnostics, diagnostic => diagnostic.Rule == Rules.ReferenceCycle);
    }

    /// <summary>A circle that only another dynamic scope would close is none.</summary>
    [Theory]
    [InlineData("""{"$id":"http://x/a","$dynamicAnchor":"n","items":{"$ref":"b"},"$defs":{"b":{"$id":"b","items":{"$dynamicRef":"#n"},"$defs":{"n":{"$dynamicAnchor":"n"} } } } }""")]
    [InlineData("""{"$id":"http://x/a","$ref":"b","items":{"$ref":"c"},"$defs":{"leaf":{"$dynamicAnchor":"n"},"b":{"$id":"b","$dynamicRef":"#n","$defs":{"n":{"$dynamicAnchor":"n"} } },"c":{"$id":"c","$dynamicAnchor":"n","$ref":"b"} } }""")]
    public void References_that_end_in_their_dynamic_scope_are_followed(string schema) => Assert.NotNull(Compile(schema).Program);

    /// <summary>Each value tells by its last steps alone what it is judged by: merged without end, that would be 2 to the power of the steps.</summary>
    [Fact]
    public void Schemas_that_meet_in_too_many_combinations_are_no_longer_merged()
    {
        const int Steps = 16;
        const int MostMerged = 2_000;
        IEnumerable<string> definitions = Enumerable.Range(1, Steps).Select(i => string.Create(
            CultureInfo.InvariantCulture, $$$""" "d{{{i}}}":{"properties":{"a":{"$ref":"#/$defs/d{{{i + 1}}}"},"b":{"$ref":"#/$defs/d{{{i + 1}}}"} } } """));
        string schema = $$$"""
            {"$ref":"#/$defs/d0","$defs":{"d0":{"properties":{"a":{"allOf":[{"$ref":"#/$defs/d0"},{"$ref":"#/$defs/d1"}]},"b":{"$ref":"#/$defs/d0"} } },
             {{{string.Join(',', definitions)}}},"d{{{Steps + 1}}}":{"required":["z"]} } }
            """;
        SchemaProgram program = Compile(schema).Program!;

        // A node merged below the cap still leads on to others, for each of its names.
        Assert.InRange(ValidationPlan.Of(program, "Validator", []).Nodes.Count, MostMerged, 3 * MostMerged);

        string text = string.Concat(Enumerable.Range(0, Steps + 1).Select(i => i % 3 == 0 ? "{\"a\":" : "{\"b\":")) + "{}" + new string('}', Steps + 1);
        Assert.Contains("PLB4010", FaultsOf(schema, text), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_exact_at_any_size() => AreJudged(Numbers);

    [Fact]
    public void Strings_are_compared_by_what_they_say() => AreJudged(Strings);

    [Fact]
    public void Long_arrays_are_judged_without_comparing_each_item_with_each_other()
    {
        string items = string.Join(',', Enumerable.Range(0, ManyItems).Select(i => string.Create(CultureInfo.InvariantCulture, $"{{\"n\":[{i},\"{i}\"]}}")));
        string last = string.Create(CultureInfo.InvariantCulture, $"{{\"n\":[{ManyItems - 1}.0,\"{ManyItems - 1}\"]}}");
        Assert.Equal("", FaultsOf("""{"uniqueItems":true}""", $"[{items}]"));
        Assert.Contains("PLB4025", FaultsOf("""{"uniqueItems":true}""", $"[{items},{last}]"), StringComparison.Ordinal);
        Assert.Contains(
            "PLB4025", FaultsOf("""{"uniqueItems":true}""", $"[{string.Join(',', Enumerable.Repeat("[1]", ManyItems))}]"), StringComparison.Ordinal);
        Assert.Equal("", FaultsOf($$"""{"const":[{{items}}]}""", $"[{items}]"));
        Assert.Contains("PLB4003", FaultsOf($$"""{"const":[{{items}}]}""", $"[{items},0]"), StringComparison.Ordinal);
    }

    private static EnginePair Pair(string schema) => EnginePair.Of([Compile(schema).Program!])[0];

    private static CompiledSchema Compile(string schema)
    {
        var file = SchemaFile.Parse("hostile.json", "hostile.json", schema);
        return SchemaSet.Of([file]).Compile(file);
    }

    // The same on both engines.
    private static string FaultsOf(string schema, string text)
    {
        Verdicts verdicts = Pair(schema).Judge(Encoding.UTF8.GetBytes(text));
        Assert.Equal(verdicts.Interpreted, verdicts.Generated);
        return verdicts.Interpreted;
    }

    private static void AreJudged((string Schema, string Instance, bool Valid)[] values)
    {
        IReadOnlyList<EnginePair> engines = EnginePair.Of([.. values.Select(row => Compile(row.Schema).Program!)]);
        foreach (((string schema, string instance, bool valid), EnginePair pair) in values.Zip(engines))
        {
            Verdicts verdicts = pair.Judge(Encoding.UTF8.GetBytes(instance));
            Assert.False(verdicts.Differ, $"{schema} {instance}{verdicts}");
            Assert.True(valid == verdicts.IsValid, $"{schema} {instance}{verdicts}");
        }
    }
}
