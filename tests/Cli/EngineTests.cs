using System.Text;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>A bundled format (generated code) and the same schema file (the interpreter, or compiled when the tool runs) come to the same findings, field
/// by field.</summary>
public class EngineTests(CacheFolder cache) : IClassFixture<CacheFolder>
{
    public static TheoryData<string, string> Samples() => new()
    {
        { "samples/text.jsonl", "vertex/text" },
        { "samples/code.jsonl", "vertex/code" },
        { "samples/distillation.jsonl", "vertex/distillation" },
        { "samples/chat.jsonl", "vertex/chat" },
        { "samples/codechat.jsonl", "vertex/codechat" },
        { "samples/llama-chat.jsonl", "vertex/llama-chat" },
        { "samples/broken/chat.jsonl", "vertex/chat" },
        { "samples/broken/chat.jsonl", "vertex/codechat" },
        { "samples/broken/chat.jsonl", "vertex/llama-chat" },
        { "samples/broken/chat.jsonl", "vertex/text" },
        { "samples/broken/text.jsonl", "vertex/text" },
        { "samples/broken/text.jsonl", "vertex/code" },
        { "samples/broken/text.jsonl", "vertex/distillation" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void All_engines_find_the_same_in_samples(string path, string format) => AssertEqual(path, format);

    [Theory]
    [InlineData("code-alpaca.vertex-code.jsonl", "vertex/code")]
    [InlineData("alpaca-demo.vertex-text.jsonl", "vertex/text")]
    [InlineData("dpo-demo.vertex-chat.jsonl", "vertex/chat")]
    [InlineData("dpo-demo.vertex-chat.jsonl", "vertex/llama-chat")]
    [InlineData("glaive-demo.llama-chat.jsonl", "vertex/llama-chat")]
    [InlineData("glaive-demo.llama-chat.jsonl", "vertex/chat")]
    [InlineData("llamafactory-v1-sft-demo.jsonl", "vertex/llama-chat")]
    public void All_engines_find_the_same_in_real_datasets(string name, string format)
    {
        if (SharedData.PathOf("datasets", name) is { } path)
        {
            AssertEqual(path, format);
        }
    }

    [Fact]
    public void All_engines_find_the_same_in_broken_lines_and_it_is_what_the_table_says()
    {
        using var file = new TemporaryFile([.. BrokenLines.All.SelectMany(line => (byte[])[.. line.Bytes, (byte)'\n'])]);
        JsonReport report = AssertEqual(file.Path, "vertex/chat");
        for (int i = 0; i < BrokenLines.All.Count; i++)
        {
            BrokenLine line = BrokenLines.All[i];
            (string, string)[] expected = line.Rule is null ? [] : [(line.Rule, line.Pointer)];
            (string, string)[] found = [.. report.Findings.Where(finding => finding.Line == i + 1).Select(finding => (finding.Rule, finding.Pointer))];
            Assert.True(expected.SequenceEqual(found), $"{line.Name}: expected {string.Join(" ", expected)}, found {string.Join(" ", found)}");
        }
    }

    [Theory]
    [InlineData("a byte order mark", "\uFEFF{\"input_text\":\"a\",\"output_text\":\"b\"}\n", "1:1 PLB5008")]
    [InlineData("CRLF", "{\"input_text\":\"a\",\"output_text\":\"b\"}\r\n{\"input_text\":\"a\"}\r\n", "2:1 PLB4010")]
    [InlineData("no final line feed", "{\"input_text\":\"a\",\"output_text\":\"b\"}\n{\"input_text\":\"a\"}", "2:1 PLB4010")]
    [InlineData("an empty last line", "{\"input_text\":\"a\",\"output_text\":\"b\"}\n\n", "")]
    [InlineData("an empty line between", "{\"input_text\":\"a\",\"output_text\":\"b\"}\n\n{\"input_text\":\"a\",\"output_text\":\"b\"}\n", "2:1 PLB5007")]
    [InlineData("nothing at all", "", "")]
    [InlineData("an emoji before the fault", "{\"output_text\":\"😀\",\"input_text\":1}\n", "1:34 PLB4001")]
    public void All_engines_read_a_file_alike_to_its_ends(string what, string text, string expected)
    {
        using var file = new TemporaryFile(text);
        JsonReport report = AssertEqual(file.Path, "vertex/text");
        IEnumerable<string> found = report.Findings.Where(finding => finding.Line > 0).Select(finding => $"{finding.Line}:{finding.Column} {finding.Rule}");
        Assert.True(expected == string.Join(" ", found), $"{what}: {string.Join(" ", found)}");
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var text = new StringBuilder();
        for (int i = 0; i < 20_000; i++)
        {
            text.Append(i % 7 == 0 ? "{\"input_text\":1}\n" : "{\"input_text\":\"a\",\"output_text\":\"b\"}\n");
        }

        using var file = new TemporaryFile(text.ToString());
        JsonReport one = Validate(file.Path, "--format", "vertex/text", "--threads", "1");
        JsonReport four = Validate(file.Path, "--format", "vertex/text", "--threads", "4");
        four.AssertSame(one);
    }

    private JsonReport AssertEqual(string path, string format)
    {
        JsonReport generated = Validate(path, "--format", format);
        string[] ownSchema = ["--schema", $"schemas/{format}.schema.json"];
        Validate(path, ownSchema, CacheFolder.Interpreted).AssertSame(generated);
        Validate(path, ownSchema, cache.Compiled).AssertSame(generated);
        return generated;
    }

    private static JsonReport Validate(string path, params string[] options) => Validate(path, options, []);

    private static JsonReport Validate(string path, string[] options, (string Name, string Value)[] environment) =>
        JsonReport.Of(Tool.Run(["validate", path, .. options, "--report", "json"], input: null, environment));
}
