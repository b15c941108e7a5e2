using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Plumbline.Schema.Ir;
using Plumbline.Schema.Resolution;
using Plumbline.Schema.Syntax;
using Xunit.Abstractions;

namespace Plumbline.Tests.Conformance;

/// <summary>
/// A property: for any schema and any value, both engines tell the same faults. The run is the same each time; for a longer one set
/// PLUMBLINE_SEED (a number) and PLUMBLINE_BATCHES (of 60 schemas each, compiled together).
/// </summary>
public sealed class RandomSchemaTests(ITestOutputHelper output)
{
    private const int SchemasInBatch = 60;
    private const int InstancesOfSchema = 40;

    // Formats are asserted, tokens counted: what a run may ask for is compared too.
    private static readonly ValidationOptions Options = new() { AssertFormats = true, TokenCounter = new ByteCounter() };

    // The generators bound depth and length themselves; FsCheck's size has no say.
    private const int Size = 10;

    [Fact]
    public void Both_engines_tell_the_same_faults_of_random_values_by_random_schemas()
    {
        ulong seed = Setting("PLUMBLINE_SEED", 20_12);
        ulong batches = Setting("PLUMBLINE_BATCHES", 2);
        (int schemas, int valid, int invalid) = (0, 0, 0);
        var differences = new List<string>();
        for (ulong batch = 0; batch < batches && differences.Count == 0; batch++)
        {
            var compiled = new List<(JsonNode Schema, SchemaProgram Program)>();
            foreach (string text in Gen.Sample(RandomSchemas.OfAnyDraft, SchemasInBatch, new Rnd(seed + batch), Size))
            {
                JsonNode schema = JsonNode.Parse(text)!;
                if (Compile(schema) is { } program)
                {
                    compiled.Add((schema, program));
                }
            }

            schemas += compiled.Count;
            IReadOnlyList<EnginePair> engines = EnginePair.Of([.. compiled.Select(entry => entry.Program)], Options);
            for (int i = 0; i < compiled.Count; i++)
            {
                foreach (string instance in Gen.Sample(new NearInstances(compiled[i].Schema).All, InstancesOfSchema, new Rnd(seed + batch + (ulong)i), Size))
                {
                    Verdicts verdicts = engines[i].Judge(Encoding.UTF8.GetBytes(instance));
                    _ = verdicts.IsValid ? valid++ : invalid++;
                    if (verdicts.Differ)
                    {
                        differences.Add(Reduction.Of(compiled[i].Schema, instance, Compile, Options).ToString());
                        break;
                    }
                }

                if (differences.Count == 5)
                {
                    break;
                }
            }
        }

        output.WriteLine($"seed {seed}: {schemas} schemas, {valid} valid and {invalid} invalid values");
        Assert.True(differences.Count == 0, $"seed {seed}\n" + string.Join("\n", differences));

        // The comparison would be hollow if most schemas were refused or all values had one verdict.
        Assert.InRange(schemas, (int)batches * SchemasInBatch / 2, int.MaxValue);
        Assert.InRange(valid, schemas, int.MaxValue);
        Assert.InRange(invalid, schemas, int.MaxValue);
    }

    /// <summary>What the property found once.</summary>
    [Theory]
    [InlineData("""{"properties":{"a":{"properties":{"a":{"minLength":2} } } } }""", """{"a":{"a":""} }""")]
    [InlineData("""{"x-advice":[{"severity":"warning","message":"No.","schema":{"unevaluatedItems":false} }],"unevaluatedItems":false}""", "[1]")]
    [InlineData(
        """{"x-advice":[{"severity":"note","message":"No.","schema":{"properties":{"a":{"type":"null"} } } }],"unevaluatedProperties":false}""", """{"a":1}""")]
    [InlineData("""{"anyOf":[{"x-advice":[{"severity":"note","message":"No.","schema":{"items":true} }]}],"unevaluatedItems":{"type":"null"} }""", "[1]")]
    [InlineData("""{"anyOf":[{"unevaluatedItems":false}],"unevaluatedItems":false}""", "[[],0]")]
    [InlineData("""{"allOf":[{"type":"integer","const":null}]}""", "1.5")]
    [InlineData("""{"propertyNames":{"unevaluatedItems":false} }""", """{"a":1,"a":2}""")]
    [InlineData("""{"$id":"http://x/a","anyOf":[{"$ref":"b#/$defs/d"}],"$defs":{"c":{"x-advice":[{"severity":"note","message":"No.","schema":false}],"$dynamicAnchor":"n"},"b":{"$id":"b","$defs":{"d":{"$dynamicRef":"#n","$dynamicAnchor":"n"} } } } }""", "1")]
    [InlineData("""{"type":["integer","object"],"enum":[{}]}""", """{"c":"127.0.0.1"}""")]
    [InlineData("""{"x-minTokens":{"limit":4,"of":["/a"]} }""", "0")]
    [InlineData("""{"anyOf":[{"items":{"x-advice":[{"severity":"warning","message":"No.","schema":false}]} },{}]}""", "[1.5]")]
    [InlineData("""{"x-advice":[{"severity":"warning","message":"No.","schema":{"items":{"oneOf":[{},{}]},"contains":{"$ref":"#"} } }]}""", "[[null]]")]
    public void Schemas_that_told_the_engines_apart_do_so_no_more(string schema, string instance)
    {
        Verdicts verdicts = EnginePair.Of([Compile(JsonNode.Parse(schema)!)!], Options)[0].Judge(Encoding.UTF8.GetBytes(instance));
        Assert.Equal(verdicts.Interpreted, verdicts.Generated);
    }

    /// <summary>Each filled the memory once, while the validator was planned.</summary>
    [Theory]
    [InlineData("""{"items":{"x-alternates":{"property":"b","cycle":["a","b"]},"$ref":"#"} }""", """[[{"b":"a"},{"b":"a"}]]""", 1)]
    [InlineData(
        """{"items":{"anyOf":[{"items":{"anyOf":[{}]},"x-alternates":{"property":"b","cycle":["a","b"]},"$ref":"#"}]} }""", """[[{"b":"a"},{"b":"a"}]]""", 1)]
    public void Turns_inside_turns_are_judged(string schema, string instance, int faults)
    {
        Verdicts verdicts = EnginePair.Of([Compile(JsonNode.Parse(schema)!)!], Options)[0].Judge(Encoding.UTF8.GetBytes(instance));
        Assert.Equal(verdicts.Interpreted, verdicts.Generated);
        Assert.Equal(faults, verdicts.Interpreted.Split("; ").Length);
        Assert.False(verdicts.IsValid);
    }

    // Null for a schema that refers to itself without reading input; every other random schema compiles.
    private static SchemaProgram? Compile(JsonNode schema)
    {
        var file = SchemaFile.Parse("random.json", "random.json", schema.ToJsonString());
        CompiledSchema compiled = SchemaSet.Of([file]).Compile(file);
        Assert.True(
            compiled.Diagnostics.All(diagnostic => diagnostic.Rule == Rules.ReferenceCycle || diagnostic.Rule.Severity != Severity.Error),
            $"{string.Join("\n", compiled.Diagnostics)}\n{schema.ToJsonString()}");
        return compiled.Program;
    }

    private static ulong Setting(string name, ulong otherwise) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out ulong value) ? value : otherwise;

    /// <summary>A token a byte.</summary>
    private sealed class ByteCounter : ITokenCounter
    {
        public string Name => "bytes";

        public long MaxTokens(long utf8Bytes) => utf8Bytes;

        public long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue) => utf8.Length;
    }
}
