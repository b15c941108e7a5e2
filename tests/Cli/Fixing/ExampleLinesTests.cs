using System.Text;
using Plumbline.Cli.Fixing;
using Plumbline.Cli.Inputs;

namespace Plumbline.Cli.Tests.Fixing;

/// <summary>Examples that were broken over several lines: which are put on one, and that everything else stays, byte for byte.</summary>
public class ExampleLinesTests
{
    [Theory]
    [InlineData("{\n  \"a\": 1\n}\n", "{ \"a\": 1 }\n")]
    [InlineData("{\r\n  \"a\":\r\n\t[1,\r\n2]}\r\n", "{ \"a\": [1, 2]}\r\n")]
    [InlineData("\uFEFF{\n\"a\": 1}", "\uFEFF{ \"a\": 1}")]
    [InlineData("  {\n\n\n\"a\": 1}\n\n", "  { \"a\": 1}\n\n")]
    [InlineData("{\"a\": \"long\ntext\"}\n", "{\"a\": \"long text\"}\n")]
    [InlineData("{\"a\": \"long\r\ntext\"}\n", "{\"a\": \"long text\"}\n")]
    [InlineData("{\"a\": \"a brace { and \\\" a quote\n}\"}\n", "{\"a\": \"a brace { and \\\" a quote }\"}\n")]
    [InlineData("{\"a\": {\n    \"b\": [\n      {\"c\": 1}\n    ]\n  }\n}\n", "{\"a\": { \"b\": [ {\"c\": 1} ] } }\n")]
    [InlineData("{\n\"a\": 1}\n{\"b\": 2}\n{\n\"c\": 3}\n", "{ \"a\": 1}\n{\"b\": 2}\n{ \"c\": 3}\n")]
    public void A_broken_example_is_put_on_one_line(string text, string expected) => Assert.Equal(expected, Joined(text, " "));

    [Theory]
    [InlineData("{\"a\": 1}\n[1,\n2]\n\"a\nb\"\n")]
    [InlineData("{\"a\": 1,\n{\"b\": 2}\n")]
    [InlineData("{\"a\": \"1\n{\"b\": \"2\"}\n")]
    [InlineData("{\n\"a\": 1")]
    [InlineData("{\n\"a\" 1\n}\n")]
    [InlineData("{\n\"a\": 1} {\"b\": 2}\n")]
    [InlineData("[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": 2\n  }]\n")]
    [InlineData("{\"a\": \"\\\nb\"}\n")]
    public void What_makes_no_example_together_stays(string text) => Assert.Equal(text, Joined(text, " "));

    [Fact]
    public void A_break_inside_a_text_may_stay_one() => Assert.Equal("{\"a\": \"long\\ntext\"}\n", Joined("{\"a\": \"long\ntext\"}\n", "\\n"));

    [Fact]
    public void Without_the_switch_lines_are_lines() => Assert.Equal("{\n}\n", Joined("{\n}\n", null));

    [Fact]
    public void Bytes_that_are_no_text_stay()
    {
        byte[] bytes = [.. "{\n\"a\": \""u8, 0xFF, .. "\"}\n"u8];
        Assert.Equal(bytes, Joined(bytes, " "));
    }

    [Fact]
    public void A_line_that_ends_nothing_costs_no_other_however_long_the_file()
    {
        // More than is read at a time: what was read ahead is not read over.
        var text = new StringBuilder();
        var expected = new StringBuilder();
        for (int i = 0; i < 6000; i++)
        {
            string bad = $"{{\"bad {i}\": [\n";
            string rest = i % 3 == 0 ? $"\"{new string('x', i % 97)}\n" : $"{{\"good\": {i}}}\n";
            text.Append(bad).Append(rest).Append("{\"a\":\n").Append(i).Append("}\n");
            expected.Append(bad).Append(rest).Append("{\"a\": ").Append(i).Append("}\n");
        }

        Assert.True(text.Length > 300_000);
        Assert.Equal(expected.ToString(), Joined(text.ToString(), " "));
    }

    private static string Joined(string text, string? breakInText) => Encoding.UTF8.GetString(Joined(Encoding.UTF8.GetBytes(text), breakInText));

    private static byte[] Joined(byte[] text, string? breakInText)
    {
        var lines = new ExampleLines(new WholeLines(new MemoryStream(text), 1 << 20), breakInText);
        var joined = new MemoryStream();
        while (lines.Read(out ReadOnlySpan<byte> line, out _))
        {
            joined.Write(line);
        }

        return joined.ToArray();
    }
}
