using System.Globalization;
using Plumbline.Cli.Fixing;

namespace Plumbline.Cli.Reports;

/// <summary>What <c>plumbline fix</c> tells people: how often it changed what.</summary>
internal static class FixText
{
    public static void Write(TextWriter writer, FixCounts counts)
    {
        writer.Write($"{SeverityWords.Of(counts.ChangedLines, "line")} of {counts.Lines.ToString("N0", CultureInfo.InvariantCulture)} changed\n");
        Write(writer, counts.Marks, "a byte order mark was taken away");
        Write(writer, counts.LineEnds, "a line ends with a line feed alone");
        Write(writer, counts.EmptyLines, "an empty line was left out");
        Write(writer, counts.JoinedExamples, "an example was put on one line");
        Write(writer, counts.WrappedExamples, "of these, a line break inside a text was replaced");
        Write(writer, counts.TrimmedLines, "white space around a line was taken away");
        Write(writer, counts.TrimmedTexts, "white space around a text was taken away");
        Write(writer, counts.RenamedMembers, "the name of the speaker was changed");
        Write(writer, counts.NotLookedInto, "a line is no JSON, or longer than 64 MB: what it holds was left as it is");
    }

    private static void Write(TextWriter writer, long count, string words)
    {
        if (count > 0)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"  {count,9:N0}  {words}\n"));
        }
    }
}
