using System.Text.Json;
using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary><c>plumbline request</c>, run as people run it.</summary>
public sealed class RequestTests
{
    private const string Colon = "samples/requests/broken/1-colon.tune-code.json";

    [Fact]
    public void A_sound_body_is_passed_from_standard_input_and_known_by_its_model()
    {
        byte[] body = File.ReadAllBytes(Repository.PathOf("samples", "requests", "tune-chat.json"));
        ToolResult result = Tool.Run(["request", "-", "--report", "concise"], body);
        Assert.Equal("stdin: vertex/tune-chat, no errors\n", result.Output);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("gemini/tuning-job", "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/tuningJobs", "")]
    [InlineData("openai/job", "https://api.openai.com/v1/fine_tuning/jobs", "openai/job is deprecated since 2026-05-07, ends 2027-01-06")]
    [InlineData("azure/job", null, "")]
    public void The_jobs_of_other_services_are_known_by_their_bodies_and_urls(string name, string? url, string remark)
    {
        string file = $"samples/requests/{name}.json";
        string[][] ways = [[], ["--kind", name], .. url is null ? (string[][])[] : [["--url", url]]];
        Assert.All(ways, way =>
        {
            ToolResult result = Tool.Run(["request", file, "--report", "concise", .. way]);
            Assert.Equal((0, $"{file}: {name}, no errors\n"), (result.ExitCode, result.Output));
            Assert.Equal(remark.Length == 0, result.Error.Length == 0);
            Assert.Contains(remark, result.Error, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_sample_of_a_request_is_sound()
    {
        string folder = Repository.PathOf("samples", "requests");
        string[] samples = [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "broken")];
        Assert.Equal(11, samples.Length);
        Assert.All(samples, path => Assert.Equal(0, Tool.Run("request", path, "--strict").ExitCode));
    }

    [Fact]
    public void Faults_of_the_body_and_of_its_url_are_told_with_their_places_and_repairs()
    {
        const string url = "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/europe-west4/pipelineJobs";
        ToolResult result = Tool.Run("request", Colon, "--url", url);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(Colon + ":9:7 /runtimeConfig/parameterValues/evaluation_data_uri:\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("    |       ^^^^^^^^^^^^^^^^^^^\n    fix:  Rename to \"accelerator_type\"\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("error PLB4061 url-regions: ", result.Output, StringComparison.Ordinal);
        Assert.EndsWith($"{Colon}: vertex/tune-code, 3 errors; --fix --output FILE repairs 2\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Safe_repairs_go_into_a_file_of_their_own_which_is_clean_afterwards()
    {
        byte[] before = File.ReadAllBytes(Repository.PathOf(Colon));
        using var output = new TemporaryFile("");
        ToolResult result = Tool.Run("request", Colon, "--kind", "vertex/tune-code", "--fix", "--output", output.Path, "--report", "json");
        Assert.Equal(0, result.ExitCode);
        using JsonDocument report = JsonDocument.Parse(result.Output);
        Assert.Empty(report.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(
            ["PLB4011 9:7 Rename to \"evaluation_data_uri\"", "PLB4011 11:7 Rename to \"accelerator_type\""],
            report.RootElement.GetProperty("applied").EnumerateArray().Select(applied =>
                $"{applied.GetProperty("rule")} {applied.GetProperty("line")}:{applied.GetProperty("column")} {applied.GetProperty("title")}"));
        string text = File.ReadAllText(Repository.PathOf(Colon)).Replace(":\":", "\":", StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(output.Path));
        Assert.Equal(before, File.ReadAllBytes(Repository.PathOf(Colon)));
    }

    [Fact]
    public void The_json_report_has_the_findings_with_every_repair_and_its_edits()
    {
        ToolResult result = Tool.Run("request", "samples/requests/broken/8-model.tune-code.json", "--kind", "vertex/tune-code", "--report", "json");
        Assert.Equal(1, result.ExitCode);
        using JsonDocument report = JsonDocument.Parse(result.Output);
        JsonElement finding = Assert.Single(report.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal("PLB4002", finding.GetProperty("rule").GetString());
        Assert.Equal(9, finding.GetProperty("line").GetInt32());
        Assert.Equal(
            ["Replace by \"code-bison-32k@002\" False", "Replace by \"code-bison@002\" False"],
            finding.GetProperty("repairs").EnumerateArray().Select(repair => $"{repair.GetProperty("title")} {repair.GetProperty("safe")}"));
        JsonElement edit = finding.GetProperty("repairs")[0].GetProperty("edits")[0];
        Assert.Equal(finding.GetProperty("byteOffset").GetInt32(), edit.GetProperty("byteOffset").GetInt32());
        Assert.Equal("\"code-bison-32k@002\"", edit.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("unknown request \"vertex/tune-chad\": did you mean \"vertex/tune-chat\"?", Colon, "--kind", "vertex/tune-chad")]
    [InlineData("--fix and --output FILE go together", Colon, "--fix")]
    [InlineData("is the file to read: a body is never repaired in place", Colon, "--fix", "--output", Colon)]
    [InlineData("is none of the services' URLs", Colon, "--url", "https://example.com/")]
    [InlineData("cannot tell which request", "samples/chat.jsonl")]
    public void What_cannot_be_done_is_said_with_the_next_step(string message, params string[] arguments)
    {
        ToolResult result = Tool.Run(["request", .. arguments]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_is_not_there_is_unreadable()
    {
        ToolResult result = Tool.Run("request", "no-such.json", "--kind", "vertex/tune-chat");
        Assert.Equal((3, "plumbline: cannot read no-such.json: there is no such file\n"), (result.ExitCode, result.Error));
    }
}
