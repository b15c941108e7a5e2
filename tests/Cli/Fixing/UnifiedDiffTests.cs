using System.Text;
using Plumbline.Cli.Inputs;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Tests.Fixing;

/// <summary>Hunks as other tools make and read them.</summary>
public class UnifiedDiffTests
{
    [Theory]
    [InlineData("a b c d e f g", "a b c d e f g", "")]
    [InlineData("a b c d e f g h i", "a b c d E f g h i", "@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n")]
    [InlineData("a b c d e f g h i", "A b c d e f g H i", "@@ -1,9 +1,9 @@\n-a\n+A\n b\n c\n d\n e\n f\n g\n-h\n+H\n i\n")]
    [InlineData("a b c d e f g h i j k", "A b c d e f g h i J k", "@@ -1,4 +1,4 @@\n-a\n+A\n b\n c\n d\n@@ -7,5 +7,5 @@\n g\n h\n i\n-j\n+J\n k\n")]
    [InlineData("a b c", "- b c", "@@ -1,3 +1,2 @@\n-a\n b\n c\n")]
    [InlineData("a", "-", "@@ -1 +0,0 @@\n-a\n")]
    [InlineData("a b c d e f g h i j k l m", "- b c d e f g h i j k L m", "@@ -1,4 +1,3 @@\n-a\n b\n c\n d\n@@ -9,5 +8,5 @@\n i\n j\n k\n-l\n+L\n m\n")]
    public void Hunks_have_three_lines_around_changes(string before, string after, string expected) =>
        Assert.Equal(expected.Length == 0 ? "" : "--- f\n+++ f\n" + expected, Diff(before.Split(' '), after.Split(' ')));

    [Fact]
    public void A_last_line_without_a_line_feed_is_told_as_such()
    {
        using var output = new MemoryStream();
        using var diff = new UnifiedDiff(output, Palette.None, isForPeople: false, "f");
        diff.Add("a\n"u8, "b\n"u8);
        diff.Add("c"u8, "c"u8);
        diff.Complete();
        Assert.Equal("--- f\n+++ f\n@@ -1,2 +1,2 @@\n-a\n+b\n c\n\\ No newline at end of file\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void A_hunk_larger_than_memory_should_hold_is_whole()
    {
        using var output = new MemoryStream();
        using var diff = new UnifiedDiff(output, Palette.None, isForPeople: false, "f");
        byte[] line = [.. Enumerable.Repeat((byte)'x', 100_000), (byte)'\n'];
        for (int i = 0; i < 30; i++)
        {
            diff.Add(line, line.AsSpan(1));
        }

        diff.Complete();
        string text = Encoding.UTF8.GetString(output.ToArray());
        Assert.Equal(30, text.Split('\n').Count(told => told.StartsWith('-') && told.Length == 100_001));
        Assert.Contains("@@ -1,30 +1,30 @@\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_terminal_would_not_show_is_shown_by_its_number()
    {
        using var output = new MemoryStream();
        using var diff = new UnifiedDiff(output, new Palette(true), isForPeople: true, "f");
        diff.Add("\uFEFFa\r\n"u8, "a\n"u8);
        diff.Complete();
        Assert.EndsWith("\u001b[31m-\\uFEFFa\\u000D\u001b[0m\n\u001b[32m+a\u001b[0m\n", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void Lines_come_whole_and_long_ones_in_pieces(int longest)
    {
        const string Text = "ab\r\n\n\ncdef\ng";
        var lines = new WholeLines(new MemoryStream(Encoding.UTF8.GetBytes(Text)), longest);
        var read = new StringBuilder();
        int ends = 0;
        while (lines.Read(out ReadOnlySpan<byte> bytes, out bool endsLine))
        {
            read.Append(Encoding.UTF8.GetString(bytes));
            ends += endsLine ? 1 : 0;
            Assert.True(bytes.Length <= longest || endsLine);
        }

        Assert.Equal(Text, read.ToString());
        Assert.InRange(ends, 4, 5);
    }

    private static string Diff(string[] before, string[] after)
    {
        using var output = new MemoryStream();
        using var diff = new UnifiedDiff(output, Palette.None, isForPeople: false, "f");
        foreach ((string old, string made) in before.Zip(after))
        {
            diff.Add(Encoding.UTF8.GetBytes(old + "\n"), made == "-" ? [] : Encoding.UTF8.GetBytes(made + "\n"));
        }

        diff.Complete();
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
