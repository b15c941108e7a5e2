using System.Text;
using Plumbline.Testing;
using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Tokenizers.Tests;

public class BundledEncodingTests
{
    [Theory]
    [InlineData("o200k_base")]
    [InlineData("cl100k_base")]
    public void Counts_are_those_of_tiktoken_for_every_kind_of_text(string encoding) =>
        Assert.Empty(Fixture.Differences(TokenCounter.Load(encoding), encoding + ".txt"));

    [Theory]
    [InlineData("o200k_base")]
    [InlineData("cl100k_base")]
    public void A_text_counts_the_same_wherever_it_ends_in_memory(string encoding)
    {
        TokenCounter counter = TokenCounter.Load(encoding);
        byte[] text = Encoding.UTF8.GetBytes(SampleTexts.Make("prose", 400) + "  \n\t don't 1234567 !!! \n ");
        for (int length = 0; length <= text.Length; length++)
        {
            byte[] alone = text[..length];
            byte[] followed = [.. alone, .. "letters"u8];
            Assert.Equal(counter.Count(alone), counter.Count(followed.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Counting_stops_once_the_limit_is_passed_and_not_before()
    {
        TokenCounter counter = TokenCounter.Load("o200k_base");
        byte[] text = Encoding.UTF8.GetBytes(SampleTexts.Make("prose", 5000));
        long all = counter.Count(text);
        Assert.Equal(all, counter.Count(text, all));
        for (long limit = 0; limit < all; limit += 7)
        {
            Assert.InRange(counter.Count(text, limit), limit + 1, all);
        }
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        TokenCounter counter = TokenCounter.Load("cl100k_base");
        byte[][] texts = [.. SampleTexts.Kinds.Select(kind => Encoding.UTF8.GetBytes(SampleTexts.Make(kind, 3000, seed: 9)))];
        Assert.Equal(0, Allocation.OfEach(() => Array.ForEach(texts, text => counter.Count(text))));
    }

    [Fact]
    public void Threads_that_share_a_counter_count_alike()
    {
        TokenCounter counter = TokenCounter.Load("o200k_base");
        byte[][] texts = [.. Enumerable.Range(0, 200).Select(number => Encoding.UTF8.GetBytes(FuzzTexts.Make(5, number)))];
        long[] expected = [.. texts.Select(text => counter.Count(text))];
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            for (int i = 0; i < texts.Length; i++)
            {
                Assert.Equal(expected[i], counter.Count(texts[i]));
            }
        });
    }

    [Fact]
    public void Bytes_bound_tokens()
    {
        TokenCounter counter = TokenCounter.Load("o200k_base");
        Assert.Equal(1000, counter.MaxTokens(1000));
        Assert.Equal(0, counter.Count([]));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_counted_without_harm()
    {
        TokenCounter counter = TokenCounter.Load("cl100k_base");
        var random = new TextRandom(3);
        for (int round = 0; round < 2000; round++)
        {
            byte[] bytes = new byte[random.Below(200)];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)(random.Below(3) == 0 ? random.Below(128) : 128 + random.Below(128));
            }

            Assert.InRange(counter.Count(bytes), bytes.Length == 0 ? 0 : 1, bytes.Length);
        }
    }
}
