using System.Text;
using System.Text.RegularExpressions;
using Plumbline.Testing;

namespace Plumbline.Documentation.Tests;

/// <summary>docs/commands.md, and every command that a page shows, held against the help of the tool.</summary>
public partial class CommandPageTests
{
    private static readonly Lazy<Dictionary<string, string>> Helps = new(() => Commands().Match(Tool.Run("--help").Output).Groups["rows"].Value
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(row => row.TrimStart().Split(' ')[0])
        .ToDictionary(name => name, name => Tool.Run(name, "--help").Output, StringComparer.Ordinal));

    public static TheoryData<string> Pages() => [.. MarkdownPage.All().Where(path => !path.StartsWith("benchmarks/", StringComparison.Ordinal))];

    [Fact]
    public void The_page_of_commands_is_the_help_of_each()
    {
        var page = new StringBuilder("# Commands\n\nWhat `plumbline COMMAND --help` says. ")
            .Append("Written by tests/Documentation, where `PLUMBLINE_ACCEPT=1` is set, and held against the tool.\n");
        foreach ((string name, string help) in Helps.Value)
        {
            page.Append($"\n## {name}\n\n```text\n{string.Join('\n', help.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd()))}\n```\n");
        }

        Assert.Equal(page.ToString(), GoldenText.Beside(page.ToString(), "docs", "commands.md"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_command_of_a_page_has_the_options_that_it_is_shown_with(string path)
    {
        MarkdownPage page = MarkdownPage.Read(path.Split('/'));
        foreach (CodeBlock block in page.Blocks.Where(block => block.Info is "sh" or "bash" or "console" or "yaml" or "" && path != "docs/commands.md"))
        {
            foreach (Match call in Calls().Matches(block.Text.Replace("\\\n", " ", StringComparison.Ordinal)))
            {
                Assert.True(Helps.Value.TryGetValue(call.Groups["command"].Value, out string? help), $"{path}: {call.Value}");
                Assert.All(
                    Options().Matches(call.Groups["rest"].Value).Select(option => option.Value),
                    option => Assert.True(Regex.IsMatch(help, $@"{Regex.Escape(option)}\b(?!-)"), $"{path}: {option} is no option of: {call.Value}"));
            }
        }
    }

    [GeneratedRegex(@"^Commands:\n(?<rows>(  .+\n)+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Commands();

    // A call at the beginning of a line, of a step, or behind the name of the tool in the repository.
    [GeneratedRegex(
        @"(^|\$ |: |- |Plumbline\.Cli -- )(plumbline (?=[a-z])|(?<=Plumbline\.Cli -- ))(?<command>[a-z]+)(?<rest>[^\n|]*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Calls();

    [GeneratedRegex(@"(?<= )--[a-z][a-z-]*", RegexOptions.ExplicitCapture)]
    private static partial Regex Options();
}
