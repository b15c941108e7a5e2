using Plumbline.Testing;

namespace Plumbline.Documentation.Tests;

/// <summary>The pages of docs/rules, held against the table of rules.</summary>
public class RulePageTests
{
    public static TheoryData<string> Ids() => [.. Rules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_names_its_rule_as_the_table_does(string id)
    {
        Rule rule = Rules.Find(id)!;
        string[] lines = MarkdownPage.Read(rule.HelpPage.Split('/')).Text.Split('\n');
        Assert.Equal($"# {rule.Id} {rule.Slug}: {rule.Title}", lines[0]);
        Assert.StartsWith($"Severity: {Word(rule.Severity)}. Reported by ", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_what_the_rule_means_and_how_to_fix_it(string id)
    {
        string text = MarkdownPage.Read("docs", "rules", id + ".md").Text;
        foreach (string heading in (string[])["## What it means\n", "## How to fix it\n"])
        {
            int start = text.IndexOf(heading, StringComparison.Ordinal);
            Assert.True(start > 0, $"{id} has no section \"{heading.Trim()}\"");
            string section = text[(start + heading.Length)..].Split("\n## ")[0].Trim();
            Assert.True(section.Length > 20, $"{id}: \"{heading.Trim()}\" says nothing");
        }
    }

    [Fact]
    public void Every_page_is_that_of_a_rule()
    {
        IEnumerable<string> pages = Directory.EnumerateFiles(Repository.PathOf("docs", "rules"), "PLB*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Equal(Rules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_list_of_rules_has_one_row_for_each()
    {
        IEnumerable<string> rows = MarkdownPage.Read("docs", "rules", "README.md").Text.Split('\n')
            .Where(line => line.StartsWith("| [PLB", StringComparison.Ordinal));
        IEnumerable<string> expected = Rules.All.Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Slug} | {Word(rule.Severity)} | {rule.Title} |");
        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_and_slugs_are_given_once()
    {
        Assert.Equal(Rules.All.Count, Rules.All.Select(rule => rule.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(Rules.All.Count, Rules.All.Select(rule => rule.Slug).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
