using System.Numerics;
using System.Text;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Tokenizers.Tests;

public class AsciiStartsTests
{
    // What the patterns tell apart, and what makes them look further than a byte back.
    private static readonly string[] Parts =
    [
        "a", "b", "Z", "Ab", "aB", "ABC", "word", "1", "23", "4567890", " ", "  ", "\t",
        "\n", "\r\n", "\n \n", "\v", ".", "(", "!?", "/", "//", ";\n", ";\n/", "'", "''",
        "'s", "'LL", "'re", "'v", "don't", "é", "'ſ", "\u00A0", "日", "😀", "\0",
    ];

    [Fact]
    public void Starts_of_o200k_base_are_where_its_pattern_ends_a_pretoken() => CompareWithEnds<CasedWordPattern>();

    [Fact]
    public void Starts_of_cl100k_base_are_where_its_pattern_ends_a_pretoken() => CompareWithEnds<WordPattern<ThreeDigits>>();

    [Fact]
    public void Starts_of_newer_cl100k_base_are_where_its_pattern_ends_a_pretoken() => CompareWithEnds<WordPattern<ThreeDigitsAndLastSpaces>>();

    [Fact]
    public void Starts_of_Qwen_are_where_its_pattern_ends_a_pretoken() => CompareWithEnds<WordPattern<SingleDigits>>();

    private static void CompareWithEnds<TPattern>()
        where TPattern : struct, IPretokenPattern
    {
        var random = new TextRandom(11);
        int found = 0, pretokens = 0;
        for (int round = 0; round < 6_000; round++)
        {
            var text = new StringBuilder();
            int usual = random.Below(Parts.Length); // a text of few kinds of parts has long runs
            for (int parts = 1 + random.Below(50); parts > 0; parts--)
            {
                text.Append(Parts[random.Below(3) == 0 ? usual : random.Below(round % 2 == 0 ? 31 : Parts.Length)]);
            }

            byte[] padded = Encoding.UTF8.GetBytes(text + new string('x', AsciiStarts.Bytes));
            int end = padded.Length - AsciiStarts.Bytes;
            for (int position = 0; position < end;)
            {
                int next = TPattern.EndOf(ref padded[0], position, end);
                pretokens++;
                int expected = next;
                for (ulong starts = AsciiStarts.Find<TPattern>(ref padded[position], end - position) & ~1UL; starts != 0; starts &= starts - 1)
                {
                    Assert.True(
                        position + BitOperations.TrailingZeroCount(starts) == expected,
                        $"'{text}' at {position}: a start at {position + BitOperations.TrailingZeroCount(starts)}, the pattern has {expected}");
                    expected = expected < end ? TPattern.EndOf(ref padded[0], expected, end) : -1;
                    found++;
                }

                position = next;
            }
        }

        Assert.InRange(found, 2 * pretokens, long.MaxValue); // it tells several at once
    }
}
