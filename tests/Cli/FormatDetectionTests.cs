using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary><c>--format auto</c>, the hint at another format, and files that are one JSON array.</summary>
public class FormatDetectionTests
{
    [Theory]
    [InlineData("samples/gemini/sft.jsonl", "gemini/sft")]
    [InlineData("samples/gemini/preference.jsonl", "gemini/preference")]
    [InlineData("samples/openai/chat.jsonl", "openai/chat")]
    [InlineData("samples/openai/preference.jsonl", "openai/preference")]
    [InlineData("samples/bedrock/nova-preference.jsonl", "bedrock/nova-preference")]
    [InlineData("samples/cohere/chat.jsonl", "cohere/chat")]
    [InlineData("samples/trl/stepwise.jsonl", "trl/stepwise")]
    [InlineData("samples/open/sharegpt.jsonl", "sharegpt")]
    [InlineData("samples/open/alpaca.jsonl", "alpaca")]
    [InlineData("samples/chat.jsonl", "vertex/chat")]
    public void A_file_is_read_as_the_format_that_its_first_lines_fit(string path, string format)
    {
        ToolResult result = Tool.Run("validate", path, "--format", "auto");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"{path} is read as {format}: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("with the members ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_format_fits_is_refused_with_the_nearest_and_the_first_difference()
    {
        using var file = new TemporaryFile("{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"value\": \"hi\"}]}, {\"role\": \"assistant\", \"content\": [{\"type\": \"text\", \"value\": \"ho\"}]}]}\n");
        ToolResult result = Tool.Run("validate", file.Path, "--format", "auto");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("fit no format: the nearest is ", result.Error, StringComparison.Ordinal);
        Assert.Contains("/messages/0/content/0: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_format_is_told_by_name()
    {
        ToolResult result = Tool.Run("validate", "samples/open/sharegpt.jsonl", "--format", "openai/chat");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("samples/open/sharegpt.jsonl looks like sharegpt: try --format sharegpt", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_json_array_is_said_to_be_one_and_read_with_findings_at_their_places()
    {
        using var file = new TemporaryFile(
            "[\n  {\n    \"instruction\": \"\u00e9\",\n    \"output\": \"a, [b]\"\n  },\n  {\n    \"instruction\": \"x\", \"output\": 1\n  }\n]\n");
        ToolResult result = Tool.Run("validate", file.Path, "--format", "alpaca", "--report", "concise");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("is one JSON array and not JSON Lines", result.Error, StringComparison.Ordinal);
        Assert.Contains($"{file.Path}:7:35: error PLB4001 type: expected a string, found the number 1 (/output)", result.Output, StringComparison.Ordinal);
        Assert.Contains("2 examples", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_retired_format_says_so_in_one_line()
    {
        ToolResult result = Tool.Run("validate", "samples/bedrock/claude3.jsonl", "--format", "bedrock/claude3");
        Assert.Equal("plumbline: bedrock/claude3 is retired since 2026-09-10: the end of life of Claude 3 Haiku\n", result.Error);
    }

    [Fact]
    public void An_evaluation_file_is_held_against_its_training_file()
    {
        const string Example = """{"contents": [{"role": "user", "parts": [{"text": "a"}]}, {"role": "model", "parts": [{"text": "b"}]}]}""";
        using var evaluation = new TemporaryFile(string.Concat(Enumerable.Repeat(Example + "\n", 1001)));
        ToolResult result = Tool.Run(
            "validate", evaluation.Path, "--format", "gemini/sft", "--evaluation", "--training", "samples/gemini/sft.jsonl", "--report", "concise");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "PLB5026 evaluation-share: expected in an evaluation file at most 1000 examples (30 % of 12 training examples, or 1000), found 1001 examples",
            result.Output,
            StringComparison.Ordinal);
    }
}
