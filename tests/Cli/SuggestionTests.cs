using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>Sentences that name the next step.</summary>
public class SuggestionTests
{
    [Theory]
    [InlineData("vertex/chta", "vertex/chat")]
    [InlineData("chat", "openai/chat")]
    [InlineData("vertex/code-chat", "vertex/codechat")]
    [InlineData("llama-chat", "vertex/llama-chat")]
    public void An_unknown_format_is_answered_with_the_nearest_name(string typed, string meant)
    {
        ToolResult result = Tool.Run("validate", "samples/chat.jsonl", "--format", typed);
        Assert.StartsWith($"plumbline: unknown format \"{typed}\": did you mean \"{meant}\"?; there are gemini/sft, ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--modle", "plumbline: unknown option \"--modle\": did you mean \"--model\"? (a file of that name is ./--modle)\n")]
    [InlineData("--fast", "plumbline: unknown option \"--fast\" (a file of that name is ./--fast)\n")]
    public void An_unknown_option_is_not_taken_for_a_file(string option, string sentence) =>
        Assert.StartsWith(sentence, Tool.Run("validate", "samples/chat.jsonl", "--format", "vertex/chat", option).Error, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_model_is_answered_with_the_nearest_name()
    {
        ToolResult result = Tool.Run("validate", "samples/chat.jsonl", "--format", "vertex/chat", "--model", "chat-bison@02");
        Assert.Equal(
            "plumbline: unknown model \"chat-bison@02\": did you mean \"chat-bison@002\"?; there are chat-bison@002, chat-bison-32k@002\n", result.Error);
    }

    [Theory]
    [InlineData("vertex/chat")]
    [InlineData("vertex/codechat")]
    public void Evaluation_is_refused_for_chat_with_the_reason(string format)
    {
        ToolResult result = Tool.Run("validate", "samples/chat.jsonl", "--format", format, "--evaluation");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"plumbline: --evaluation is not for {format}: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("PLB5024", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_context_is_refused_where_examples_have_no_context()
    {
        ToolResult result = Tool.Run("validate", "samples/text.jsonl", "--format", "vertex/text", "--default-context", "Be kind.");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("plumbline: --default-context is not for vertex/text: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_schema_is_reported_at_its_lines_and_columns()
    {
        ToolResult result = Tool.Run("validate", "samples/tickets.jsonl", "--schema", "samples/schemas/broken.schema.json");
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains("samples/schemas/broken.schema.json:5:43: error PLB1003 keyword-value: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("samples/schemas/broken.schema.json:6:23: error PLB1004 unresolved-reference: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("samples/schemas/broken.schema.json:7:33: warning PLB1002 unknown-keyword: ", result.Error, StringComparison.Ordinal);
    }
}
