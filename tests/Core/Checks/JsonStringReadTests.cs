using System.Text;
using System.Text.Json;

namespace Plumbline.Tests.Checks;

/// <summary>Reading a string to its end and unescaping it are one pass, by blocks where enough text follows.</summary>
public sealed class JsonStringReadTests
{
    private static readonly string[] Parts =
    [
        "a", "plain text of some length", "é", "日本", "😀", @"\n", @"\\", @"\""", @"\/", @"\b\f\r\t",
        @"\u0041", @"\u00e9", @"\ud83d\ude00", @"\ud83d\ude00\u0041", "\u007f",
        "a run of plain text that is longer than the sixty-four bytes which are read together, so that one of them has no end and no escape",
    ];

    [Fact]
    public void Texts_of_every_length_and_place_are_what_System_Text_Json_reads()
    {
        var random = new Random(5);
        for (int round = 0; round < 5000; round++)
        {
            string json = '"' + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Parts[random.Next(Parts.Length)])) + '"';
            byte[] before = Encoding.UTF8.GetBytes(new string(' ', random.Next(70)));
            byte[] utf8 = [.. before, .. Encoding.UTF8.GetBytes(json), .. Encoding.UTF8.GetBytes(round % 2 == 0 ? "" : ",\"next\\\\\"]")];
            Assert.Equal(JsonSerializer.Deserialize<string>(json), Read(utf8, before.Length, out int end));
            Assert.Equal(before.Length + Encoding.UTF8.GetByteCount(json), end);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void Every_unit_of_UTF_16_is_read_in_either_case_and_half_a_pair_is_replaced(int behind)
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            string format = unit % 2 == 0 ? "x4" : "X4";
            byte[] json = Encoding.UTF8.GetBytes($"\"\\u{unit.ToString(format, null)}\"{new string(' ', behind)}");
            string expected = char.IsSurrogate((char)unit) ? "\uFFFD" : ((char)unit).ToString();
            Assert.Equal(expected, Read(json, 0, out int end));
            Assert.Equal(8, end);
        }
    }

    [Theory]
    [InlineData(@"\ud83d\ude00", "\U0001F600")]
    [InlineData(@"\udbff\udfff", "\U0010FFFF")]
    [InlineData(@"\ud800\udc00", "\U00010000")]
    [InlineData(@"\ud83d\u0041", "\uFFFDA")]
    [InlineData(@"\ud83d\ud83d\ude00", "\uFFFD\U0001F600")]
    [InlineData(@"\ude00\ud83d", "\uFFFD\uFFFD")]
    [InlineData(@"\ud83dude00", "\uFFFDude00")]
    [InlineData(@"\ud83d\\ude00", "\uFFFD\\ude00")]
    public void Pairs_of_surrogates_are_one_character(string raw, string expected)
    {
        foreach (int before in (int[])[0, 50, 58, 63, 64])
        {
            foreach (int behind in (int[])[0, 1, 100, 200])
            {
                byte[] json = Encoding.UTF8.GetBytes($"\"{new string('a', before)}{raw}\"{new string(' ', behind)}");
                Assert.Equal(new string('a', before) + expected, Read(json, 0, out int end));
                Assert.Equal(json.Length - behind, end);
            }
        }
    }

    [Fact]
    public void Room_for_what_follows_the_quote_is_asked_for_and_an_end()
    {
        Assert.Throws<ArgumentException>(static () => JsonString.Read("[\"abc\"]"u8, 1, new byte[4], out _));
        Assert.Throws<ArgumentException>(static () => JsonString.Read("\"abc"u8, 0, new byte[4], out _));
        Assert.Throws<ArgumentException>(static () => JsonString.Read(Encoding.UTF8.GetBytes('"' + new string('a', 500)), 0, new byte[500], out _));
    }

    [Fact]
    public void A_string_without_escapes_is_left_where_it_stands()
    {
        byte[] json = Encoding.UTF8.GetBytes($"[\"{new string('é', 300)}\", \"a\\n{new string('b', 300)}\"]");
        byte[] buffer = new byte[json.Length];
        Assert.True(JsonString.Read(json, 1, buffer, out int end).Overlaps(json));
        Assert.All(buffer, static unused => Assert.Equal(0, unused));
        Assert.True(JsonString.Read(json, end + 2, buffer, out _).Overlaps(buffer));
    }

    // The room that is needed and no more.
    private static string Read(byte[] json, int quote, out int end)
    {
        byte[] buffer = new byte[json.Length - quote - 1];
        return Encoding.UTF8.GetString(JsonString.Read(json, quote, buffer, out end));
    }
}
