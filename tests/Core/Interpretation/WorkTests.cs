using System.Text;
using Plumbline.Schema.Json;

namespace Plumbline.Tests.Interpretation;

/// <summary>How much the interpreter works, counted in visits.</summary>
public sealed class WorkTests
{
    [Theory]
    [InlineData("anyOf")]
    [InlineData("oneOf")]
    public void Unions_inside_each_other_cost_document_times_schema(string keyword)
    {
        string schema = $$"""
            {"{{keyword}}":[
              {"type":"object","required":["a"],"properties":{"a":{"$ref":"#"} },"maxProperties":1},
              {"type":"object","required":["a","b"],"properties":{"a":{"$ref":"#"} } },
              {"type":"integer"}]}
            """;
        const int Depth = 60;
        foreach (string innermost in new[] { "1", "\"x\"" })
        {
            string text = string.Concat(Enumerable.Repeat("{\"a\":", Depth)) + innermost + new string('}', Depth);
            var faults = new FaultList();
            long visits = Judged.Interpreter(schema).Judge(PositionedText.Parse(Encoding.UTF8.GetBytes(text)), faults);
            Assert.Equal(innermost != "1", faults.HasErrors);

            // 61 values, 4 schemas (and the reference), tried and read aloud.
            Assert.InRange(visits, Depth, 61 * 5 * 3);
        }
    }

    [Fact]
    public void A_document_beyond_the_depth_limit_ends_with_one_finding()
    {
        string text = string.Concat(Enumerable.Repeat("{\"a\":", 10_000));
        Assert.StartsWith("/a/a/a/", Judged.Faults("""{"properties":{"a":{"$ref":"#"} } }""", text), StringComparison.Ordinal);
        Assert.EndsWith(":too-deep", Judged.Faults("""{"properties":{"a":{"$ref":"#"} } }""", text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_depth_limit_beyond_the_stack_ends_with_one_finding_too()
    {
        const int Depth = 200_000;
        string text = string.Concat(Enumerable.Repeat("{\"a\":", Depth)) + "1" + new string('}', Depth);
        var faults = new FaultList();
        Judged.Interpreter("""{"properties":{"a":{"$ref":"#"} } }""", new ValidationOptions { MaxDepth = Depth }).Read(Encoding.UTF8.GetBytes(text), faults);
        Assert.Equal(Rules.TooDeep, faults[0].Assertion.Rule);
        Assert.Equal(1, faults.Count);
    }

    [Fact]
    public void An_interpreter_serves_many_threads()
    {
        Plumbline.Schema.Interpretation.SchemaInterpreter interpreter = Judged.Interpreter("""{"items":{"anyOf":[{"type":"string"},{"type":"integer"}]}}""");
        Parallel.For(0, 200, i =>
        {
            var faults = new FaultList();
            interpreter.Read(i % 2 == 0 ? "[1,\"a\"]"u8 : "[1,null]"u8, faults);
            Assert.Equal(i % 2, faults.Count);
        });
    }
}
