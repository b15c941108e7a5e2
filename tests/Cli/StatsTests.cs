using System.Text;
using System.Text.Json;
using Plumbline.Cli.Statistics;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary><c>plumbline stats</c>, as a process and in parts.</summary>
public class StatsTests
{
    [Fact]
    public void Lengths_are_told_by_field_in_tokens_code_points_and_bytes()
    {
        using var file = new TemporaryFile("""
            {"input_text":"aé","output_text":"x"}
            {"input_text":"😀","more":["", "漢字 \u00e9\n"]}

            """);
        JsonElement root = Json(Stats(file.Path, "--format", "vertex/text", "--tokenizer", "o200k_base"));
        JsonElement dataset = Assert.Single(root.GetProperty("datasets").EnumerateArray().ToArray());
        Assert.Equal(
            [
                "/input_text 2 examples 2 texts, code points 3 1 2, bytes 7 3 4",
                "/output_text 1 examples 1 texts, code points 1 1 1, bytes 1 1 1",
                "/more/* 1 examples 2 texts, code points 5 0 5, bytes 10 0 10",
            ],
            dataset.GetProperty("fields").EnumerateArray().Select(field =>
                $"{field.GetProperty("path").GetString()} {field.GetProperty("examples")} examples {field.GetProperty("texts")} texts, " +
                $"code points {Sums(field, "codePoints")}, bytes {Sums(field, "bytes")}"));
        Assert.All(dataset.GetProperty("fields").EnumerateArray(), field => Assert.True(field.GetProperty("tokens").GetProperty("total").GetInt64() > 0));
        Assert.Equal(
            ["Latin 4 of 3", "Han 2 of 1"],
            dataset.GetProperty("scripts").EnumerateArray()
                .Select(share => $"{share.GetProperty("script").GetString()} {share.GetProperty("characters")} of {share.GetProperty("texts")}"));
        Assert.Equal("o200k_base", root.GetProperty("tokenizer").GetString());

        static string Sums(JsonElement field, string unit) =>
            $"{field.GetProperty(unit).GetProperty("total")} {field.GetProperty(unit).GetProperty("min")} {field.GetProperty(unit).GetProperty("max")}";
    }

