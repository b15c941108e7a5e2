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
    [InlineData("is none of the service", Colon, "--url", "https://example.com/")]
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
