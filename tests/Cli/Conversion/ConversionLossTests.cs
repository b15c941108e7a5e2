namespace Plumbline.Cli.Tests.Conversion;

/// <summary>The correspondences between formats, one by one: what is written, and exactly what is said to be lost.</summary>
public class ConversionLossTests
{
    private const string Call = """{"id": "a", "type": "function", "function": {"name": "stock", "arguments": "{\"plant\": \"yew\", \"n\": 1.0e2}"}}""";

    [Theory]
    [InlineData("vertex/text", "vertex/chat", """{"input_text": "2 + 2?", "output_text": "\u0034 \\ \"é\""}""",
        """{"messages":[{"author":"user","content":"2 + 2?"},{"author":"assistant","content":"\u0034 \\ \"é\""}]}""")]
    [InlineData("vertex/chat", "vertex/text", """{"messages": [{"author": "user", "content": "a"}, {"author": "assistant", "content": "b"}]}""",
        """{"input_text":"a","output_text":"b"}""")]
    [InlineData(
        "vertex/chat", "vertex/llama-chat", """{"messages": [{"author": "user", "content": "a"}, {"author": "assistant", "content": "b"}], "context": "c"}""",
        """{"messages":[{"role":"system","content":"c"},{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}""")]
    [InlineData("vertex/chat", "gemini/sft", """{"context": "c", "messages": [{"author": "user", "content": "a"}, {"author": "assistant", "content": "b"}]}""",
        """{"systemInstruction":{"parts":[{"text":"c"}]},"contents":[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"text":"b"}]}]}""")]
    [InlineData("openai/chat", "trl/lm", $$"""{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "tool_calls": [{{Call}}]}]}""",
        """{"messages":[{"role":"user","content":"a"},{"role":"assistant","tool_calls":[{"id":"a","type":"function","function":{"name":"stock","arguments":{"plant": "yew", "n": 1.0e2}}}]}]}""")]
    [InlineData("openai/preference", "gemini/preference",
        """{"input": {"messages": [{"role": "user", "content": "a"}]}, "preferred_output": [{"role": "assistant", "content": "b"}], "non_preferred_output": [{"role": "assistant", "content": "c"}]}""",
        """{"contents":[{"role":"user","parts":[{"text":"a"}]}],"completions":[{"score":1,"completion":{"role":"model","parts":[{"text":"b"}]}},{"score":0,"completion":{"role":"model","parts":[{"text":"c"}]}}]}""")]
    [InlineData("trl/preference", "openai/preference",
        """{"chosen": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}], "rejected": [{"role": "user", "content": "\u0061"}, {"role": "assistant", "content": "c"}]}""",
        """{"input":{"messages":[{"role":"user","content":"a"}]},"preferred_output":[{"role":"assistant","content":"b"}],"non_preferred_output":[{"role":"assistant","content":"c"}]}""")]
    [InlineData("alpaca", "openai/chat", """{"instruction": "a", "input": "", "output": "b", "system": "c", "history": [["d", "e"]]}""",
        """{"messages":[{"role":"system","content":"c"},{"role":"user","content":"d"},{"role":"assistant","content":"e"},{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}""")]
    public void Nothing_is_lost(string from, string to, string line, string expected)
    {
        ConversionBench.Result result = ConversionBench.Convert(from, to, line);
        Assert.Equal(expected, result.Line);
        Assert.Empty(result.Lost);
        Assert.Empty(result.Changed);
    }

