using System.Text;

namespace Plumbline.Runtime.Tests;

/// <summary>The string scan: the same cases at every vector width, at every place relative to the blocks of 64 bytes.</summary>
public class StringScanTests
{
    /// <summary>Longer than two blocks and a half, so that every seam is crossed.</summary>
    private const int Places = 170;

    /// <summary>Pieces of strings, in hexadecimal where they are not UTF-8, and whether they are well-formed.</summary>
    public static TheoryData<string, bool> Pieces => new()
    {
        { "", true },
        { "plain", true },
        { @"\\", true },
        { @"\""", true },
        { @"\\\""", true },
        { @"\\\\\\\""", true },
        { @"\""\/\\\b\f\n\r\t", true },
        { @"\u0000", true },
        { @"\uABCD\uabcd\u0129", true },
        { @"\ud55c\uD7FF\ue000", true },
        { @"\ud83d\ude00", true },
        { @"\uD83D\uDE00\ud800\udc00\udbff\udfff", true },
        { @"\\ud800", true },
        { "é", true },
        { "\u0080\u07FF\u0800\uFFFF", true },
        { "\uD7FF\uE000", true },
        { "日本語", true },
        { "\U00010000\U0010FFFF", true },
        { "é\\n日\\\"\U0001F600", true },
        { "\u007F", true },
        { @"\x", false },
        { @"\'", false },
        { @"\U0041", false },
        { @"\N", false },
        { @"\ ", false },
        { @"\é", false },
        { @"\u", false },
        { @"\u1", false },
        { @"\u12", false },
        { @"\u123", false },
        { @"\u123G", false },
        { @"\u12é4", false },
        { @"\u/000", false },
        { @"\u:000", false },
        { @"\u@000", false },
        { @"\u`000", false },
        { @"\u000g", false },
        { @"\ud800", false },
        { @"\ud800x", false },
        { @"\udc00", false },
        { @"\udc00\ud800", false },
        { @"\ud800\ud800\udc00", false },
        { @"\ud800\udc00\udc00", false },
        { @"\ud800\n", false },
        { @"\ud800\\udc00", false },
        { @"\ud800\u0041", false },
        { @"\ud83d\ude0", false },
        { @"\ud800\udbff", false },
        { @"\ud800-\udc00", false },
        { @"\ud8-0\udc00", false },
        { @"\ud800\udc00\udbff", false },
        { @"\uDbFf\uDfFf\ud8aA\uDcBb", true },
        { "\0", false },
        { "\u0001", false },
        { "\t", false },
        { "\n", false },
        { "\r", false },
        { "\u001F", false },
        { "\\\n", false },
        { "0x80", false },
        { "0xBF", false },
        { "0xC080", false },
        { "0xC1BF", false },
        { "0xC2", false },
        { "0xC3C3A9", false },
        { "0xC3A9A9", false },
        { "0xE08080", false },
        { "0xE09FBF", false },
        { "0xE0A080", true },
        { "0xE697", false },
        { "0xE6", false },
        { "0xED9FBF", true },
        { "0xEDA080", false },
        { "0xEDBFBF", false },
        { "0xEE8080", true },
        { "0xE697A5A5", false },
        { "0xF08080", false },
        { "0xF0808080", false },
        { "0xF08FBFBF", false },
        { "0xF0908080", true },
        { "0xF09F98", false },
        { "0xF09F", false },
        { "0xF0", false },
        { "0xF09F9880BF", false },
        { "0xF48FBFBF", true },
        { "0xF4908080", false },
        { "0xF4A08080", false },
        { "0xF5808080", false },
        { "0xF8888080", false },
        { "0xF8888080BF", false },
        { "0xFC808080", false },
        { "0xFE", false },
        { "0xFF", false },
    };

    [Theory]
    [MemberData(nameof(Pieces))]
    public void A_piece_gets_the_same_verdict_at_every_place_and_every_width(string piece, bool isWellFormed)
    {
        byte[] bytes = Bytes(piece);
        for (int before = 0; before < Places; before++)
        {
            // What follows the string must not matter: here it is everything that a string must not hold.
            byte[] text = [.. Filler(before), .. bytes, .. Filler(before % 7), (byte)'"', 0xFF, 0x80, (byte)'\\', (byte)'u', 1, 2, (byte)'"'];
            PaddedBuffer buffer = StringPaths.Buffer(text);
            int expected = isWellFormed ? before + bytes.Length + (before % 7) : StringPaths.Malformed;
            foreach ((string name, StringPaths.Scanner end) in StringPaths.All)
            {
                Check(name, expected, StringPaths.End(end, buffer), text);
            }
        }
    }

    [Fact]
    public void Runs_of_backslashes_escape_the_quote_when_their_length_is_odd()
    {
        for (int before = 0; before < 70; before++)
        {
            for (int run = 0; run < 140; run++)
            {
                byte[] text = [.. Filler(before), .. Enumerable.Repeat((byte)'\\', run), (byte)'"', (byte)'"'];
                PaddedBuffer buffer = StringPaths.Buffer(text);
                foreach ((string name, StringPaths.Scanner end) in StringPaths.All)
                {
                    Check(name, before + run + (run % 2), StringPaths.End(end, buffer), text);
                }
            }
        }
    }

    [Fact]
    public void A_string_that_does_not_end_is_malformed_at_every_length()
    {
        for (int length = 0; length < 200; length++)
        {
            foreach (string last in (string[])["", "\\", "\\u00", "é"])
            {
                byte[] text = [.. Filler(length), .. Encoding.UTF8.GetBytes(last)];
                PaddedBuffer lines = StringPaths.Buffer(text);
                PaddedBuffer document = StringPaths.Buffer(text);
                document.SealDocument(text.Length);
                foreach ((string name, StringPaths.Scanner end) in StringPaths.All)
                {
                    Check(name, StringPaths.Malformed, StringPaths.End(end, lines), text);
                    Check(name, StringPaths.Malformed, StringPaths.End(end, document), text);
                }
            }
        }
    }

    [Fact]
    public void Bytes_before_the_opening_quote_do_not_matter()
    {
        foreach (byte[] before in (byte[][])[[0xF0, 0x9F, (byte)'"'], [0xE6, (byte)'\n', (byte)'"'], [0xF0, (byte)'\\', (byte)'"'], [0xFF, 0xFF, (byte)'"']])
        {
            foreach (string content in (string[])["é", "日本", "\U0001F600", "aé", "abé"])
            {
                byte[] utf8 = Encoding.UTF8.GetBytes(content);
                byte[] text = [.. before, .. utf8, (byte)'"'];
                PaddedBuffer buffer = StringPaths.Buffer(text);
                foreach ((string name, StringPaths.Scanner end) in StringPaths.All)
                {
                    Check(name, utf8.Length, StringPaths.End(end, buffer, offset: 3), text);
                }
            }
        }
    }

    private static byte[] Bytes(string piece) =>
        piece.StartsWith("0x", StringComparison.Ordinal) ? Convert.FromHexString(piece[2..]) : Encoding.UTF8.GetBytes(piece);

    private static byte[] Filler(int length) => Encoding.UTF8.GetBytes(new string('z', length));

    private static void Check(string path, int expected, int actual, byte[] text)
    {
        if (expected != actual)
        {
            Assert.Fail($"{path}: expected {expected}, found {actual} in {Convert.ToHexString(text)}");
        }
    }
}
