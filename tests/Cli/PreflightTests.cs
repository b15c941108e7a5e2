using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Bodies;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Preflight;
using Plumbline.Schema.Json;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary><c>plumbline preflight</c>: what a job will be, and what only its body and its datasets together can have wrong.</summary>
public sealed class PreflightTests
{
    // Parameters of a job that tunes a text model; examples; batch size, epochs, evaluations and advice.
    [Theory]
    [InlineData("\"train_steps\": 20, \"accelerator_type\": \"TPU\"", 240, 24, 2.0, 0, "PLB5032")]
    [InlineData("\"train_steps\": 15", 240, 8, 0.5, 0, "PLB5031 PLB5032")]
    [InlineData("\"train_steps\": 200, \"evaluation_interval\": 100, \"evaluation_data_uri\": \"gs://a/b\"", 100, 8, 16.0, 2, "PLB5030")]
    [InlineData("\"train_steps\": 300, \"evaluation_interval\": 100, \"evaluation_data_uri\": \"gs://a/b\"", 100, 8, 24.0, 3, "")]
    [InlineData("\"evaluation_data_uri\": \"gs://a/b\"", 100, 8, 24.0, 15, "")]
    [InlineData("\"large_model_reference\": \"text-bison-32k@002\", \"accelerator_type\": \"TPU\"", 100, 8, 24.0, 0, "")]
    [InlineData("\"train_steps\": 2000", 100, 8, 160.0, 0, "PLB5032")]
    [InlineData("\"train_steps\": \"many\"", 100, 8, 24.0, 0, "")]
    public void A_plan_follows_from_the_parameters(string parameters, long examples, long batchSize, double epochs, long evaluations, string advice)
    {
        PositionedText text = PositionedText.Parse("{\"runtimeConfig\": {\"parameterValues\": {" + parameters + "}}}");
        JobPlan plan = JobPlan.Read(new RequestBody("job.json", text, BundledSchemas.Find("vertex/tune-text")!, null));
        Assert.Equal((batchSize, evaluations), (plan.BatchSize, plan.EvaluationPoints));
        Assert.Equal(epochs, plan.EpochsOver(examples));
        Assert.Equal(advice, string.Join(' ', JobAdvice.Of(plan, "job.json", examples, hasEvaluationFile: false).Select(finding => finding.Rule.Id)));
    }

    [Fact]
    public void An_evaluation_file_that_the_body_does_not_name_is_told()
    {
        PositionedText text = PositionedText.Parse("""{"runtimeConfig": {"parameterValues": {}}}""");
        JobPlan plan = JobPlan.Read(new RequestBody("job.json", text, BundledSchemas.Find("vertex/tune-code")!, null));
        Finding finding = Assert.Single(JobAdvice.Of(plan, "job.json", 500, hasEvaluationFile: true));
        Assert.Equal(("PLB5033", Severity.Warning), (finding.Rule.Id, finding.Severity));
    }

