using Plumbline.Testing;

namespace Plumbline.Cli.Tests;

/// <summary>Every command where its results cannot go where they should: a full disk, a reader who went away, a folder that is not there.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Results { get; } =
    [
        "stats samples/text.jsonl --format vertex/text",
        "stats samples/text.jsonl --report json",
        "fix samples/broken/speaker.jsonl --speaker author --diff",
        "convert samples/text.jsonl --from vertex/text --to alpaca --output NEW",
        "preflight samples/requests/tune-text.json --train samples/text.jsonl",
        "request samples/requests/tune-text.json --report json",
        "schema samples/schemas/ticket.schema.json",
        "generate samples/schemas/ticket.schema.json",
        "formats",
        "completion zsh",
        "fix --help",
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("C")]
    [InlineData("de_DE.ISO-8859-1")]
    [InlineData("de_DE.UTF-8")]
    public void What_is_said_is_UTF_8_in_every_locale(string locale)
    {
        string missing = Path.Combine(_folder.Path, "Hörer.jsonl");
        ToolResult result = Shell.Run("exec \"$@\"", [missing, "--format", "vertex/text"], ("LC_ALL", locale));
        Assert.Equal((3, $"plumbline: cannot read {missing}: there is no such file\n"), (result.ExitCode, result.Error[result.Error.LastIndexOf("plumbline:", StringComparison.Ordinal)..]));
    }

    [Theory]
    [MemberData(nameof(Results))]
    public void A_full_disk_is_told_and_leaves_nothing_half_written(string arguments)
    {
        if (!File.Exists("/dev/full"))
        {
            Console.WriteLine("missing: /dev/full, which only Linux has; the test that writes to it did not run");
            return;
        }

        ToolResult result = Shell.RunCommand("exec \"$@\" > /dev/full", Given(arguments));
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("plumbline: cannot write standard output: No space left on device", result.Error, StringComparison.Ordinal);

        // The examples are where they should be; what cannot be told is how many there are.
        int examples = File.ReadLines(Repository.PathOf("samples", "text.jsonl")).Count();
        Assert.All(_folder.Files, file => Assert.Equal(("new", examples), (file, File.ReadLines(_folder.PathOf(file)).Count())));
    }

    [Theory]
    [MemberData(nameof(Results))]
    public void Nobody_reading_results_is_no_fault(string arguments)
    {
        ToolResult result = Shell.RunCommand("\"$@\" | true; exit ${PIPESTATUS[0]}", Given(arguments));
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("cannot write", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2>&-")]
    [InlineData("2> >(exit 0)")]
    public void Nobody_hearing_what_is_said_beside_results_is_no_fault(string redirection)
    {
        ToolResult result = Shell.RunCommand($"exec \"$@\" {redirection}", ["validate", "samples/chat.jsonl", "--format", "vertex/chat"]);
        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("no errors, 1 note\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fix samples/broken/speaker.jsonl --speaker author --output")]
    [InlineData("convert samples/text.jsonl --from vertex/text --to alpaca --output")]
    [InlineData("validate samples/text.jsonl --format vertex/text --range 0:100 --summary")]
    [InlineData("schema samples/schemas/ticket.schema.json --output")]
    public void A_file_that_cannot_be_written_is_told_by_the_name_that_was_given(string arguments)
    {
        string absent = _folder.PathOf("absent/new");
        ToolResult result = Tool.Run([.. arguments.Split(' '), absent]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.EndsWith($"plumbline: cannot write {absent}: there is no such folder\n", result.Error, StringComparison.Ordinal);
        if (File.Exists("/dev/full"))
        {
            ToolResult full = Tool.Run([.. arguments.Split(' '), "/dev/full"]);
            Assert.Equal(2, full.ExitCode);
            Assert.Contains("plumbline: cannot write /dev/full: No space left on device", full.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("stats samples/text.jsonl --format vertex/text")]
    [InlineData("preflight samples/requests/tune-text.json --train samples/text.jsonl")]
    [InlineData("request samples/requests/tune-text.json")]
    public void A_report_goes_to_a_file_as_that_of_validate_does(string arguments)
    {
        string[] asked = arguments.Split(' ');
        string report = _folder.PathOf("report.json");
        ToolResult expected = Tool.Run([.. asked, "--report", "json"]);
        ToolResult result = Tool.Run([.. asked, "--report", $"json={report}"]);
        Assert.Equal((0, "", $"{expected.Error}plumbline: json report written to {report}\n"), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(expected.Output, File.ReadAllText(report));
        foreach ((string value, string sentence) in ((string, string)[])[
            ("jsn", "--report jsn: there are text, "), ("json=", "each with =FILE"), ($"json={Repository.PathOf(asked[1].Split('/'))}", "is one of the files to read")])
        {
            ToolResult refused = Tool.Run([.. asked, "--report", value]);
            Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
            Assert.Contains(sentence, refused.Error, StringComparison.Ordinal);
        }
    }

    private string[] Given(string arguments) => [.. arguments.Split(' ').Select(argument => argument == "NEW" ? _folder.PathOf("new") : argument)];
}
