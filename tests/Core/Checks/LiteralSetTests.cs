using System.Globalization;
using System.Text;

namespace Plumbline.Tests.Checks;

public sealed class LiteralSetTests
{
    [Theory]
    [InlineData("1.0", true)]
    [InlineData("\"\\u0061\"", true)]
    [InlineData("{ \"y\" : [ ], \"x\" : 2e0 }", true)]
    [InlineData("[1, 2]", true)]
    [InlineData("\"1\"", false)]
    [InlineData("{\"x\":2}", false)]
    [InlineData("[2,1]", false)]
    [InlineData("true", false)]
    public void A_value_is_found_by_what_it_means_among_few_and_among_many(string json, bool isThere)
    {
        string[] few = ["1", "\"a\"", "{\"x\":2,\"y\":[]}", "[1,2]"];
        string[] many = [.. few, "null", "0.5", .. Enumerable.Range(10, 50).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        Assert.Equal(isThere, new LiteralSet(few).Contains(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(isThere, new LiteralSet(many).Contains(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void A_value_is_compared_with_few_of_many()
    {
        const int Values = 20_000;
        var set = new LiteralSet([.. Enumerable.Range(0, Values).Select(i => string.Create(CultureInfo.InvariantCulture, $"{{\"n\":[{i},\"{i}\"]}}"))]);
        int most = Enumerable.Range(0, 2 * Values).Max(i =>
            set.Candidates(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"n\":[{i},\"{i}\"]}}"))).Length);

        // Hashes of 32 bits: more than a handful that share one would not be chance.
        Assert.InRange(most, 1, 5);
    }

    [Fact]
    public void A_value_that_stands_in_a_set_many_times_is_compared_once()
    {
        var set = new LiteralSet([.. Enumerable.Range(0, 1_000).Select(i => "1." + new string('0', i + 1))]);
        Assert.Single(set.Candidates("1"u8));
        Assert.True(set.Contains("1"u8));
    }
}