    [Fact]
    public void Examples_are_the_same_whatever_their_spelling_and_prompts_where_the_schema_says_they_stand()
    {
        using var file = new TemporaryFile("""
            {"input_text":"a","output_text":"b"}
            {"output_text":"c","input_text":"a"}
            { "output_text" : "\u0062", "input_text" : "a" }
            {"input_text":"b","output_text":"a"}
            {"input_text":"a","output_text":"b"}
            """);
        ToolResult result = Stats(file.Path, "--format", "vertex/text");
        JsonElement root = Json(result);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["PLB5040: 2 in 1: 1 3 5", "PLB5041: 1 in 1: 1 2"], Told(root));
        Assert.Equal((2, 1), (root.GetProperty("warnings").GetInt64(), root.GetProperty("notes").GetInt64()));
        Assert.Equal(1, Stats(file.Path, "--format", "vertex/text", "--strict").ExitCode);
        Assert.Equal(["PLB5040: 2 in 1: 1 3 5"], Told(Json(Stats(file.Path))));
    }

    [Fact]
    public void The_prompt_of_a_conversation_is_all_but_its_last_message()
    {
        using var file = new TemporaryFile("""
            {"messages":[{"author":"user","content":"q"},{"author":"assistant","content":"1"}]}
            {"messages":[{"author":"user","content":"q"},{"author":"assistant","content":"2"}]}
            {"context":"c","messages":[{"author":"user","content":"q"},{"author":"assistant","content":"1"}]}
            {"messages":[{"author":"user","content":"q"},{"author":"assistant","content":"1"},{"author":"user","content":"r"},{"author":"assistant","content":"1"}]}
            {"messages":[{"author":"user","content":"alone"}]}
            {"messages":[]}
            """);
        JsonElement root = Json(Stats(file.Path, "--format", "vertex/chat"));
        Assert.Equal(["PLB5041: 1 in 1: 1 2"], Told(root));
        Assert.Equal((6, 4), (root.GetProperty("examplesCompared").GetInt64(), root.GetProperty("promptsCompared").GetInt64()));
        JsonElement turns = root.GetProperty("datasets")[0].GetProperty("turns");
        Assert.Equal([11L, 0L, 2L, 4L], ((string[])["total", "min", "p50", "max"]).Select(figure => turns.GetProperty(figure).GetInt64()));
    }

    [Fact]
    public void What_is_a_prompt_a_schema_of_ones_own_says()
    {
        using var schema = new TemporaryFile("""{ "x-dataset": { "prompt": ["/q", { "allButLast": "/said", "unless": "/chosen" }], "turns": "/said/*" } }""");
        using var file = new TemporaryFile("""
            {"q":1,"said":["a","b"],"id":1}
            {"q":1.0,"said":["a","c"],"id":2}
            {"q":1,"said":["a"],"chosen":"b","id":3}
            {"q":1,"said":["a","b"],"chosen":"c","id":4}
            {"id":5}
            """);
        Assert.Equal(["PLB5041: 2 in 1: 1 2 3"], Told(Json(Stats(file.Path, "--schema", schema.Path))));
    }

    [Fact]
    public void Leakage_is_told_with_the_lines_of_both_and_fails_the_run()
    {
        using var first = new TemporaryFile("""
            {"input_text":"a","output_text":"b"}
            {"input_text":"c","output_text":"d"}
            """);
        using var second = new TemporaryFile("""
            {"input_text":"e","output_text":"f"}
            {"input_text":"c","output_text":"d"}
            """);
        using var evaluation = new TemporaryFile("""
            {"input_text":"new","output_text":"d"}
            {"input_text":"c","output_text":"d"}
            {"input_text":"e","output_text":"other"}
            """);
        string[] arguments = [first.Path, second.Path, "--evaluation", evaluation.Path, "--format", "vertex/text"];
        ToolResult result = Stats(arguments);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            [
                $"PLB5042: 1 in 1: {evaluation.Path}:2 | {first.Path}:2 {second.Path}:2",
                $"PLB5043: 1 in 1: {evaluation.Path}:3 | {second.Path}:1",
                $"PLB5040: 1 in 1: {first.Path}:2 {second.Path}:2",
            ],
            Told(Json(result), withPaths: true));
        string text = Tool.Run(["stats", .. arguments]).Output;
        Assert.Contains(
            "error PLB5042 leaked-example: An evaluation example is among the training examples (1 in 1 group)\n" +
            $"  {evaluation.Path}:2, in training {first.Path}:2, {second.Path}:2\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n1 error, 2 warnings\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_does_not_depend_on_the_threads()
    {
        var lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++)
        {
            lines.Append(
                i % 997 == 5 ? "{\n" : $"{{\"input_text\":\"{new string('x', i % 300)} ж{i % 9000}\",\"output_text\":\"{i % 7}\",\"f{i % 50}\":\"{i}\"}}\n");
        }

        using var file = new TemporaryFile(lines.ToString());
        string[] arguments = [file.Path, "--format", "vertex/text", "--top", "50"];
        ToolResult one = Stats([.. arguments, "--threads", "1"]);
        Assert.Equal(1, one.ExitCode);
        Assert.NotEmpty(Told(Json(one)));
        Assert.Equal(one, Stats([.. arguments, "--threads", "2"]));
        Assert.Equal(one, Stats([.. arguments, "--threads", "5"]));
    }

    [Fact]
    public void Lines_that_are_not_JSON_are_findings_and_no_examples()
    {
        using var file = new TemporaryFile("{\"a\":\"x\"}\n{\"a\":\n\n\"y\"\n");
        ToolResult result = Tool.Run("stats", file.Path);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("2 examples in 4 lines", result.Output, StringComparison.Ordinal);
        Assert.Contains($"{file.Path}:2:6: error PLB5001", result.Output, StringComparison.Ordinal);
        Assert.Contains($"{file.Path}:3:1: error PLB5007", result.Output, StringComparison.Ordinal);
        Assert.Contains("(the example)", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n2 errors\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "cannot read absent.jsonl: there is no such file", "absent.jsonl")]
    [InlineData(2, "unknown format \"vertex/txt\": did you mean \"vertex/text\"?", "samples/text.jsonl", "--format", "vertex/txt")]
    [InlineData(2, "--report html", "samples/text.jsonl", "--report", "html")]
    [InlineData(2, "--top must be at least 0", "samples/text.jsonl", "--top", "-1")]
    [InlineData(2, "standard input (-) can be read only once", "-", "--evaluation", "-")]
    [InlineData(2, "one of the files to read", "samples/text.jsonl", "--report", "json=samples/text.jsonl")]
    [InlineData(2, "by one of them", "samples/text.jsonl", "--format", "vertex/text", "--schema", "samples/schemas/ticket.schema.json")]
    public void What_cannot_be_done_is_told_on_standard_error(int exitCode, string words, params string[] arguments)
    {
        ToolResult result = Tool.Run(["stats", .. arguments]);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_files_cannot_move_the_cursor()
    {
        using var file = new TemporaryFile("{\"\\u001b[2J\\u202e\":\"x\"}\n");
        string output = Tool.Run("stats", file.Path).Output;
        Assert.DoesNotContain('\u001b', output);
        Assert.Contains("\\u001B[2J\\u202E", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_goes_to_a_file()
    {
        using var file = new TemporaryFile("");
        ToolResult result = Tool.Run("stats", "samples/text.jsonl", "--format", "vertex/text", "--report", $"json={file.Path}", "--quiet");
        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal("vertex/text", JsonDocument.Parse(File.ReadAllText(file.Path)).RootElement.GetProperty("formats")[0].GetString());
    }

    [Fact]
    public void Distributions_are_those_of_the_sorted_values()
    {
        var random = new Random(7);
        for (int count = 1; count < 200; count += 13)
        {
            long[] values = [.. Enumerable.Range(0, count).Select(_ => (long)random.Next(1 << random.Next(12)))];
            var whole = new Distribution();
            var halves = (First: new Distribution(), Second: new Distribution());
            for (int i = 0; i < count; i++)
            {
                whole.Add(values[i]);
                (i % 2 == 0 ? halves.First : halves.Second).Add(values[i]);
            }

            halves.First.Absorb(halves.Second);
            long[] sorted = [.. values.Order()];
            int[] percents = [0, 1, 50, 90, 99, 100];
            long[] expected = [.. percents.Select(p => sorted[Math.Max(0, (int)Math.Ceiling(count * p / 100m) - 1)])];
            Assert.Equal(expected, whole.Percentiles(percents));
            Assert.Equal(expected, halves.First.Percentiles(percents));
            Assert.Equal((count, sorted.Sum(), sorted[0], sorted[^1]), (whole.Count, whole.Total, whole.Min, whole.Max));
            Assert.All(whole.Histogram, bucket => Assert.Equal(bucket.Count, sorted.Count(value => value >= bucket.From && value <= bucket.To)));
            Assert.Equal(count, whole.Histogram.Sum(bucket => bucket.Count));
        }
    }

    [Fact]
    public void Too_many_fields_are_told_as_one()
    {
        var statistics = new DatasetStatistics();
        for (int i = 0; i < 1500; i++)
        {
            var field = new FieldStatistics($"/{i}") { Examples = 1 };
            field.Bytes.Add(i);
            statistics.Absorb(field);
        }

        FieldStatistics all = Assert.Single(statistics.Fields);
        Assert.Equal((DatasetStatistics.AllFields, 1500, 1500), (all.Path, all.Examples, all.Bytes.Count));
    }

    private static ToolResult Stats(params string[] arguments) => Tool.Run(["stats", .. arguments, "--report", "json"]);

    private static JsonElement Json(ToolResult result)
    {
        JsonElement root = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(result.ExitCode, root.GetProperty("exitCode").GetInt32());
        return root;
    }

    // "RULE: findings in groups: lines | training lines" of each rule that has any; of the largest group.
    private static string[] Told(JsonElement root, bool withPaths = false) =>
    [
        .. root.GetProperty("duplicates").EnumerateArray().Where(rule => rule.GetProperty("groups").GetInt64() > 0).Select(rule =>
        {
            JsonElement group = rule.GetProperty("largest")[0];
            string training = group.TryGetProperty("training", out JsonElement places) ? $" | {Places(places)}" : "";
            string found = $"{rule.GetProperty("rule").GetString()}: {rule.GetProperty("findings")} in {rule.GetProperty("groups")}";
            return $"{found}: {Places(group.GetProperty("lines"))}{training}";

            string Places(JsonElement list) => string.Join(
                ' ', list.EnumerateArray()
                    .Select(place => withPaths ? $"{place.GetProperty("path").GetString()}:{place.GetProperty("line")}" : $"{place.GetProperty("line")}"));
        }),
    ];
}
