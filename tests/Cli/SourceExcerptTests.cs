using System.Text;
using Plumbline.Cli.Reports;

namespace Plumbline.Cli.Tests;

/// <summary>The piece of a line that is shown, and the caret under it.</summary>
public class SourceExcerptTests
{
    /// <summary>The fault is what stands between the brackets ⟦ and ⟧.</summary>
    [Theory]
    [InlineData("in the middle", "{\"a\": ⟦1⟧}", "{\"a\": 1}", "      ^")]
    [InlineData("at the start", "⟦[1]⟧", "[1]", "^^^")]
    [InlineData("of no length", "{\"a\": ⟦⟧", "{\"a\": ", "      ^")]
    [InlineData("after wide characters", "{\"日本\": ⟦1⟧}", "{\"日本\": 1}", "         ^")]
    [InlineData("after a combining mark", "e\u0301⟦x⟧", "e\u0301x", " ^")]
    [InlineData("of wide characters", "⟦\"日本\"⟧", "\"日本\"", "^^^^^^")]
    [InlineData("after a tab", "\t⟦1⟧", "␉1", " ^")]
    [InlineData("in the second line of three", "{}\n{⟦1⟧}\n{}", "{1}", " ^")]
    [InlineData("before CRLF", "{⟦1⟧}\r\n{}", "{1}", " ^")]
    [InlineData("of text that would move the cursor", "⟦\u202e\u009b⟧x", "\uFFFD\uFFFDx", "^^")]
    public void The_caret_stands_under_the_fault(string where, string marked, string text, string caret)
    {
        int fault = Encoding.UTF8.GetByteCount(marked.Split('⟦')[0]);
        int length = Encoding.UTF8.GetByteCount(marked.Split('⟦')[1].Split('⟧')[0]);
        byte[] bytes = Encoding.UTF8.GetBytes(marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal));
        SourceExcerpt excerpt = SourceExcerpt.Cut(bytes, fault, length);
        Assert.True(text == excerpt.Text, $"{where}: {excerpt.Text}");
        Assert.True(caret == new string(' ', excerpt.Indent) + new string('^', excerpt.Width), $"{where}: {excerpt}");
    }

    [Fact]
    public void A_long_value_is_shortened_on_both_sides()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(new string('a', 500) + "\"" + new string('b', 500) + "\"");
        SourceExcerpt excerpt = SourceExcerpt.Cut(bytes, 500, 502);
        Assert.Equal("…" + new string('a', 36) + "\"" + new string('b', 58) + "…", excerpt.Text);
        Assert.Equal((37, 59), (excerpt.Indent, excerpt.Width));
    }

    [Theory]
    [InlineData("{\"a\": ⟦1⟧}")]
    [InlineData("⟦[1]⟧")]
    [InlineData("{\"a\": ⟦⟧")]
    [InlineData("{\"日本\": ⟦\"日😀本\"⟧, \"b\": 2}")]
    [InlineData("e\u0301⟦x⟧")]
    [InlineData("e⟦x\u0301⟧y")]
    [InlineData("{\"👩‍👩‍👧\": ⟦\"é\"⟧}")]
    public void The_fault_is_found_in_the_text_that_is_shown(string marked)
    {
        string[] parts = marked.Split('⟦', '⟧');
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(parts));
        SourceExcerpt excerpt = SourceExcerpt.Cut(bytes, Encoding.UTF8.GetByteCount(parts[0]), Encoding.UTF8.GetByteCount(parts[1]));
        string[] shown = [excerpt.Text[..excerpt.Fault.Start], excerpt.Text[excerpt.Fault], excerpt.Text[excerpt.Fault.End..]];
        Assert.Equal(parts, shown);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_shown_as_replacement_characters()
    {
        SourceExcerpt excerpt = SourceExcerpt.Cut([(byte)'"', 0xFF, (byte)'"'], 1, 1);
        Assert.Equal(new SourceExcerpt("\"\uFFFD\"", 1, 1), excerpt);
    }

    [Fact]
    public void A_file_that_is_gone_has_no_excerpt()
    {
        using var source = new SourceBytes();
        Assert.Null(source.ExcerptAt("absent.jsonl", 0, 1));
        Assert.Null(source.ExtentAt("absent.jsonl", 0, 1));
    }

    [Theory]
    [InlineData("plain text, 日本, 😀", "plain text, 日本, 😀")]
    [InlineData("\u001b[2J", "\\u001B[2J")]
    [InlineData("a\nb\u2028c\u202Ed", "a\\u000Ab\\u2028c\\u202Ed")]
    public void Text_of_others_is_printed_without_what_a_terminal_would_obey(string text, string printed) => Assert.Equal(printed, Printable.Text(text));
}
