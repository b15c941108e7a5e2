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

    [GeneratedRegex(@"\[([^\]]*)\]\((?!https?:)[^)]*\)")]
    private static partial Regex LinkToNeighbour();
}
