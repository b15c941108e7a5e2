using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>What services refuse after an upload, in their words, and what is said here before it: the rule, the place, and what to do.</summary>
public class ServiceMistakesTests
{
    [Theory]
    [InlineData("Expected file to have JSONL format, where every line is a JSON dictionary. Line 1 is not a dictionary", "openai/chat",
        "\"text\"", "1:1: error PLB4001 type: expected an object, found the string \"text\"")]
    [InlineData("Please use a valid role: user, model.", "gemini/sft",
        """{"contents": [{"role": "user", "parts": [{"text": "a"}]}, {"role": "assistant", "parts": [{"text": "b"}]}]}""",
        "1:68: error PLB4002 enum: a role is \"user\" or \"model\": Gemini calls the assistant the model")]
    [InlineData("Input data at X must follow '{\"prompt\": \"<input text>\", \"completion\": \"<output text>\"}' format", "bedrock/prompt",
        """{"input": "a", "output": "b"}""",
        "1:1: error PLB4010 required: a line follows {\"prompt\": \"<input text>\", \"completion\": \"<output text>\"}")]
    [InlineData("Invalid messages, last turn should have assistant role", "bedrock/nova",
        """{"messages": [{"role": "user", "content": [{"text": "a"}]}, {"role": "assistant", "content": [{"text": "b"}]}, {"role": "user", "content": [{"text": "c"}]}]}""",
        "1:121: error PLB4027 alternates: user and assistant take turns, and the last turn is the assistant's")]
    [InlineData("Found extra column \"id\" in the line 1.", "together/chat",
        """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}], "id": 1}""",
        "1:89: error PLB4011 unknown-member: a line has messages and tools and nothing else (unknown member \"id\")")]
    [InlineData("Weight must be either 0 or 1 on line 1.", "together/chat",
        """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b", "weight": 0.5}]}""",
        "1:97: error PLB4002 enum: Weight must be either 0 or 1 (expected 0 or 1, found the number 0.5)")]
    [InlineData("Expected last role Assistant for finetuning but got user", "mistral/instruct",
        """{"messages": [{"role": "user", "content": "a"}]}""",
        "1:24: error PLB4027 alternates: the last message is the assistant's (expected \"assistant\", found \"user\")")]
    [InlineData("Assistant message must have either content or tool_calls, but not both.", "mistral/instruct",
        """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b", "tool_calls": [{"id": "abcdefgh1", "function": {"name": "f", "arguments": "{}"}}]}]}""",
        "1:49: error PLB4052 one-of-many: a message of the assistant has either content or tool_calls, not both")]
    [InlineData("extra speaker in example: Bot (line : 1)", "cohere/chat",
        """{"messages": [{"role": "User", "content": "a"}, {"role": "Bot", "content": "b"}]}""",
        "1:58: error PLB4002 enum: extra speaker in example: a role is System, User or Chatbot, with a capital")]
    [InlineData("missing Chatbot in example", "cohere/chat",
        """{"messages": [{"role": "User", "content": "a"}]}""",
        "1:14: error PLB4023 contains: missing Chatbot in example")]
    [InlineData("(a page that says that 0 is preferred)", "gemini/preference",
        """{"contents": [{"role": "user", "parts": [{"text": "a"}]}], "completions": [{"score": 1, "completion": {"role": "model", "parts": [{"text": "b"}]}}, {"score": 1, "completion": {"role": "model", "parts": [{"text": "c"}]}}]}""",
        "1:75: error PLB4024 max-contains: one completion has the score 1, the other 0")]
    public void What_a_service_refuses_is_told_before_the_upload(string service, string format, string line, string finding)
    {
        using var file = new TemporaryFile(line + "\n");
        ToolResult result = Tool.Run("validate", file.Path, "--format", format, "--report", "concise");
        Assert.True(result.ExitCode == 1, $"the service says: {service}");
        Assert.Contains($"{file.Path}:{finding}", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_json_array_which_openai_refuses_as_no_dictionary_is_said_to_be_one()
    {
        using var file = new TemporaryFile("[{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}, {\"role\": \"assistant\", \"content\": \"b\"}]}]");
        Assert.Contains(
            $"{file.Path} is one JSON array and not JSON Lines: its items are read as lines; services want a line each",
            Tool.Run("validate", file.Path, "--format", "openai/chat").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_dataset_of_no_known_format_is_claimed_by_none()
    {
        if (SharedData.PathOf("datasets", "llamafactory-v1-sft-demo.jsonl") is not { } path)
        {
            return;
        }

        ToolResult result = Tool.Run("validate", path, "--format", "auto");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            "fit no format: the nearest is openai/chat (example 1, /messages/0/content/0: missing member \"text\")", result.Error, StringComparison.Ordinal);
        string output = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Equal(2, Tool.Run("convert", path, "--from", "auto", "--to", "gemini/sft", "--output", output).ExitCode);
        Assert.False(File.Exists(output));
    }

    [Fact]
    public void The_runner_up_is_named_where_some_examples_fit_it()
    {
        string[] sharegpt = File.ReadAllLines(Repository.PathOf("samples", "open", "sharegpt.jsonl"));
        string[] alpaca = File.ReadAllLines(Repository.PathOf("samples", "open", "alpaca.jsonl"));
        using var file = new TemporaryFile(string.Join('\n', sharegpt[0], sharegpt[1], alpaca[1]));
        Assert.Contains(
            "is read as sharegpt: 2 of its first 3 examples fit it, with the members conversations; next is alpaca with 1",
            Tool.Run("validate", file.Path, "--format", "auto").Error,
            StringComparison.Ordinal);
    }
}
