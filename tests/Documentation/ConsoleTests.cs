using System.Text.RegularExpressions;
using Plumbline.Testing;

namespace Plumbline.Documentation.Tests;

/// <summary>Sessions in the pages under docs: blocks marked <c>console</c>, of lines that begin with <c>$ plumbline</c>, each with what it prints.</summary>
public partial class ConsoleTests
{
    public static TheoryData<string> Pages() =>
        [.. MarkdownPage.All().Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && Sessions(path).Length > 0)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_sessions_of_a_page_print_what_it_says(string path)
    {
        foreach (string session in Sessions(path))
        {
            string[] commands = Regex.Split(session, @"^\$ plumbline ", RegexOptions.Multiline)[1..];
            foreach (string[] command in commands.Select(text => text.Split('\n', 2)))
            {
                ToolResult result = Tool.Run(command[0].Split(' '));
                Assert.Equal(WithoutTimes(command[1]), WithoutTimes(result.Error + result.Output));
            }
        }
    }

    private static string[] Sessions(string path) =>
        [.. MarkdownPage.Read(path.Split('/')).Blocks.Where(block => block.Info == "console").Select(block => block.Text)];

    private static string WithoutTimes(string output) => Times().Replace(output, "in TIME (SPEED)");

    [GeneratedRegex(@"in [0-9.]+ m?s \([0-9.]+ MB/s\)")]
    private static partial Regex Times();
}
