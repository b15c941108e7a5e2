using System.Globalization;
using System.Text;
using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Tokenizers.Tests;

public class TiktokenFileTests
{
    /// <summary>
    /// Ranks in any order: tokens that no merge leads to, tokens made of later ones. The counts are those of the definition: look the whole pretoken up,
    /// else merge the leftmost pair of the lowest rank until none is left.
    /// </summary>
    [Fact]
    public void Any_ranks_count_as_the_definition_says()
    {
        var random = new TextRandom(12);
        for (int round = 0; round < 150; round++)
        {
            var ranks = new Dictionary<string, int>();
            for (int value = 0; value < 256; value++)
            {
                ranks.Add(((char)value).ToString(), value);
            }

            for (int token = 0; token < 40; token++)
            {
                ranks.TryAdd(Letters(random, 2 + random.Below(round % 3 == 0 ? 18 : 4)), ranks.Count);
            }

            TokenCounter counter = TokenCounter.Read("any.tiktoken", File(ranks));
            for (int text = 0; text < 60; text++)
            {
                string letters = Letters(random, 1 + random.Below(45));
                Assert.Equal(ByDefinition(letters, ranks), counter.Count(Encoding.ASCII.GetBytes(letters)));
            }
        }
    }

    [Theory]
    [InlineData("IQ== 0\nIg==\n", "line 2")]
    [InlineData("IQ== 0\n!!!! 1\n", "line 2")]
    [InlineData("IQ== 0\nIg== one\n", "line 2")]
    [InlineData("IQ== 0\nIg== 0\n", "rank 0")]
    [InlineData("IQ== 0\nIg== 1\n", "byte 0x00")]
    public void A_broken_file_is_refused_by_its_part(string content, string part)
    {
        var error = Assert.Throws<TokenizerFormatException>(() => TokenCounter.Read("x.tiktoken", Encoding.ASCII.GetBytes(content)));
        Assert.Equal(part, error.Part);
        Assert.StartsWith("x.tiktoken: " + part, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no tokenizer at all")]
    [InlineData("\u0000\u0001\u0002")]
    public void What_is_no_tokenizer_is_refused_with_what_was_expected(string content)
    {
        var error = Assert.Throws<TokenizerFormatException>(() => TokenCounter.Read("x", Encoding.ASCII.GetBytes(content)));
        Assert.Contains(".tiktoken", error.Message, StringComparison.Ordinal);
        Assert.Contains("tokenizer.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_neither_bundled_nor_a_file_is_refused_with_the_bundled_names()
    {
        var error = Assert.Throws<FileNotFoundException>(() => TokenCounter.Load("o300k_base"));
        Assert.Contains("o200k_base, cl100k_base", error.Message, StringComparison.Ordinal);
    }

    private static byte[] File(Dictionary<string, int> ranks) => Encoding.ASCII.GetBytes(string.Concat(ranks.Select(pair =>
        string.Create(CultureInfo.InvariantCulture, $"{Convert.ToBase64String(Encoding.Latin1.GetBytes(pair.Key))} {pair.Value}\n"))));

    private static string Letters(TextRandom random, int length) => string.Create(length, random, static (text, random) =>
    {
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (char)('a' + random.Below(3));
        }
    });

    private static int ByDefinition(string text, Dictionary<string, int> ranks)
    {
        if (ranks.ContainsKey(text))
        {
            return 1;
        }

        List<string> parts = [.. text.Select(letter => letter.ToString())];
        while (true)
        {
            int best = -1, bestRank = int.MaxValue;
            for (int i = 0; i + 1 < parts.Count; i++)
            {
                if (ranks.TryGetValue(parts[i] + parts[i + 1], out int rank) && rank < bestRank)
                {
                    (best, bestRank) = (i, rank);
                }
            }

            if (best < 0)
            {
                return parts.Count;
            }

            parts[best] += parts[best + 1];
            parts.RemoveAt(best + 1);
        }
    }
}
