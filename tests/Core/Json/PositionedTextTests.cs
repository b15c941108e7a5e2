using System.Text;
using Plumbline.Schema.Json;
using Position = Plumbline.Schema.Json.TextPosition;

namespace Plumbline.Core.Tests.Json;

public sealed class PositionedTextTests
{
    [Fact]
    public void Every_value_and_name_knows_its_bytes()
    {
        PositionedText text = PositionedText.Parse("""{ "ä": [1, -2.50e+3, true], "b\n": {"c": null} }""");

        Assert.True(text.IsWellFormed);
        Assert.Equal("[1, -2.50e+3, true]", Slice(text, text.Root.Find("ä")!.Value.Span));
        Assert.Equal("\"ä\"", Slice(text, text.Root.Find("ä")!.NameSpan));
        Assert.Equal("-2.50e+3", text.Root.Find("ä")!.Value.Items[1].RawText);
        Assert.Equal("\"b\\n\"", Slice(text, text.Root.Find("b\n")!.NameSpan));
        Assert.Equal("\"b\\n\": {\"c\": null}", Slice(text, text.Root.Find("b\n")!.Span));
        Assert.Equal(JsonKind.Null, text.Root.Find("b\n")!.Value.Find("c")!.Value.Kind);
    }

    [Theory]
    [InlineData("""  "plain" """, "plain")]
    [InlineData("""  "a\"b\\c\/d\b\f\n\r\t" """, "a\"b\\c/d\b\f\n\r\t")]
    [InlineData("""  "\u0041\u00e9\uD83D\ude00é😀" """, "Aé😀é😀")]
    [InlineData("""  "" """, "")]
    public void Strings_are_unescaped_on_demand(string json, string expected) => Assert.Equal(expected, PositionedText.Parse(json).Root.Text);

    [Fact]
    public void Compact_json_keeps_spelling_and_drops_white_space_outside_strings() =>
        Assert.Equal(
            """{"a b":[1.0,"x \" y",{}],"\u0061":-0E1}""",
            PositionedText.Parse("""{ "a b" : [ 1.0 , "x \" y" , { } ] , "\u0061" : -0E1 }""").Root.ToCompactJson());

    [Fact]
    public void Repeated_names_are_told_with_both_places_and_the_last_one_counts()
    {
        PositionedText text = PositionedText.Parse("""{"a":1,"b":{"x":1,"\u0078":2},"a":3,"a":4}""");

        Assert.True(text.IsWellFormed);
        Assert.Equal("4", text.Root.Find("a")!.Value.RawText);
        Assert.Equal(
            ["x: 12, 18", "a: 1, 30", "a: 1, 36"],
            text.Duplicates.Select(duplicate => $"{duplicate.Name}: {duplicate.First.Start}, {duplicate.Repeated.Start}"));
    }

    [Fact]
    public void Names_are_found_in_large_objects_too()
    {
        PositionedText text = PositionedText.Parse("{" + string.Join(",", Enumerable.Range(0, 100).Select(i => $"\"n{i}\":{i}")) + ",\"n7\":-7}");

        Assert.Equal("-7", text.Root.Find("n7")!.Value.RawText);
        Assert.Equal("99", text.Root.Find("n99")!.Value.RawText);
        Assert.Null(text.Root.Find("n100"));
    }

    [Theory]
    [InlineData(64, 64, -1)]
    [InlineData(65, 64, 64)]
    [InlineData(100_000, 64, 64)]
    [InlineData(100_000, 200_000, -1)]
    public void Depth_is_limited_at_the_bracket_that_goes_too_deep(int depth, int maxDepth, int faultAt)
    {
        PositionedText text = PositionedText.Parse(Encoding.ASCII.GetBytes(new string('[', depth) + new string(']', depth)), maxDepth);

        Assert.Equal(faultAt, text.IsWellFormed ? -1 : text.Errors[0].Offset);
        Assert.Equal(faultAt < 0 ? 0 : 1, text.Errors.Length);
        Assert.All(text.Errors, error => Assert.Equal(Rules.TooDeep, error.Rule));
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        PositionedText text = PositionedText.Parse([0xEF, 0xBB, 0xBF, .. "\n[1]"u8]);

        Assert.True(text.IsWellFormed);
        Assert.Equal(new ByteSpan(4, 3), text.Root.Span);
        Assert.Equal(new Position(2, 1, 1), text.Lines.Locate(4));
    }

    private static string Slice(PositionedText text, ByteSpan span) => Encoding.UTF8.GetString(text.Utf8.Slice(span.Start, span.Length));
}
