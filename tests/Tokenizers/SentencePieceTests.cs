using System.Globalization;
using System.Text;
using Plumbline.Testing;
using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Tokenizers.Tests;

public class SentencePieceTests
{
    [Theory]
    [InlineData("bpe-bytes")]
    [InlineData("bpe-symbols")]
    [InlineData("unigram-rules")]
    [InlineData("unigram-bytes")]
    public void Counts_are_those_of_spm_encode(string model)
    {
        TokenCounter counter = TokenCounter.Load(Fixture.PathOf(model + ".model"));
        int[] expected = [.. File.ReadAllText(Fixture.PathOf(model + ".counts.txt")).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(count => int.Parse(count, CultureInfo.InvariantCulture))];
        Assert.Equal(expected.Length, LineTexts.All.Count);
        List<string> different = [];
        for (int i = 0; i < expected.Length; i++)
        {
            byte[] text = Encoding.UTF8.GetBytes(LineTexts.All[i]);
            long actual = counter.Count(text);
            Assert.True(actual <= counter.MaxTokens(text.Length));
            if (actual != expected[i])
            {
                different.Add($"{i}: {actual}, spm_encode {expected[i]}: {LineTexts.All[i]}");
            }
        }

        Assert.Empty(different);
    }

    [Theory]
    [InlineData("bpe-bytes")]
    [InlineData("unigram-rules")]
    public void A_model_cut_short_says_where(string model)
    {
        byte[] file = File.ReadAllBytes(Fixture.PathOf(model + ".model"));
        foreach (int length in (int[])[1, 20, 500, file.Length / 2, file.Length - 1])
        {
            var error = Assert.Throws<TokenizerFormatException>(() => TokenCounter.Read("short.model", file.AsMemory(0, length)));
            Assert.StartsWith("short.model", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        foreach (string model in (string[])["bpe-bytes", "bpe-symbols", "unigram-rules"])
        {
            TokenCounter counter = TokenCounter.Load(Fixture.PathOf(model + ".model"));
            byte[] text = Encoding.UTF8.GetBytes(SampleTexts.Make("prose", 2000));
            Assert.Equal(0, Allocation.OfEach(() => counter.Count(text)));
        }
    }
}
