using System.Text;

namespace Plumbline.Runtime.Tests.Datasets;

/// <summary>PLB5020 to PLB5024: what holds for a dataset as a whole.</summary>
public sealed class DatasetRuleTests
{
    private static readonly DatasetRules Rules10 = new(
        "/x-dataset", minExamples: 3, maxExamples: 6, recommendedExamples: 5, hasEvaluation: true, minEvaluation: 1, maxEvaluation: 2);

    [Theory]
    [InlineData(0, DatasetRole.Training, "PLB5020: expected at least 3 examples, found 0 examples")]
    [InlineData(2, DatasetRole.Training, "PLB5020: expected at least 3 examples, found 2 examples")]
    [InlineData(3, DatasetRole.Training, "PLB5022: expected at least the recommended 5 examples, found 3 examples")]
    [InlineData(5, DatasetRole.Training, null)]
    [InlineData(6, DatasetRole.Training, null)]
    [InlineData(7, DatasetRole.Training, "PLB5021: expected at most 6 examples, found 7 examples")]
    [InlineData(0, DatasetRole.Evaluation, "PLB5020: expected in an evaluation file at least 1 example, found 0 examples")]
    [InlineData(2, DatasetRole.Evaluation, null)]
    [InlineData(3, DatasetRole.Evaluation, "PLB5021: expected in an evaluation file at most 2 examples, found 3 examples")]
    public void Bounds_on_the_number_of_examples_follow_the_role(int examples, DatasetRole role, string? expected)
    {
        (DatasetSummary summary, ListSink sink) = Run(string.Concat(Enumerable.Repeat("[]\n", examples)), Rules10, new DatasetOptions { Role = role });

        Assert.Equal(expected, sink.Findings.Count == 0 ? null : $"{Assert.Single(sink.Findings).Rule.Id}: {sink.Findings[0].Message}");
        Assert.Equal(examples, summary.Examples);
        Assert.All(sink.Findings, static finding => Assert.Equal((0L, 0), (finding.Line, finding.Column)));
        Assert.Equal(sink.Findings.Count, summary.Findings);
    }

    [Fact]
    public void Malformed_and_empty_lines_are_lines_and_no_examples_and_invalid_lines_are_both()
    {
        (DatasetSummary summary, _) = Run("[]\n[\n\n[\"bad\"]\n{\"n\":[1,2]\n{\"n\":[3]}\n", MarkingJudge.RulesWithTotal(100));

        Assert.Equal((6, 3, 4), (summary.Lines, summary.Examples, summary.FaultyLines));
        Assert.Equal([1L], summary.Counters);
    }

    [Fact]
    public void A_total_is_reported_once_at_the_value_that_first_exceeds_it()
    {
        (DatasetSummary summary, ListSink sink) = Run(
            "{\"n\":[1,2]}\n{\"n\":[3, 4]\n{\"n\":[30, \"\u00e9\", 5,6]}\n{\"n\":[7]}\n", MarkingJudge.RulesWithTotal(4));

        Finding total = Assert.Single(sink.Findings, static finding => finding.Rule == Rules.TotalExceeded);
        Assert.Equal((3, 16, "/n/2"), (total.Line, total.Column, total.Pointer));
        Assert.Equal(40, total.ByteOffset);
        Assert.Equal("expected at most 4 \"*\" fields in the whole dataset, found 7 \"*\" fields; here it first exceeds the limit", total.Message);
        Assert.Same(total, sink.Findings[^1]);
        Assert.Equal(1, summary.CountOf(Rules.TotalExceeded));
        Assert.Equal([7L], summary.Counters);
    }

    [Fact]
    public void A_total_that_just_reaches_its_limit_is_not_reported()
    {
        (_, ListSink sink) = Run("{\"n\":[1,2]}\n{\"n\":[3,4]}\n", MarkingJudge.RulesWithTotal(4));

        Assert.Empty(sink.Findings);
    }

    [Fact]
    public void Findings_about_the_dataset_are_delivered_beyond_the_limit_on_findings()
    {
        (DatasetSummary summary, ListSink sink) = Run("[\"bad\"]\n[\"bad\"]\n", Rules10, new DatasetOptions { MaxFindings = 1 });

        Assert.Equal(["PLB4002", "PLB5020"], sink.Findings.Select(static finding => finding.Rule.Id));
        Assert.Equal(3, summary.Errors);
    }

    [Fact]
    public void An_evaluation_file_is_refused_with_the_reason_where_the_format_has_none()
    {
        var run = new DatasetRun(() => new MarkingJudge(), new DatasetRules("/x-dataset"), new DatasetOptions { Role = DatasetRole.Evaluation });

        Assert.Same(Rules.EvaluationUnsupported, run.Refusal?.Rule);
        Assert.Equal("expected a training file: this format has no evaluation files", run.Refusal?.Message);
        var refused = Assert.Throws<InvalidOperationException>(() => run.Read(new MemoryStream(), new ListSink()));
        Assert.Equal(run.Refusal?.Message, refused.Message);
    }

    [Fact]
    public void Options_without_parameters_are_equal_however_that_is_said()
    {
        Assert.Equal(DatasetOptions.Default, new DatasetOptions { Parameters = new Dictionary<string, string>() });
        Assert.Equal(DatasetOptions.Default, DatasetOptions.Default with { Parameters = DatasetOptions.Default.Parameters });
        Assert.Empty(DatasetOptions.Default.Parameters);
    }

    [Fact]
    public void A_model_decides_whether_token_limits_apply_and_a_parameter_stands_in_for_a_value()
    {
        var counter = new WordCounter();
        var rules = new DatasetRules(
            "/x-dataset",
            models: [new DatasetModel("chat-bison@002", true), new DatasetModel("chat-bison-32k@002", false)],
            defaults: [new DatasetDefault("/context", "default_context")]);
        var options = new DatasetOptions
        {
            Lines = ValidationOptions.DatasetLines with { TokenCounter = counter },
            Parameters = new Dictionary<string, string> { ["default_context"] = "be brief", ["other"] = "x" },
        };

        Assert.Same(counter, options.LineOptions(rules).TokenCounter);
        Assert.Same(counter, (options with { Model = "chat-bison@002" }).LineOptions(rules).TokenCounter);
        Assert.Null((options with { Model = "chat-bison-32k@002" }).LineOptions(rules).TokenCounter);
        DefaultText text = Assert.Single(options.LineOptions(rules).DefaultTexts);
        Assert.Equal(("/context", "be brief"), (text.Path, Encoding.UTF8.GetString(text.Utf8.Span)));
        var unknown = Assert.Throws<ArgumentException>(() => new DatasetRun(() => new MarkingJudge(), rules, options with { Model = "chat-bison@003" }));
        Assert.Equal("The format does not tune the model \"chat-bison@003\"; did you mean \"chat-bison@002\"?", unknown.Message);
    }

    private static (DatasetSummary Summary, ListSink Sink) Run(string text, DatasetRules rules, DatasetOptions? options = null)
    {
        var sink = new ListSink();
        var run = new DatasetRun(() => new MarkingJudge(), rules, options);
        return (run.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), sink), sink);
    }

    private sealed class WordCounter : ITokenCounter
    {
        public string Name => "words";

        public long MaxTokens(long utf8Bytes) => utf8Bytes;

        public long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue) => utf8.Count((byte)' ') + 1;
    }
}