    [Fact]
    public void A_sound_job_is_told_in_numbers()
    {
        ToolResult result = Tool.Run(
            "preflight", "samples/requests/tune-text.json", "--train", "samples/text.jsonl", "--evaluation", "samples/evaluation.jsonl",
            "--tokenizer", "o200k_base", "--report", "json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        using JsonDocument report = JsonDocument.Parse(result.Output);
        JsonElement root = report.RootElement;
        Assert.True(root.GetProperty("willStart").GetBoolean());
        Assert.Equal("europe-west4", root.GetProperty("tuningRegion").GetString());
        Assert.Equal((24, 6), (root.GetProperty("batchSize").GetInt32(), root.GetProperty("evaluations").GetInt32()));
        int examples = root.GetProperty("training").GetProperty("examples").GetInt32();
        Assert.Equal(300 * 24.0 / examples, root.GetProperty("epochs").GetDouble(), 6);
        Assert.True(root.GetProperty("training").GetProperty("tokens").GetInt64() > examples);
        Assert.Empty(root.GetProperty("findings").EnumerateArray());
        Assert.Empty(root.GetProperty("because").EnumerateArray());
        long tokens = root.GetProperty("training").GetProperty("tokens").GetInt64();
        Assert.Equal(tokens * root.GetProperty("epochs").GetDouble(), root.GetProperty("tokensTrained").GetDouble(), 0.5);
        string[] tasks = [.. root.GetProperty("recommended").EnumerateArray().Select(run => run.GetProperty("task").GetString()!)];
        Assert.Equal(["classification", "summarization", "extractive QA"], tasks);
    }

    [Theory]
    [InlineData("chat-bison@002", true)]
    [InlineData("chat-bison-32k@002", false)]
    public void Token_limits_are_those_of_the_model_that_the_body_names(string model, bool isLimited)
    {
        using var folder = new TemporaryFolder();
        string body = File.ReadAllText(Repository.PathOf("samples", "requests", "tune-chat.json"));
        Assert.Contains("chat-bison@002", body, StringComparison.Ordinal);
        string job = folder.Write("job.json", body.Replace("chat-bison@002", model, StringComparison.Ordinal));
        string context = string.Concat(Enumerable.Repeat("word ", 9_000));
        string[] authors = ["user", "assistant", "user", "assistant"];
        string messages = string.Join(',', authors.Select(author => $$"""{"author":"{{author}}","content":"a"}"""));
        string data = folder.Write("chat.jsonl", string.Concat(Enumerable.Repeat($$"""{"context":"{{context}}","messages":[{{messages}}]}""" + "\n", 10)));

        ToolResult result = Tool.Run("preflight", job, "--train", data, "--tokenizer", "o200k_base", "--report", "json");

        using JsonDocument report = JsonDocument.Parse(result.Output);
        JsonElement training = report.RootElement.GetProperty("training");
        Assert.True(training.GetProperty("tokens").GetInt64() > 90_000);
        Assert.Equal(isLimited ? 10 : 0, training.GetProperty("errors").GetInt64());
        Assert.Equal(isLimited ? 1 : 0, result.ExitCode);
    }

    [Fact]
    public void A_sound_job_is_told_on_a_page()
    {
        ToolResult result = Tool.Run(
            "preflight", "samples/requests/tune-text.json", "--train", "samples/text.jsonl", "--evaluation", "samples/evaluation.jsonl",
            "--tokenizer", "o200k_base");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches(
            """
            ^samples/requests/tune-text.json: vertex/tune-text of text-bison@002
              tuning      in europe-west4, on 64 TPU v3 cores
              upload      to [a-z0-9-]+
              training    samples/text.jsonl, 12 examples
              evaluation  samples/evaluation.jsonl, 10 examples; 6 evaluations, one every 50 steps
              length      300 steps of 24 examples: 600 epochs
              advised     classification: 100 to 500 steps, 100 examples or more
                          summarization: 200 to 1,000 steps, 100 examples or more
                          extractive QA: 100 to 500 steps, 100 examples or more
              tokens      [0-9,]+ a pass by o200k_base, about [0-9,]+ trained
              life cycle  retired: the bison models are retired

            samples/text.jsonl: no warnings, 1 note; plumbline validate tells them
            this job will start: nothing was found that would stop it
            $
            """.ReplaceLineEndings("\n")[..^1],
            result.Output);
    }

    // The context of the job stands in for the one that an example has not; what an example has itself is not doubled.
    [Theory]
    [InlineData("", 10)]
    [InlineData("\"context\":\"short\",", 0)]
    public void The_context_of_the_job_counts_in_the_tokens_of_a_chat(string own, long errors)
    {
        using var folder = new TemporaryFolder();
        string context = string.Concat(Enumerable.Repeat("word ", 9_000));
        string body = File.ReadAllText(Repository.PathOf("samples", "requests", "tune-chat.json"));
        JsonNode request = JsonNode.Parse(body)!;
        request["runtimeConfig"]!["parameterValues"]!["default_context"] = context;
        string job = folder.Write("job.json", request.ToJsonString());
        string[] authors = ["user", "assistant", "user", "assistant"];
        string messages = string.Join(',', authors.Select(author => $$"""{"author":"{{author}}","content":"a"}"""));
        string data = folder.Write("chat.jsonl", string.Concat(Enumerable.Repeat($$"""{{{own}}"messages":[{{messages}}]}""" + "\n", 10)));

        ToolResult result = Tool.Run("preflight", job, "--train", data, "--tokenizer", "o200k_base", "--report", "json");

        using JsonDocument report = JsonDocument.Parse(result.Output);
        Assert.Equal(errors, report.RootElement.GetProperty("training").GetProperty("errors").GetInt64());
        Assert.Equal(errors == 0, report.RootElement.GetProperty("willStart").GetBoolean());
        Assert.Equal(errors > 0 ? 3 : 0, report.RootElement.GetProperty("because").GetArrayLength());
    }

    [Theory]
    [InlineData("samples/requests/tune-text.json", 9, 10, "PLB5020")]
    [InlineData("samples/requests/tune-text.json", 10, 9, "PLB5020")]
    [InlineData("samples/requests/tune-text.json", 10, 251, "PLB5021")]
    [InlineData("samples/requests/tune-text.json", 10_001, 10, "PLB5021")]
    [InlineData("samples/requests/tune-text.json", 10, 10, null)]
    [InlineData("samples/requests/distill.json", 10_001, 10, "PLB5021")]
    public void Numbers_of_examples_are_held_to_the_limits_of_the_model(string job, int training, int evaluation, string? rule)
    {
        using var folder = new TemporaryFolder();
        string Lines(int count) => string.Concat(Enumerable.Repeat("{\"input_text\":\"a\",\"output_text\":\"b\"}\n", count));
        string train = folder.Write("train.jsonl", Lines(training));
        ToolResult result = Tool.Run("preflight", job, "--train", train, "--evaluation", folder.Write("eval.jsonl", Lines(evaluation)), "--report", "json");
        using JsonDocument report = JsonDocument.Parse(result.Output);
        string[] reasons = [.. report.RootElement.GetProperty("because").EnumerateArray().Select(reason => reason.GetProperty("rule").GetString()!)];
        Assert.Equal(rule is null ? [] : [rule], reasons);
        Assert.Equal(rule is null ? 0 : 1, result.ExitCode);
    }

    [Fact]
    public void A_job_that_will_fail_says_why()
    {
        ToolResult result = Tool.Run("preflight", "samples/requests/broken/1-colon.tune-code.json", "--train", "samples/broken/text.jsonl");
        Assert.Equal(1, result.ExitCode);
        string[] reasons = result.Output.Split("this job will fail because:\n")[1].TrimEnd('\n').Split('\n');
        Assert.StartsWith("  samples/requests/broken/1-colon.tune-code.json:9:7: error PLB4011 ", reasons[0], StringComparison.Ordinal);
        Assert.Contains(reasons, reason => reason.StartsWith("  samples/broken/text.jsonl", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "--evaluation is not for vertex/chat", "samples/requests/tune-chat.json", "--train", "samples/chat.jsonl", "--evaluation", "samples/chat.jsonl")]
    [InlineData("starts no tuning job", "samples/requests/predict-llama.json", "--train", "samples/llama-chat.jsonl")]
    public void What_cannot_be_checked_is_a_usage_error(string message, params string[] arguments)
    {
        ToolResult result = Tool.Run(["preflight", .. arguments]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }
}
