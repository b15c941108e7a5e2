using System.Text;
using Plumbline.Testing;

namespace Plumbline.Tests.Checks;

public sealed class InstancePathTests
{
    private const string Chat =
        """{ "context": "c", "messages": [ {"author":"user","content":"a"}, {"content":"b","author":7}, 5, {}, {"content":["x","y"]} ], """
        + """ "a/b~c": {"1": true} }""";

    [Theory]
    [InlineData("", "{")]
    [InlineData("/context", "\"c\"")]
    [InlineData("/messages/*/author", "\"user\",7")]
    [InlineData("/messages/*/content", "\"a\",\"b\",[")]
    [InlineData("/messages/*/content/*", "\"x\",\"y\"")]
    [InlineData("/messages/1/author", "7")]
    [InlineData("/messages/9/author", "")]
    [InlineData("/messages/*", "{,{,5,{,{")]
    [InlineData("/context/*", "")]
    [InlineData("/*", "")]
    [InlineData("/missing/*/x", "")]
    [InlineData("/a~1b~0c/1", "true")]
    public void A_path_yields_the_values_that_stand_at_it(string path, string starts)
    {
        byte[] text = Encoding.UTF8.GetBytes(Chat);
        var found = new List<string>();
        foreach (int offset in InstancePath.Parse(path).In(text))
        {
            int end = text[offset] is (byte)'{' or (byte)'[' ? offset + 1 : JsonSyntax.SkipValue(text, offset);
            found.Add(Encoding.UTF8.GetString(text, offset, end - offset));
        }

        Assert.Equal(starts, string.Join(',', found));
    }

    [Theory]
    [InlineData("[[1,2],[],[3]]", "/*/*", 3)]
    [InlineData("[[1,2],[],[3]]", "/*/0", 2)]
    [InlineData("[]", "/*", 0)]
    [InlineData("{\"a\":1,\"a\":2}", "/a", 1)]
    [InlineData("{\"a\":[1,2],\"b\":[3],\"a\":[4]}", "/a/*", 3)]
    [InlineData("{\"a\":{\"b\":1,\"b\":2},\"a\":{\"b\":3}}", "/a/b", 2)]
    [InlineData("7", "/a", 0)]
    [InlineData(" 7 ", "", 1)]
    public void Values_at_a_path_are_counted(string text, string path, long count) =>
        Assert.Equal(count, InstancePath.Parse(path).CountIn(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Walking_allocates_nothing()
    {
        byte[] text = Encoding.UTF8.GetBytes(Chat);
        InstancePath path = InstancePath.Parse("/messages/*/author");
        Assert.Equal(0, Allocation.OfEach(() => path.CountIn(text)));
    }

    [Fact]
    public void A_path_that_does_not_begin_with_a_slash_is_refused() => Assert.Throws<FormatException>(() => InstancePath.Parse("messages/*"));
}
