using System.Text;
using Plumbline.Testing;
using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Tokenizers.Tests;

public class TokenCountersTests
{
    [Fact]
    public void Texts_arrive_as_they_are_in_utf16()
    {
        string seen = "";
        ITokenCounter counter = TokenCounters.FromChars("seen", text =>
        {
            seen = text.ToString();
            return text.Length;
        });
        foreach (string text in SampleTexts.Kinds.Select(kind => SampleTexts.Make(kind, 700)).Append("").Append("short"))
        {
            Assert.Equal(text.Length, counter.Count(Encoding.UTF8.GetBytes(text)));
            Assert.Equal(text, seen);
        }
    }

    [Fact]
    public void Bytes_that_are_not_utf8_become_replacement_characters()
    {
        string seen = "";
        ITokenCounter counter = TokenCounters.FromChars("seen", text =>
        {
            seen = text.ToString();
            return 1;
        });
        counter.Count([(byte)'a', 0xFF, (byte)'b', 0xE4, 0xBD]);
        Assert.Equal("a\uFFFDb\uFFFD", seen);
    }

    [Fact]
    public void The_bound_on_tokens_is_the_one_that_was_given()
    {
        Assert.Equal(10, TokenCounters.FromChars("x", _ => 0).MaxTokens(10));
        Assert.Equal(32, TokenCounters.FromChars("x", _ => 0, maxTokensPerByte: 3, extraTokens: 2).MaxTokens(10));
    }

    [Fact]
    public void Transcoding_allocates_nothing()
    {
        ITokenCounter counter = TokenCounters.FromChars("length", text => text.Length);
        byte[] text = Encoding.UTF8.GetBytes(SampleTexts.Make("cjk", 5000));
        Assert.Equal(0, Allocation.OfEach(() => counter.Count(text)));
    }
}
