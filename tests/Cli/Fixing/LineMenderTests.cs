using System.Text;
using Plumbline.Cli.Fixing;

namespace Plumbline.Cli.Tests.Fixing;

/// <summary>Each switch alone: what it changes, and that everything else stays, byte for byte.</summary>
public class LineMenderTests
{
    private const string Untidy = "\uFEFF {\"messages\": [{\"role\": \"user\", \"content\": \" a\\n\"}]}\t\r\n \r\n{\"x\" : 1.0}\n\n[1,\n\u00e9 \" \"role\"";

    [Fact]
    public void Nothing_changes_without_a_switch() => Assert.Equal((Untidy, 0), Mend(new FixSwitches(), Untidy, counts => counts.ChangedLines));

    [Fact]
    public void A_byte_order_mark_goes() => Assert.Equal((Untidy[1..], 1), Mend(new FixSwitches { Mark = true }, Untidy, counts => counts.Marks));

    [Fact]
    public void Lines_end_with_a_line_feed() =>
        Assert.Equal((Untidy.Replace("\r", "", StringComparison.Ordinal), 2), Mend(new FixSwitches { LineEnds = true }, Untidy, counts => counts.LineEnds));

    [Fact]
    public void Empty_lines_go() => Assert.Equal(
        (Untidy.Replace("\n \r\n", "\n", StringComparison.Ordinal).Replace("\n\n", "\n", StringComparison.Ordinal), 2),
        Mend(new FixSwitches { EmptyLines = true }, Untidy, counts => counts.EmptyLines));

    [Fact]
    public void White_space_around_lines_goes_and_line_ends_stay() => Assert.Equal(
        (Untidy.Replace("\uFEFF ", "\uFEFF", StringComparison.Ordinal).Replace("\t\r\n", "\r\n", StringComparison.Ordinal), 1),
        Mend(new FixSwitches { TrimLines = true }, Untidy, counts => counts.TrimmedLines));

    [Fact]
    public void White_space_around_texts_goes() => Assert.Equal(
        (Untidy.Replace(" a\\n", "a", StringComparison.Ordinal), 1), Mend(new FixSwitches { TrimTexts = true }, Untidy, counts => counts.TrimmedTexts));

    [Fact]
    public void Lines_that_are_no_json_are_counted_where_they_would_be_looked_into() =>
        Assert.Equal(2, Mend(new FixSwitches { TrimTexts = true }, Untidy, counts => counts.NotLookedInto).Count);

    [Theory]
    [InlineData("""{"a": " "}""", """{"a": ""}""")]
    [InlineData("""{"a": "\\n"}""", """{"a": "\\n"}""")]
    [InlineData("""{"a": "b\\\n"}""", """{"a": "b\\"}""")]
    [InlineData("""{"a": "\t\r\n b \" "}""", """{"a": "b \""}""")]
    [InlineData("""{" a ": [" b ", {"c": "d "}]}""", """{" a ": ["b", {"c": "d"}]}""")]
    public void Texts_are_trimmed_by_what_they_say(string line, string expected) =>
        Assert.Equal(expected, Mend(new FixSwitches { TrimTexts = true }, line, counts => counts.TrimmedTexts).Text);

    [Theory]
    [InlineData("author", """{"role": 1, "messages": [{ "role" : "user", "content": "role"}]}""",
        """{"role": 1, "messages": [{ "author" : "user", "content": "role"}]}""")]
    [InlineData("role", """{"messages": [{"content": "a", "author": "user"}]}""", """{"messages": [{"content": "a", "role": "user"}]}""")]
    [InlineData("author", """{"messages": [{"r\u006fle": "user"}]}""", """{"messages": [{"author": "user"}]}""")]
    [InlineData("author", """{"messages": [{"role": "user", "author": "user"}]}""", """{"messages": [{"role": "user", "author": "user"}]}""")]
    [InlineData("author", """[{"messages": [{"role": "user"}]}]""", """[{"messages": [{"role": "user"}]}]""")]
    public void The_speaker_of_messages_is_renamed(string name, string line, string expected) =>
        Assert.Equal(expected, Mend(new FixSwitches { SpeakerName = name }, line, counts => counts.RenamedMembers).Text);

    [Fact]
    public void All_of_it_together() => Assert.Equal(
        "{\"messages\": [{\"author\": \"user\", \"content\": \"a\"}]}\n",
        Mend(
            new FixSwitches { Mark = true, LineEnds = true, EmptyLines = true, TrimLines = true, TrimTexts = true, SpeakerName = "author" },
            Untidy[..Untidy.IndexOf("{\"x\"", StringComparison.Ordinal)],
            counts => counts.Lines).Text);

    private static (string Text, long Count) Mend(FixSwitches switches, string text, Func<FixCounts, long> count)
    {
        var mender = new LineMender(switches);
        var mended = new MemoryStream();
        foreach (string line in text.Split('\n').Select((line, place) => (place < text.Split('\n').Length - 1) ? line + "\n" : line))
        {
            mended.Write(mender.Mend(Encoding.UTF8.GetBytes(line)));
        }

        return (Encoding.UTF8.GetString(mended.ToArray()), count(mender.Counts));
    }
}
