using System.Text;
using Plumbline.Tests.Interpretation;

namespace Plumbline.Tests.Checks;

public sealed class PointerCursorTests
{
    // The offset is that of ^ in the text, which is taken out.
    [Theory]
    [InlineData("^{\"a\":1}", "")]
    [InlineData("  ^[1]", "")]
    [InlineData("{^\"a\":1}", "/a")]
    [InlineData("{\"a\":^1}", "/a")]
    [InlineData("{\"a\":1, ^\"b\" : 2}", "/b")]
    [InlineData("{\"a\":[1,{\"b\":^null}]}", "/a/1/b")]
    [InlineData("[[],[[^7]]]", "/1/0/0")]
    [InlineData("{\"a/b\":{\"c~d\":^1}}", "/a~1b/c~0d")]
    [InlineData("{\"\\u0061\\n\":^1}", "/a\n")]
    [InlineData("{\"a\":{\"x\":1},\"b\":^2}", "/b")]
    [InlineData("{\"a\":\"}],{\",\"b\":^2}", "/b")]
    [InlineData("[1,2]^", "")]
    [InlineData("{\"a\":nul^", "/a")]
    [InlineData("{\"a\":nu^x}", "/a")]
    [InlineData("{\"a\":[1,^]}", "/a/1")]
    [InlineData("{\"a\":[1 ^2]}", "/a")]
    [InlineData("{\"a\":\"x\\^q\"}", "/a")]
    [InlineData("{\"a\":1 ^\"b\":2}", "")]
    [InlineData("{\"ab\\^q\":1}", "/abq")]
    [InlineData("[\"abc^", "/0")]
    [InlineData("}}]^x", "")]
    public void The_pointer_of_a_place_in_any_text(string marked, string pointer)
    {
        int offset = Encoding.UTF8.GetByteCount(marked[..marked.IndexOf('^', StringComparison.Ordinal)]);
        byte[] text = Encoding.UTF8.GetBytes(marked.Replace("^", "", StringComparison.Ordinal));
        Assert.Equal(pointer, Judged.PointerAt(text, offset));
    }
}