    [Theory]
    [InlineData("alpaca", "openai/chat", """{"instruction": "a", "input": "i", "output": "b"}""",
        """{"messages":[{"role":"user","content":"a\ni"},{"role":"assistant","content":"b"}]}""",
        "1 the boundary between instruction and input: they are joined by a line feed")]
    [InlineData("openai/chat", "gemini/sft",
        """{"messages": [{"role": "user", "name": "Ann", "content": "a"}, {"role": "assistant", "content": "b", "weight": 0, "refusal": null}], "parallel_tool_calls": true}""",
        """{"contents":[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"text":"b"}]}]}""",
        "1 whether calls may be parallel|1 the weight of a message|1 the name of a participant")]
    [InlineData("openai/chat", "bedrock/claude3",
        $$"""{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "tool_calls": [{{Call}}]}, {"role": "tool", "tool_call_id": "a", "content": "1"}, {"role": "assistant", "content": "b"}, {"role": "user", "content": "c"}, {"role": "user", "content": "d"}, {"role": "assistant", "content": "e"}]}""",
        """{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c\nd"},{"role":"assistant","content":"e"}]}""",
        "2 a call of a tool or its answer|1 the boundary between messages of one side: they are merged|1 the boundary between texts of a message: they are joined by a line feed")]
    [InlineData("openai/chat", "mistral/instruct",
        $$"""{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "let me see", "tool_calls": [{{Call}}]}, {"role": "tool", "tool_call_id": "a", "content": "1"}, {"role": "assistant", "content": "b"}]}""",
        """{"messages":[{"role":"user","content":"a"},{"role":"assistant","tool_calls":[{"id":"call00001","type":"function","function":{"name":"stock","arguments":"{\"plant\": \"yew\", \"n\": 1.0e2}"}}]},{"role":"tool","tool_call_id":"call00001","name":"stock","content":"1"},{"role":"assistant","content":"b"}]}""",
        "1 a text beside calls of tools|1 the id of a call: it was rewritten")]
    [InlineData("gemini/sft", "openai/chat",
        """{"contents": [{"role": "user", "parts": [{"text": "a"}, {"fileData": {"mimeType": "audio/mpeg", "fileUri": "gs://b/c.mp3"}, "videoMetadata": {"startOffset": "1s"}}]}, {"role": "model", "parts": [{"text": "b"}]}], "generationConfig": {"mediaResolution": "MEDIA_RESOLUTION_LOW"}}""",
        """{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}""",
        "1 generationConfig|1 a file of Gemini's (audio, video, PDF, Cloud Storage)")]
    [InlineData("sharegpt", "openai/chat",
        """{"conversations": [{"from": "human", "value": "a"}], "chosen": {"from": "gpt", "value": "b"}, "rejected": {"from": "gpt", "value": "c"}, "images": ["x.png"]}""",
        """{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}""",
        "1 /images|1 the answer that is not preferred")]
    [InlineData(
        "openai/chat", "azure/chat", """{"messages": [{"role": "user", "content": "a", "content": "b"}, {"role": "assistant", "content": "c", "mood": 1}]}""",
        """{"messages":[{"role":"user","content":"b"},{"role":"assistant","content":"c"}]}""",
        "1 /messages/*/content, which stands twice: the last counts|1 /messages/*/mood")]
    [InlineData("openai/chat", "gemini/sft", """{"messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "a"}, {"role": "system", "content": "t"}, {"role": "assistant", "content": "c"}]}""",
        """{"systemInstruction":{"parts":[{"text":"s"},{"text":"t"}]},"contents":[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"text":"c"}]}]}""",
        "1 the place of further instructions: they are joined to the first")]
    public void What_is_lost_is_told(string from, string to, string line, string expected, string lost)
    {
        ConversionBench.Result result = ConversionBench.Convert(from, to, line);
        Assert.Equal(expected, result.Line);
        Assert.Equal(lost.Split('|'), result.Lost);
    }

    [Theory]
    [InlineData("openai/chat", "openai/preference", """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}""",
        "cannot be told as openai/preference: it has one answer, and openai/preference wants two of which one is preferred")]
    [InlineData("vertex/chat", "vertex/text", """{"messages": [{"author": "user", "content": "a"}, {"author": "assistant", "content": "b"}, {"author": "user", "content": "a"}, {"author": "assistant", "content": "b"}]}""",
        "cannot be told as vertex/text: it has 4 messages, and vertex/text holds one question and one answer")]
    [InlineData("alpaca", "openai/chat", """{"instruction": "a", "output": "b", "kto_tag": false}""",
        "cannot be told as openai/chat: its answer is labelled as a bad one, which the other format would teach")]
    [InlineData("trl/lm", "openai/chat", """{"text": "a"}""", "cannot be told as openai/chat: it is no conversation: it has no messages")]
    [InlineData("openai/chat", "trl/lm",
        """{"messages": [{"role": "assistant", "tool_calls": [{"id": "a", "type": "function", "function": {"name": "stock", "arguments": "yew"}}]}]}""",
        "cannot be told as trl/lm: the arguments of a call of \"stock\" are no JSON object")]
    [InlineData("sharegpt", "openai/chat", """{"conversations": [{"from": "human", "value": "a"}, {"from": "function_call", "value": "stock(yew)"}]}""",
        "cannot be told as openai/chat: the value of a function_call is no JSON {\"name\": …, \"arguments\": {…}}")]
    [InlineData("openai/chat", "gemini/sft", """{"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgo="}}]}, {"role": "assistant", "content": "b"}]}""",
        "cannot be told as gemini/sft: a message holds nothing but what the other format cannot carry")]
    [InlineData("distillation", "vertex/text", """{"input_text": "a"}""", "cannot be told as vertex/text: it has no output_text to learn")]
    public void What_has_no_counterpart_is_refused_with_the_reason(string from, string to, string line, string message)
    {
        ConversionBench.Result result = ConversionBench.Convert(from == "distillation" ? "vertex/distillation" : from, to, line);
        Assert.Empty(result.Lines);
        Finding fault = Assert.Single(result.Faults);
        Assert.Equal(("PLB5050", message), (fault.Rule.Id, fault.Message));
    }

