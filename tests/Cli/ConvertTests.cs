using System.Text;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary><c>plumbline convert</c>, run as a process.</summary>
public sealed class ConvertTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plumbline").FullName;

    private string Output => Path.Combine(_folder, "new.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("glaive-demo.sharegpt.json", "openai/chat")]
    [InlineData("glaive-demo.sharegpt.json", "gemini/sft")]
    [InlineData("dpo-demo.sharegpt.json", "openai/chat")]
    [InlineData("dpo-demo.sharegpt.json", "openai/preference")]
    [InlineData("dpo-demo.sharegpt.json", "gemini/preference")]
    [InlineData("dpo-demo.sharegpt.json", "gemini/sft")]
    public void Published_datasets_convert_and_the_result_is_valid(string name, string to)
    {
        if (SharedData.PathOf("datasets", name) is not { } path)
        {
            return;
        }

        ToolResult converted = Tool.Run("convert", path, "--from", "auto", "--to", to, "--output", Output);
        Assert.Equal(0, converted.ExitCode);
        Assert.Contains("is read as sharegpt: ", converted.Error, StringComparison.Ordinal);
        Assert.Contains($"sharegpt to {to}: 300 examples, 300 lines written\n", converted.Output, StringComparison.Ordinal);
        ToolResult validated = Tool.Run("validate", Output, "--format", to, "--report", "concise");
        Assert.Equal(0, validated.ExitCode);
        Assert.Contains("300 examples in 300 lines", validated.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "openai/chat", "openai/chat, for a training file as a whole: expected at least 10 examples, found 3 examples (PLB5020 too-few-examples)")]
    [InlineData(12, "vertex/chat", "vertex/chat is retired: the bison models are retired; see gemini/sft")]
    [InlineData(12, "vertex/chat", "vertex/chat, for a training file as a whole: expected at least the recommended 200 examples, found 12 examples (PLB5022 few-examples)")]
    [InlineData(10_001, "vertex/code", "vertex/code, for a training file as a whole: expected at most 10000 examples, found 10001 examples (PLB5021 too-many-examples)")]
    [InlineData(3, "alpaca", null)]
    public void What_the_target_asks_of_a_whole_file_is_told_and_fails_nothing(int count, string to, string? sentence)
    {
        using var file = new TemporaryFile(string.Concat(Enumerable.Repeat("{\"input_text\":\"a\",\"output_text\":\"b\"}\n", count)));
        ToolResult result = Tool.Run("convert", file.Path, "--from", "vertex/text", "--to", to, "--output", Output);
        Assert.Equal(0, result.ExitCode);
        string[] lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] remarks = [.. lines.Where(line => !line.Contains("written to", StringComparison.Ordinal))];
        if (sentence is null)
        {
            Assert.Empty(remarks);
        }
        else
        {
            Assert.Contains(remarks, remark => remark.StartsWith($"plumbline: {sentence}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Calls_and_answers_come_back_as_they_were_published()
    {
        if (SharedData.PathOf("datasets", "glaive-demo.sharegpt.json") is not { } path)
        {
            return;
        }

        string back = Path.Combine(_folder, "back.jsonl");
        Assert.Equal(0, Tool.Run("convert", path, "--from", "sharegpt", "--to", "gemini/sft", "--output", Output).ExitCode);
        Assert.Equal(0, Tool.Run("convert", Output, "--from", "gemini/sft", "--to", "sharegpt", "--output", back).ExitCode);
        using var published = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(path));
        string[] lines = File.ReadAllLines(back);
        Assert.Equal(published.RootElement.GetArrayLength(), lines.Length);
        foreach ((System.Text.Json.JsonElement example, string line) in published.RootElement.EnumerateArray().Zip(lines))
        {
            using var returned = System.Text.Json.JsonDocument.Parse(line);
            Assert.True(System.Text.Json.JsonElement.DeepEquals(example.GetProperty("conversations"), returned.RootElement.GetProperty("conversations")), line);
        }
    }

    [Fact]
    public void A_line_that_is_not_valid_is_reported_at_its_place_and_left_out_and_the_rest_goes_on()
    {
        using var file = new TemporaryFile("""
            {"input_text": "a", "output_text": "b"}
            {"input_text": "é", "output_text": 1}

            {"input_text": "a"
            {"input_text": "c", "output_text": ""}
            {"input_text": "e", "output_text": "f", "context": "g"}

            """.ReplaceLineEndings("\n"));
        ToolResult result = Tool.Run("convert", file.Path, "--from", "vertex/text", "--to", "vertex/chat", "--output", Output);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            """
            FILE:2:36: error PLB4001 type: expected a string, found the number 1 (/output_text)
            FILE:4:19: error PLB5001 malformed-json: expected "," or "}", found the end of the text (/input_text)
            FILE:5:1: error PLB4030 min-length: converted to vertex/chat, /messages/1/content: a message must not be empty (expected at least 1 character, found 0 characters)
            FILE: vertex/text to vertex/chat: 5 examples, 2 lines written, 3 examples left out
            lost:
                      1  /context (first FILE:6)
            told otherwise:
                      1  an empty line was passed over (first FILE:3)
            3 errors

            """.ReplaceLineEndings("\n"),
            result.Output.Replace(file.Path, "FILE", StringComparison.Ordinal));
        Assert.Contains($"plumbline: written to {Output}\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(Output).Length);
    }

    [Fact]
    public void Places_in_a_json_array_are_those_of_the_file()
    {
        using var file = new TemporaryFile("[\n  {\n    \"instruction\": \"a\",\n    \"input\": \"b\",\n    \"output\": \"c\"\n  },\n  {\n    \"instruction\": \"x\", \"output\": 1\n  },\n  {\"instruction\": \"y\", \"output\": \"z\", \"kto_tag\": false}\n]\n");
        ToolResult result = Tool.Run("convert", file.Path, "--from", "alpaca", "--to", "openai/chat", "--output", Output);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"{file.Path}:8:35: error PLB4001 type: ", result.Output, StringComparison.Ordinal);
        Assert.Contains($"{file.Path}:10:3: error PLB5050 not-convertible: ", result.Output, StringComparison.Ordinal);
        Assert.Contains($"(first {file.Path}:2)", result.Output, StringComparison.Ordinal);
        Assert.Equal("{\"messages\":[{\"role\":\"user\",\"content\":\"a\\nb\"},{\"role\":\"assistant\",\"content\":\"c\"}]}\n", File.ReadAllText(Output));
    }

    [Fact]
    public void Losses_fail_a_run_only_where_it_is_strict()
    {
        using var file = new TemporaryFile(
            "{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}, {\"role\": \"assistant\", \"content\": \"b\", \"weight\": 1}]}\n");
        string[] arguments = ["convert", file.Path, "--from", "openai/chat", "--to", "gemini/sft", "--output", Output];
        Assert.Equal(0, Tool.Run(arguments).ExitCode);
        Assert.Equal(1, Tool.Run([.. arguments, "--strict"]).ExitCode);
    }

    [Fact]
    public void Findings_beyond_the_limit_are_counted()
    {
        using var file = new TemporaryFile(string.Concat(Enumerable.Repeat("{\"input_text\": 1}\n", 30)));
        ToolResult result = Tool.Run("convert", file.Path, "--from", "vertex/text", "--to", "vertex/chat", "--output", Output, "--max-errors", "3");
        Assert.Equal(3, result.Lines.Count(line => line.Contains(": error ", StringComparison.Ordinal)));
        Assert.Contains("not printed: 57 findings beyond --max-errors\n60 errors\n", result.Output, StringComparison.Ordinal);
        Assert.Equal("", File.ReadAllText(Output));
    }

    [Fact]
    public void Several_files_and_standard_input_become_one()
    {
        byte[] input = Encoding.UTF8.GetBytes("{\"input_text\": \"a\", \"output_text\": \"b\"}\n");
        ToolResult result = Tool.Run(["convert", "samples/text.jsonl", "-", "--from", "vertex/text", "--to", "alpaca", "--output", Output], input);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(File.ReadAllLines(Repository.PathOf("samples", "text.jsonl")).Length + 1, File.ReadAllLines(Output).Length);
        Assert.EndsWith("stdin: vertex/text to alpaca: 1 example, 1 line written\nnothing was lost\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("convert samples/text.jsonl --to vertex/chat", "Option '--output' is required.")]
    [InlineData(
        "convert samples/text.jsonl --from vertex/txt --to vertex/chat --output OUT", "--from: unknown format \"vertex/txt\": did you mean \"vertex/text\"?")]
    [InlineData(
        "convert samples/text.jsonl --from vertex/text --to openai/rft --output OUT", "--to openai/rft: its examples have no counterpart in other formats")]
    [InlineData("convert samples/text.jsonl --from vertex/text --to vertex/text --output OUT", "samples/text.jsonl is vertex/text already")]
    [InlineData("convert samples/text.jsonl --to vertex/chat --output OUT --max-errors -1", "--max-errors must be at least 0")]
    [InlineData("convert - --to vertex/chat --output OUT", "standard input cannot be read twice; name the format")]
    [InlineData("convert samples/text.jsonl --from vertex/text --to vertex/chat --output samples/../samples/text.jsonl",
        "is a file to read: inputs are never written to")]
    [InlineData("convert samples/text.jsonl --from vertex/text --to vertex/chat --output absent/new.jsonl", "cannot write absent/new.jsonl")]
    public void What_cannot_be_done_gives_2_and_a_sentence(string arguments, string sentence)
    {
        ToolResult result = Tool.Run([.. arguments.Split(' ').Select(argument => argument == "OUT" ? Output : argument)]);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void An_unreadable_file_gives_3_and_no_output()
    {
        ToolResult result = Tool.Run(
            "convert", "samples/text.jsonl", "samples/absent.jsonl", "--from", "vertex/text", "--to", "vertex/chat", "--output", Output);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("cannot read samples/absent.jsonl: there is no such file\n", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }
}
