using System.Text;
using System.Text.Json;
using Plumbline.Datasets;

namespace Plumbline.Runtime.Tests.Datasets;

public class UnescapedTextTests
{
    private static readonly string[] Parts =
        ["a", "plain text of some length", "é", "日本", "😀", @"\n", @"\\", @"\""", @"\/",
            @"\b\f\r\t", @"\u0041", @"\u00e9", @"\ud83d\ude00", @"\ud83d\ude00\u0041", "\u007f"];

    [Fact]
    public void Texts_of_every_length_and_place_are_what_System_Text_Json_reads()
    {
        var random = new Random(5);
        var text = new UnescapedText();
        for (int round = 0; round < 5000; round++)
        {
            string json = '"' + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Parts[random.Next(Parts.Length)])) + '"';
            byte[] before = Encoding.UTF8.GetBytes(new string(' ', random.Next(40)));
            byte[] utf8 = [.. before, .. Encoding.UTF8.GetBytes(json), .. Encoding.UTF8.GetBytes(round % 2 == 0 ? "" : ",\"next\\\\\"]")];
            ReadOnlySpan<byte> read = text.Read(utf8, before.Length, out int end);
            Assert.Equal(JsonSerializer.Deserialize<string>(json), Encoding.UTF8.GetString(read));
            Assert.Equal(before.Length + Encoding.UTF8.GetByteCount(json), end);
        }
    }
}