    [Fact]
    public void A_line_that_would_break_the_other_format_is_refused_with_its_rule()
    {
        ConversionBench.Result result = ConversionBench.Convert("vertex/text", "vertex/chat", """{"input_text": "a", "output_text": ""}""");
        Assert.Empty(result.Lines);
        Finding fault = Assert.Single(result.Faults);
        Assert.Equal(("PLB4030", "converted to vertex/chat, /messages/1/content: "),
            (fault.Rule.Id, fault.Message[..fault.Message.IndexOf("a message", StringComparison.Ordinal)]));
    }

    [Fact]
    public void A_pair_of_answers_makes_two_unpaired_examples()
    {
        ConversionBench.Result result = ConversionBench.Convert("trl/preference", "trl/unpaired", """{"prompt": "a", "chosen": "b", "rejected": "c"}""");
        Assert.Equal(["""{"prompt":"a","completion":"b","label":true}""", """{"prompt":"a","completion":"c","label":false}"""], result.Lines);
        Assert.Equal(["1 which answers make a pair: each is an example of its own"], result.Lost);
    }

    [Fact]
    public void Types_in_capitals_become_those_of_json_schema_and_a_parameter_of_that_name_stays()
    {
        ConversionBench.Result result = ConversionBench.Convert("gemini/sft", "openai/chat",
            """{"contents": [{"role": "user", "parts": [{"text": "a"}]}, {"role": "model", "parts": [{"text": "b"}]}], "tools": [{"functionDeclarations": [{"name": "f", "parameters": {"type": "OBJECT", "properties": {"type": {"type": "ARRAY", "items": {"type": "STRING", "maxLength": 1.0}}}}}]}]}""");
        Assert.Contains(
            """{"type":"object","properties":{"type":{"type":"array","items":{"type":"string","maxLength":1.0}}}}""", result.Line, StringComparison.Ordinal);
        Assert.Equal(["3 a type in the parameters of a function is written in small letters"], result.Changed);
    }

    [Theory]
    [InlineData("12", """{"result":"12"}""")]
    [InlineData("""{\"count\": 12}""", """{"count": 12}""")]
    [InlineData("""{\"result\": \"x\"}""", """{"result":"{\"result\": \"x\"}"}""")]
    public void The_answer_of_a_tool_comes_back_as_it_was(string answer, string response)
    {
        string line = $$"""{"messages":[{"role":"user","content":"a"},{"role":"assistant","tool_calls":[{{Call}}]},{"role":"tool","tool_call_id":"a","content":"{{answer}}"},{"role":"assistant","content":"b"}]}""";
        ConversionBench.Result there = ConversionBench.Convert("openai/chat", "gemini/sft", line);
        Assert.Contains($"\"name\":\"stock\",\"response\":{response}", there.Line, StringComparison.Ordinal);
        ConversionBench.Result back = ConversionBench.Convert("gemini/sft", "openai/chat", there.Line);
        Assert.Contains($"\"content\":\"{answer}\"", back.Line, StringComparison.Ordinal);
        Assert.Empty(there.Lost.Concat(there.Changed).Concat(back.Lost).Concat(back.Changed));
    }
}
