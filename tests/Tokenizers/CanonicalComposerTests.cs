using System.Text;
using Plumbline.Testing;
using Plumbline.Tokenizers.Normalization;
using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Tokenizers.Tests;

/// <summary>Examples of Unicode Standard Annex 15; the whole of its conformance test is run by the tool's command normalization-check.</summary>
public class CanonicalComposerTests
{
    [Theory]
    [InlineData("plain, é, 日本 and 😀", "plain, é, 日本 and 😀")]
    [InlineData("A\u030A \u212B \u00C5", "\u00C5 \u00C5 \u00C5")]
    [InlineData("s\u0307\u0323", "\u1E69")] // the dot below comes first
    [InlineData("\u1E0B\u0323 d\u0323\u0307", "\u1E0D\u0307 \u1E0D\u0307")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")] // nothing to compose, but an order
    [InlineData("a\u0315\u0300\u05AE\u0062", "\u00E0\u05AE\u0315b")]
    [InlineData("\u0958", "\u0915\u093C")] // never composed
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\u1100\u1161\u11A8 \uAC00\u11A8 \u1100\uAC00", "\uAC01 \uAC01 \u1100\uAC00")]
    [InlineData("\u0301e\u0301", "\u0301\u00E9")]
    [InlineData("e\u0301\u0301", "\u00E9\u0301")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    [InlineData("", "")]
    public void Text_becomes_form_C(string text, string expected)
    {
        var output = new ByteBuffer();
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        new CanonicalComposer().Append(utf8, output);
        Assert.Equal(expected, Encoding.UTF8.GetString(output.Written));
        Assert.True(text == expected || !CanonicalComposer.IsSettled(utf8));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_stay_and_marks_behind_them_too()
    {
        byte[] broken = [(byte)'a', 0xCC, (byte)'b', 0xE3, 0x81, 0xCC, 0x81, 0xFF, 0xCC, 0x81];
        var output = new ByteBuffer();
        new CanonicalComposer().Append(broken, output);
        Assert.Equal(broken, output.Written);
    }

    [Fact]
    public void Composing_grows_no_text_beyond_the_bound_and_allocates_nothing()
    {
        // U+1D160 becomes twelve bytes of four, U+FB2C six of three.
        TokenCounter counter = TokenCounter.Read("qwen-nfc", Encoding.UTF8.GetBytes(TokenizerJsonSamples.Make("qwen-nfc", Fixture.Folder)));
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("\U0001D160\uFB2C\u0344", 50)));
        Assert.InRange(counter.Count(text), 1, counter.MaxTokens(text.Length));
        Assert.Equal(0, Allocation.OfEach(() => counter.Count(text)));
    }
}
