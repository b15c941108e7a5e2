using System.Text.RegularExpressions;
using Plumbline.Testing;

namespace Plumbline.Documentation.Tests;

/// <summary>The README's blocks, held against what runs.</summary>
public partial class ReadmeTests
{
    private static readonly MarkdownPage Readme = MarkdownPage.Read("README.md");

    [Fact]
    public void The_first_command_checks_the_sample_and_the_second_runs_the_tests()
    {
        string[] commands = [
            .. Readme.Blocks.Where(block => block.Info == "sh").SelectMany(block => block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        Assert.Equal("dotnet run -c Release --project cli/Plumbline.Cli -- validate samples/chat.jsonl --format vertex/chat", commands[0]);
        Assert.Equal("dotnet test", commands[1]);
        string continuousIntegration = File.ReadAllText(Repository.PathOf(".ci", "run"));
        Assert.All(commands[..2], command => Assert.Contains($"\n{command} ", continuousIntegration, StringComparison.Ordinal));
        Assert.Equal(0, Tool.Run(commands[0].Split(" -- ")[1].Split(' ')).ExitCode);
    }

    /// <summary>Blocks marked <c>console</c>: a line that begins with <c>$ plumbline</c>, and what it prints: the words about the run, then its
    /// results.</summary>
    [Fact]
    public void A_session_prints_what_the_readme_shows()
    {
        CodeBlock[] sessions = [.. Readme.Blocks.Where(block => block.Info == "console")];
        Assert.NotEmpty(sessions);
        foreach (CodeBlock session in sessions)
        {
            string[] lines = session.Text.Split('\n', 2);
            Assert.StartsWith("$ plumbline ", lines[0], StringComparison.Ordinal);
            ToolResult result = Tool.Run(lines[0]["$ plumbline ".Length..].Split(' '));
            Assert.Equal(WithoutTimes(lines[1]), WithoutTimes(result.Error + result.Output));
        }
    }

    [Fact]
    public void The_code_that_the_readme_shows_is_the_code_that_a_test_runs()
    {
        string source = File.ReadAllText(Repository.PathOf("tests", "Documentation", "ReadmeExamples.cs"));
        CodeBlock[] blocks = [.. Readme.Blocks.Where(block => block.Info == "csharp")];
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(Indented(block.Text), source, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_format_is_named_with_its_page()
    {
        string formats = MarkdownPage.Read("docs", "formats", "README.md").Text;
        foreach (Schemas.BundledFormat format in Schemas.BundledFormats.All)
        {
            Assert.Contains($"`{format.Name}`", Readme.Text, StringComparison.Ordinal);
            Match row = Regex.Match(formats, $@"^\| \[{Regex.Escape(format.Name)}\]\((?<page>[a-z-]+\.md)\) \|", RegexOptions.Multiline);
            Assert.True(row.Success, $"docs/formats/README.md has no row for {format.Name}");
            Assert.Contains($"](docs/formats/{row.Groups["page"].Value})", Readme.Text, StringComparison.Ordinal);
            Assert.Contains(format.Name, MarkdownPage.Read("docs", "formats", row.Groups["page"].Value).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_exit_codes_are_those_of_the_architecture_and_of_the_help()
    {
        string help = Tool.Run("validate", "--help").Output;
        string architecture = MarkdownPage.Read("docs", "architecture.md").Text;
        foreach (string code in (string[])["0", "1", "2", "3", "70", "130"])
        {
            Assert.Contains($"| {code} | ", architecture, StringComparison.Ordinal);
            Assert.Matches($"Exit codes: .*\\b{code} [a-z]", help.ReplaceLineEndings(" "));
        }
    }

    private static string Indented(string text) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "\n" : $"        {line}\n"));

    private static string WithoutTimes(string output) => Times().Replace(output, "in TIME (SPEED)");

    [GeneratedRegex("""in [0-9.]+ m?s \([0-9.]+ MB/s\)""")]
    private static partial Regex Times();
}
