using System.Text;

namespace Plumbline.Tests.Checks;

public sealed class JsonEqualityTests
{
    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("\"a\"", "\"\\u0061\"", true)]
    [InlineData("\"1\"", "1", false)]
    [InlineData("true", "false", false)]
    [InlineData("null", "0", false)]
    [InlineData("[]", "{}", false)]
    [InlineData("[1, 2]", "[1.0,2e0]", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[1]", "[1,1]", false)]
    [InlineData("[[],[]]", "[[],{}]", false)]
    [InlineData("{\"a\":1,\"b\":[{}]}", "{ \"b\" : [ { } ], \"\\u0061\" : 1.0 }", true)]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":2}", false)]
    [InlineData("{\"a\":1}", "{\"b\":1}", false)]
    [InlineData("{\"a\":1,\"a\":2}", "{\"a\":2}", true)]
    [InlineData("{\"a\":{\"x\":[true,null]}}", "{\"a\":{\"x\":[true,false]}}", false)]
    public void Values_are_equal_as_JSON_Schema_defines_it(string left, string right, bool equal)
    {
        byte[] x = Encoding.UTF8.GetBytes(left);
        byte[] y = Encoding.UTF8.GetBytes(right);
        Assert.Equal(equal, JsonEquality.AreEqual(x, y));
        Assert.Equal(equal, JsonEquality.AreEqual(y, x));
        if (equal)
        {
            Assert.Equal(JsonEquality.Hash(x), JsonEquality.Hash(y));
        }
    }

    [Fact]
    public void Large_objects_compare_whatever_the_order_of_their_members()
    {
        string[] members = [.. Enumerable.Range(0, 5000).Select(i => $"\"name{i}\":{i}")];
        byte[] forward = Encoding.UTF8.GetBytes($"{{{string.Join(',', members)}}}");
        byte[] backward = Encoding.UTF8.GetBytes($"{{{string.Join(", ", members.Reverse())}}}");
        Assert.True(JsonEquality.AreEqual(forward, backward));
        Assert.Equal(JsonEquality.Hash(forward), JsonEquality.Hash(backward));
    }
}
