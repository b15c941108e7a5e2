using System.Globalization;
using System.Text;
using System.Text.Json;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary><c>--tokenizer</c> and <c>--tokens</c>, end to end.</summary>
public class TokenTests
{
    private const string Note = "the bison models' own tokenizer is not public: the service's count may differ";

    [Theory]
    [InlineData("text")]
    [InlineData("concise")]
    public void A_summary_names_who_counted_and_says_that_the_models_tokenizer_is_not_public(string report)
    {
        string output = Tool.Run("validate", "samples/text.jsonl", "--format", "vertex/text", "--report", report, "--tokenizer", "cl100k_base").Output;
        Assert.Contains($"\n  tokens: counted by cl100k_base; {Note}\n", "\n" + output, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_and_stats_tell_a_distribution_by_the_same_members()
    {
        string[] judged = ["samples/text.jsonl", "--format", "vertex/text", "--tokenizer", "o200k_base", "--report", "json"];
        using JsonDocument validated = JsonDocument.Parse(Tool.Run(["validate", .. judged, "--tokens"]).Output);
        using JsonDocument measured = JsonDocument.Parse(Tool.Run(["stats", .. judged]).Output);
        JsonElement field = validated.RootElement.GetProperty("files")[0].GetProperty("tokens")[0];
        JsonElement tokens = measured.RootElement.GetProperty("datasets")[0].GetProperty("fields")[0].GetProperty("tokens");
        foreach (JsonProperty member in tokens.EnumerateObject())
        {
            Assert.True(JsonElement.DeepEquals(member.Value, field.GetProperty(member.Name)), member.Name);
        }

        Assert.Equal(["from", "to", "count"], tokens.GetProperty("histogram")[0].EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void A_json_report_has_the_tokenizer_and_the_note()
    {
        JsonReport report = Validate("samples/text.jsonl", "--format", "vertex/text", "--tokenizer", "o200k_base");
        Assert.Equal(("o200k_base", Note), (report.Root.GetProperty("tokenizer").GetString(), report.Root.GetProperty("tokenizerNote").GetString()));
    }

    [Fact]
    public void Nothing_is_noted_of_models_whose_tokenizer_is_public()
    {
        string output = Tool.Run("validate", "samples/llama-chat.jsonl", "--format", "vertex/llama-chat", "--tokenizer", "o200k_base").Output;
        Assert.Contains("  tokens: counted by o200k_base\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_fields_of_text_are_warnings_that_say_how_much_would_be_cut()
    {
        using var file = new TemporaryFile(Text(Words(8193), Words(1)) + Text(Words(8192), Words(1024)) + Text(Words(1), Words(3000)));
        JsonReport report = AssertBothEngines(file.Path, "vertex/text", "--tokenizer", "o200k_base");
        Assert.Equal(
            [
                (1L, "/input_text", "warning",
                    "tokens beyond the 8,192nd are cut off (expected at most 8192 tokens, found 8193 tokens: 1 token would be cut off)"),
                (3L, "/output_text", "warning",
                    "tokens beyond the 1,024th are cut off (expected at most 1024 tokens, found 3000 tokens: 1976 tokens would be cut off)"),
            ],
            TokenFindings(report).Select(finding => (finding.Line, finding.Pointer, finding.Severity, finding.Message)));
    }

    [Fact]
    public void A_model_without_limits_has_none_and_tokens_are_counted_all_the_same()
    {
        using var file = new TemporaryFile(Text(Words(9000), Words(2)));
        JsonReport report = AssertBothEngines(file.Path, "vertex/text", "--tokenizer", "o200k_base", "--model", "text-bison-32k@002");
        Assert.Empty(TokenFindings(report));
        Assert.Equal("text-bison-32k@002", report.Root.GetProperty("modelWithoutTokenLimits").GetString());
        Assert.Equal([("/input_text", 9000L), ("/output_text", 2L)], Fields(report)
            .Select(field => (field.GetProperty("path").GetString()!, field.GetProperty("total").GetInt64())));
        string text = Tool.Run("validate", file.Path, "--format", "vertex/text", "--tokenizer", "o200k_base", "--model", "text-bison-32k@002").Output;
        Assert.Contains("counted by o200k_base; no limit is known for text-bison-32k@002, so none was applied; the bison", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("x", 8193L)]
    [InlineData("x x x", 8195L)]
    public void The_default_context_joins_the_sum_of_an_example_without_a_context(string? context, long? found)
    {
        using var file = new TemporaryFile(
            Chat("", Words(8191), "x") + Chat("\"context\":\"\",", Words(8191), "x") + Chat("\"context\":\"x\",", Words(8191), "x"));
        string[] options = ["--tokenizer", "o200k_base", .. context is null ? [] : (string[])["--default-context", context]];
        JsonReport report = AssertBothEngines(file.Path, "vertex/chat", options);
        (long, string?)[] expected = [.. found is null ? [] : new[] { (1L, (string?)$"{found} tokens") }, (3L, "8193 tokens")];
        Assert.Equal(expected, TokenFindings(report).Where(finding => finding.Severity == "error").Select(finding => (finding.Line, finding.Found)));
    }

    [Theory]
    [MemberData(nameof(EngineTests.Samples), MemberType = typeof(EngineTests))]
    public void Both_engines_count_the_same_in_samples(string path, string format) => AssertBothEngines(path, format, "--tokenizer", "o200k_base", "--tokens");

    [Theory]
    [InlineData("code-alpaca.vertex-code.jsonl", "vertex/code", "cl100k_base")]
    [InlineData("alpaca-demo.vertex-text.jsonl", "vertex/text", "o200k_base")]
    [InlineData("dpo-demo.vertex-chat.jsonl", "vertex/chat", "o200k_base")]
    [InlineData("glaive-demo.llama-chat.jsonl", "vertex/llama-chat", "cl100k_base")]
    [InlineData("llamafactory-v1-sft-demo.jsonl", "vertex/llama-chat", "o200k_base")]
    public void Both_engines_count_the_same_in_real_datasets_whatever_the_threads(string name, string format, string tokenizer)
    {
        if (SharedData.PathOf("datasets", name) is { } path)
        {
            JsonReport one = AssertBothEngines(path, format, "--tokenizer", tokenizer, "--tokens", "--threads", "1");
            Assert.NotEmpty(Fields(one));
            foreach (string threads in (string[])["2", "7"])
            {
                JsonReport more = AssertBothEngines(path, format, "--tokenizer", tokenizer, "--tokens", "--threads", threads);
                Assert.Equal(Told(one), Told(more));
            }
        }
    }

    [Theory]
    [InlineData("o200k", "unknown tokenizer \"o200k\": did you mean \"o200k_base\"?; there are o200k_base, cl100k_base, and no file has that name")]
    [InlineData("cl10k_base", "unknown tokenizer \"cl10k_base\": did you mean \"cl100k_base\"?; there are o200k_base, cl100k_base, and no file has that name")]
    [InlineData("absent.model", "unknown tokenizer \"absent.model\"; there are o200k_base, cl100k_base, and no file has that name")]
    [InlineData("samples", "cannot read the tokenizer samples: it is a folder")]
    [InlineData("schemas/vertex/text.schema.json", "cannot use the tokenizer schemas/vertex/text.schema.json: /model: ")]
    public void A_tokenizer_that_cannot_be_had_gives_2_and_the_reason(string tokenizer, string reason)
    {
        ToolResult result = Tool.Run("validate", "samples/text.jsonl", "--format", "vertex/text", "--tokenizer", tokenizer);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"plumbline: {reason}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_without_a_tokenizer_are_refused_with_the_option_that_is_missing()
    {
        ToolResult result = Tool.Run("validate", "samples/text.jsonl", "--format", "vertex/text", "--tokens");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("plumbline: --tokens needs --tokenizer NAME|FILE", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tokenizer_may_be_a_file()
    {
        // Every byte is a token, and "ab" is one.
        string ranks = string.Concat(
            Enumerable.Range(0, 256).Select(b => string.Create(CultureInfo.InvariantCulture, $"{Convert.ToBase64String([(byte)b])} {b}\n")));
        using var tokenizer = new TemporaryFile(ranks + $"{Convert.ToBase64String("ab"u8)} 256\n");
        using var file = new TemporaryFile(Text("abab", "\\u0061bc"));
        JsonReport report = AssertBothEngines(file.Path, "vertex/text", "--tokenizer", tokenizer.Path, "--tokens");
        Assert.Equal(tokenizer.Path, report.Root.GetProperty("tokenizer").GetString());
        Assert.Equal([2L, 2L], Fields(report).Select(field => field.GetProperty("total").GetInt64()));
    }

    // " x" is a token, and so is "x".
    private static string Words(int tokens) => string.Join(' ', Enumerable.Repeat("x", tokens));

    private static string Text(string input, string output) => $"{{\"input_text\":\"{input}\",\"output_text\":\"{output}\"}}\n";

    private static string Chat(string context, string user, string assistant) =>
        $"{{{context}\"messages\":[{{\"author\":\"user\",\"content\":\"{user}\"}},{{\"author\":\"assistant\",\"content\":\"{assistant}\"}}]}}\n";

    private static JsonReport AssertBothEngines(string path, string format, params string[] options)
    {
        JsonReport generated = Validate(path, ["--format", format, .. options]);
        JsonReport interpreted = Validate(path, ["--schema", $"schemas/{format}.schema.json", .. options]);
        Assert.Equal(Told(generated), Told(interpreted));
        return generated;
    }

    private static JsonReport Validate(string path, params string[] options) => JsonReport.Of(Tool.Run(["validate", path, .. options, "--report", "json"]));

    // All that is said, save what was asked for and how long it took.
    private static string Told(JsonReport report)
    {
        var text = new StringBuilder();
        text.AppendJoin('\n', report.Findings.Select(finding => finding.Json));
        text.AppendJoin('\n', Assert.Single(report.Files).EnumerateObject().Where(member => member.Name is not ("format" or "seconds"))
            .Select(member => $"{member.Name}: {member.Value.GetRawText()}"));
        text.AppendJoin('\n', ((string[])["tokenizer", "tokenizerNote", "modelWithoutTokenLimits"]).Select(name => report.Root.GetProperty(name).GetRawText()));
        return text.ToString();
    }

    private static IEnumerable<JsonFinding> TokenFindings(JsonReport report) => report.Findings.Where(finding => finding.Rule == "PLB4035");

    private static JsonElement[] Fields(JsonReport report) => [.. Assert.Single(report.Files).GetProperty("tokens").EnumerateArray()];
}
