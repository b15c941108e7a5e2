using System.Text;

namespace Plumbline.Tests.Checks;

public sealed class JsonStringTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("abc", "abc")]
    [InlineData("é", "é")]
    [InlineData(@"\u00e9", "é")]
    [InlineData("😀", "😀")]
    [InlineData(@"\ud83d\uDE00", "😀")]
    [InlineData(@"\n\t\\\/\""\b\f\r", "\n\t\\/\"\b\f\r")]
    [InlineData(@"a\u0000b", "a\0b")]
    [InlineData(@"x\\u0041", @"x\u0041")]
    [InlineData(@"é\u00e9😀\ud83d\ude00z", "éé😀😀z")]
    public void Raw_strings_have_one_text_in_every_form(string raw, string text)
    {
        byte[] rawBytes = Encoding.UTF8.GetBytes(raw);
        byte[] plain = Encoding.UTF8.GetBytes(text);
        byte[] buffer = new byte[rawBytes.Length];
        char[] units = new char[rawBytes.Length];

        Assert.Equal(plain, buffer.AsSpan(0, JsonString.Unescape(rawBytes, buffer)).ToArray());
        Assert.Equal(text, new string(units, 0, JsonString.Unescape(rawBytes, units)));
        Assert.Equal(text, JsonString.ToText(rawBytes));
        Assert.Equal(text.EnumerateRunes().Count(), JsonString.CountCodePoints(rawBytes));
        Assert.True(JsonString.EqualsPlain(rawBytes, plain));
        Assert.True(JsonString.EqualsRaw(rawBytes, rawBytes));
        Assert.False(JsonString.EqualsPlain(rawBytes, [.. plain, (byte)'!']));
        Assert.False(JsonString.EqualsPlain([.. rawBytes, (byte)'!'], plain));
    }

    [Theory]
    [InlineData(@"\n", @"\n", false)]
    [InlineData(@"\\n", @"\n", true)]
    [InlineData(@"\u0041", @"\u0041", false)]
    [InlineData(@"\\u0041", @"\u0041", true)]
    public void A_backslash_of_a_plain_text_begins_no_escape(string raw, string plain, bool equal) =>
        Assert.Equal(equal, JsonString.EqualsPlain(Encoding.UTF8.GetBytes(raw), Encoding.UTF8.GetBytes(plain)));

    [Theory]
    [InlineData(@"\u0061b", @"a\u0062", true)]
    [InlineData(@"\u0061b", @"a\u0063", false)]
    [InlineData(@"\n", "n", false)]
    [InlineData(@"ab", @"\u0061", false)]
    [InlineData(@"\n", @"\\n", false)]
    [InlineData(@"\\n", @"\u005cn", true)]
    public void Raw_strings_are_equal_by_their_text(string left, string right, bool equal)
    {
        Assert.Equal(equal, JsonString.EqualsRaw(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right)));
        Assert.Equal(equal, JsonString.EqualsRaw(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(left)));
    }
}
