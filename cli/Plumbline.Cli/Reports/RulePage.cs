using System.Text.RegularExpressions;

namespace Plumbline.Cli.Reports;

/// <summary>The pages of docs/rules, which the tool carries along.</summary>
internal static partial class RulePage
{
    /// <summary>The page of a rule, in Markdown.</summary>
    public static string Of(Rule rule)
    {
        using Stream? page = typeof(RulePage).Assembly.GetManifestResourceStream($"rules/{rule.Id}.md");
        if (page is null)
        {
            return rule.Title;
        }

        using var reader = new StreamReader(page);

        // Links to its neighbours lead nowhere from here.
        return LinkToNeighbour().Replace(reader.ReadToEnd(), "$1");
    }

    /// <summary>What a rule means, in the first paragraph that its page has about it.</summary>
    public static string Meaning(Rule rule)
    {
        const string Heading = "## What it means\n\n";
        string page = Of(rule).ReplaceLineEndings("\n");
        int start = page.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length;
        int end = start < Heading.Length ? -1 : page.IndexOf("\n\n", start, StringComparison.Ordinal);
        return end < 0 ? rule.Title : page[start..end].Replace('\n', ' ');
    }

    [GeneratedRegex(@"\[([^\]]*)\]\((?!https?:)[^)]*\)")]
    private static partial Regex LinkToNeighbour();
}
