using System.Text;
using Plumbline.Cli.Conversion;
using Plumbline.Schema.Json;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests.Conversion;

/// <summary>Conversions in this process, line by line.</summary>
internal static class ConversionBench
{
    // What the samples of a format do not show.
    private static readonly Dictionary<string, string[]> Further = new(StringComparer.Ordinal)
    {
        ["fireworks/chat"] =
        [
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": [{"type": "text", "text": "b\u00e9"}, {"type": "text", "text": "c"}]}]}""",
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b", "reasoning_content": "c"}]}""",
        ],
        ["openai/chat"] =
        [
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "", "tool_calls": [{"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}, {"id": "2", "type": "function", "function": {"name": "f", "arguments": "{\"n\": 10000000000000000000000.50}"}}]}, {"role": "tool", "tool_call_id": "2", "content": "two"}, {"role": "tool", "tool_call_id": "1", "content": "one"}, {"role": "assistant", "content": "b"}]}""",
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "function_call": {"name": "f", "arguments": "{}"}}, {"role": "function", "name": "f", "content": "1"}, {"role": "assistant", "content": "b"}], "functions": [{"name": "f"}]}""",
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": null, "refusal": "no"}]}""",
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": [{"type": "refusal", "refusal": "no"}]}]}""",
        ],
        ["gemini/sft"] =
        [
            """{"contents": [{"role": "user", "parts": [{"text": "a"}]}, {"role": "model", "parts": [{"functionCall": {"name": "f", "args": {"n": 1}}}, {"functionCall": {"name": "f", "args": {"n": 2}}}]}, {"parts": [{"functionResponse": {"name": "f", "response": {"n": 1}}}, {"functionResponse": {"name": "f", "response": {"result": "2"}}}]}, {"role": "model", "parts": [{"text": "b"}]}]}""",
        ],
        ["trl/lm"] =
        [
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": {"n": 1}}}]}, {"role": "tool", "name": "f", "content": "1"}, {"role": "assistant", "content": "b"}], "tools": "[{\"name\": \"f\"}]"}""",
        ],
    };

    /// <summary>What became of a line.</summary>
    /// <param name="Lines">The lines written; empty where it was left out.</param>
    /// <param name="Faults">Why it was left out.</param>
    /// <param name="Lost">What was lost.</param>
    /// <param name="Changed">What was told otherwise.</param>
    public sealed record Result(string[] Lines, Finding[] Faults, string[] Lost, string[] Changed)
    {
        public string Line => Assert.Single(Lines);
    }

    public static Result Convert(string from, string to, string line)
    {
        var losses = new LossTally();
        var faults = new List<Finding>();
        var converter = new ExampleConverter(Find(from), Find(to), losses, isSpaced: false);
        bool isConverted = converter.TryConvert(Encoding.UTF8.GetBytes(line), faults, out ReadOnlySpan<byte> written);
        losses.Settle("", 1);
        string[] lines = isConverted ? Encoding.UTF8.GetString(written).Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
        return new Result(
            lines,
            [.. faults],
            [.. losses.Entries.Where(entry => entry.IsLoss).Select(entry => $"{entry.Count} {entry.Words}")],
            [.. losses.Entries.Where(entry => !entry.IsLoss).Select(entry => $"{entry.Count} {entry.Words}")]);
    }

    public static ConversationFormat Find(string name) => ConversationFormats.Find(name) ?? throw new ArgumentException(name);

    /// <summary>The sample lines of a format, and what they do not show.</summary>
    public static string[] Samples(string name) => [.. File.ReadAllLines(DatasetSample.PathOf(name)), .. Further.GetValueOrDefault(name, [])];

    /// <summary>What an example says, in whatever format: two examples that say the same give the same text. Ids count by what they tie together.</summary>
    public static string Meaning(string format, string line)
    {
        var losses = new LossTally();
        Conversation conversation;
        using (var members = new SourceMembers(PositionedText.Parse(Encoding.UTF8.GetBytes(line)).Root, "", losses))
        {
            conversation = Find(format).Read(members, losses);
        }

        CallLinks.Tie(conversation);
        Call[] calls = [.. conversation.AllTurns.SelectMany(turn => turn.Calls)];
        var meaning = new StringBuilder();
        Tell(meaning, "", conversation.Turns, calls);
        Tell(meaning, "preferred ", conversation.Preferred ?? [], calls);
        Tell(meaning, "rejected ", conversation.Rejected ?? [], calls);
        foreach (Function function in conversation.Functions ?? [])
        {
            meaning.AppendLine(
                $"function {Text(function.Name)} {Text(function.Description)} {Text(function.Parameters)} {Text(function.Strict)} {Text(function.Response)}");
        }

        meaning.AppendLine($"{conversation.Label} {Text(conversation.ParallelCalls)} {Text(conversation.Weight)} {Text(conversation.GenerationConfig)}");
        return meaning.ToString();
    }

    private static void Tell(StringBuilder meaning, string kind, List<Turn> turns, Call[] calls)
    {
        foreach (Turn turn in turns)
        {
            meaning.AppendLine($"{kind}{turn.Speaker} {Text(turn.Name)} {Text(turn.Weight)} {Text(turn.Refusal)} {Text(turn.Reasoning)}");
            foreach (Part part in turn.Parts)
            {
                meaning.AppendLine(part switch
                {
                    TextPart text => $"  text {text.Text.Text}",
                    RefusalPart refusal => $"  refusal {refusal.Text.Text}",
                    ImagePart image => $"  image {image.Url.Text} {Text(image.Detail)}",
                    MediumPart medium => $"  medium {Text(medium.Source)}",
                    _ => throw new InvalidOperationException(),
                });
            }

            foreach (Call call in turn.Calls)
            {
                string arguments = call.Arguments is { IsString: true } text ? text.Text : Encoding.UTF8.GetString(call.Arguments!.Utf8);
                meaning.AppendLine($"  calls {Text(call.Name)} {PositionedText.Parse(arguments).Root.ToCompactJson()}");
            }

            if (turn.Answers is { } answered)
            {
                meaning.AppendLine($"  answers {Array.IndexOf(calls, answered)}");
            }
        }
    }

    private static string Text(RawJson? value) => value is null ? "-" : value.IsString ? value.Text : value.Read().ToCompactJson();
}
