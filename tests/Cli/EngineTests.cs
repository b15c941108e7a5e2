using System.Text;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>A bundled format (generated code) and the same schema file (the interpreter) come to the same findings, field by field.</summary>
public class EngineTests
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
    public void Both_engines_find_the_same_in_samples(string path, string format) => AssertEqual(path, format);

    [Theory]
    [InlineData("code-alpaca.vertex-code.jsonl", "vertex/code")]
    [InlineData("alpaca-demo.vertex-text.jsonl", "vertex/text")]
    [InlineData("dpo-demo.vertex-chat.jsonl", "vertex/chat")]
    [InlineData("dpo-demo.vertex-chat.jsonl", "vertex/llama-chat")]
    [InlineData("glaive-demo.llama-chat.jsonl", "vertex/llama-chat")]
    [InlineData("glaive-demo.llama-chat.jsonl", "vertex/chat")]
    [InlineData("llamafactory-v1-sft-demo.jsonl", "vertex/llama-chat")]
    public void Both_engines_find_the_same_in_real_datasets(string name, string format)
    {
        if (SharedData.PathOf("datasets", name) is { } path)
        {
            AssertEqual(path, format);
        }
    }

    [Fact]
    public void Both_engines_find_the_same_in_broken_lines_and_it_is_what_the_table_says()
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
    public void Both_engines_read_a_file_alike_to_its_ends(string what, string text, string expected)
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
        Assert.Equal(one.Findings, four.Findings);
        Assert.Equal(Counts(one), Counts(four));
    }

    private static JsonReport AssertEqual(string path, string format)
    {
        JsonReport generated = Validate(path, "--format", format);
        JsonReport interpreted = Validate(path, "--schema", $"schemas/{format}.schema.json");
        Assert.Equal(generated.Findings.Select(finding => finding.Json), interpreted.Findings.Select(finding => finding.Json));
        Assert.Equal(Counts(generated), Counts(interpreted));
        return generated;
    }

    private static JsonReport Validate(string path, params string[] options) =>
        JsonReport.Of(Tool.Run(["validate", path, .. options, "--report", "json"]));

    // All that is said about the file, save how long it took.
    private static string Counts(JsonReport report) => string.Join(
        "\n",
        Assert.Single(report.Files).EnumerateObject().Where(member => member.Name != "seconds").Select(member => $"{member.Name}: {member.Value.GetRawText()}"));
}
