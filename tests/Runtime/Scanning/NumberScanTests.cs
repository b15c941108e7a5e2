using System.Text;
using System.Text.Json;

namespace Plumbline.Runtime.Tests;

public unsafe class NumberScanTests
{
    [Theory]
    [InlineData("0", 1)]
    [InlineData("7", 1)]
    [InlineData("-0", 2)]
    [InlineData("-12", 3)]
    [InlineData("1234567890", 10)]
    [InlineData("0.5", 3)]
    [InlineData("-0.0e-0", 7)]
    [InlineData("1e9", 3)]
    [InlineData("1E+09", 5)]
    [InlineData("12.25e-3", 8)]
    [InlineData("00", 1)]
    [InlineData("01.5", 1)]
    [InlineData("1-2", 1)]
    [InlineData("1x", 1)]
    [InlineData("", -1)]
    [InlineData("-", -1)]
    [InlineData("-x", -1)]
    [InlineData("+1", -1)]
    [InlineData(".5", -1)]
    [InlineData("1.", -1)]
    [InlineData("1.e5", -1)]
    [InlineData("1e", -1)]
    [InlineData("1e+", -1)]
    [InlineData("1ex", -1)]
    [InlineData("0.5E-", -1)]
    public void A_number_ends_where_its_grammar_ends(string text, int expected)
    {
        foreach (string after in (string[])["", ",", " ", "}", "]", "\r", "\n9", "é"])
        {
            PaddedBuffer buffer = StringPaths.Buffer(Encoding.UTF8.GetBytes(text + after));
            foreach (ScanPaths path in ScanPaths.All)
            {
                Assert.Equal((path.Name, after, expected), (path.Name, after, ScanPaths.Offset(path.NumberEnd(buffer.Pointer), buffer)));
            }
        }
    }

    [Fact]
    public void Parts_of_any_length_are_read_across_the_end_of_a_block()
    {
        for (int whole = 1; whole < 140; whole += whole is > 50 and < 70 ? 1 : 7)
        {
            for (int fraction = 0; fraction < 140; fraction += fraction is > 50 and < 70 ? 1 : 7)
            {
                foreach (string exponent in (string[])["", "e5", "E-12", "e+" + new string('3', 70)])
                {
                    string text = "-" + new string('1', whole) + (fraction == 0 ? "" : "." + new string('2', fraction)) + exponent;
                    foreach (string cut in (string[])[text, text + ".", text[..^1] + "x"])
                    {
                        AreAgreed(Encoding.UTF8.GetBytes(cut));
                    }
                }
            }
        }
    }

    [Fact]
    public void Random_numbers_end_as_on_the_scalar_path_and_as_System_Text_Json_reads_them()
    {
        const string Alphabet = "0123456789012345678901234567890123456789.eE+-,";
        var random = new Random(5);
        int numbers = 0;
        for (int i = 0; i < 100_000; i++)
        {
            byte[] text = new byte[random.Next(random.Next(8) == 0 ? 150 : 12)];
            for (int at = 0; at < text.Length; at++)
            {
                text[at] = (byte)Alphabet[random.Next(random.Next(4) == 0 ? Alphabet.Length : 10)];
            }

            int end = AreAgreed(text);
            bool isWhole = end == text.Length;
            numbers += isWhole ? 1 : 0;
            Assert.True(isWhole == IsNumberToSystemTextJson(text), Encoding.UTF8.GetString(text));
        }

        Assert.InRange(numbers, 10_000, 90_000);
    }

    private static int AreAgreed(byte[] text)
    {
        PaddedBuffer buffer = StringPaths.Buffer(text);
        int expected = ScanPaths.Offset(ScanPaths.All[0].NumberEnd(buffer.Pointer), buffer);
        foreach (ScanPaths path in ScanPaths.All)
        {
            int found = ScanPaths.Offset(path.NumberEnd(buffer.Pointer), buffer);
            if (found != expected)
            {
                Assert.Fail($"{path.Name}: expected {expected}, found {found} in {Encoding.UTF8.GetString(text)}");
            }
        }

        return expected;
    }

    private static bool IsNumberToSystemTextJson(byte[] text)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
