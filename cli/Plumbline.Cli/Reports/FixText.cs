using System.Globalization;
using System.Text;
using Plumbline.Cli.Fixing;

namespace Plumbline.Cli.Reports;

/// <summary>What <c>plumbline fix</c> tells people: how often it changed what.</summary>
internal static class FixText
{
    public static string Of(FixCounts counts)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{SeverityWords.Of(counts.ChangedLines, "line")} of {counts.Lines:N0} changed\n");
        Add(text, counts.Marks, "a byte order mark was taken away");
        Add(text, counts.LineEnds, "a line ends with a line feed alone");
        Add(text, counts.EmptyLines, "an empty line was left out");
        Add(text, counts.JoinedExamples, "an example was put on one line");
        Add(text, counts.WrappedExamples, "of these, a line break inside a text was replaced");
        Add(text, counts.TrimmedLines, "white space around a line was taken away");
        Add(text, counts.TrimmedTexts, "white space around a text was taken away");
        Add(text, counts.RenamedMembers, "the name of the speaker was changed");
        Add(text, counts.NotLookedInto, "a line is no JSON, or longer than 64 MB: what it holds was left as it is");
        return text.ToString();
    }

    private static void Add(StringBuilder text, long count, string words)
    {
        if (count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {count,9:N0}  {words}\n");
        }
    }
}
