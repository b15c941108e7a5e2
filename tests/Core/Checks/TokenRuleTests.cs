using System.Text;

namespace Plumbline.Tests.Checks;

public sealed class TokenRuleTests
{
    private static readonly Assertion Assertion = new(Rules.MaxTokens, "/x-maxTokens", "tokens");
    private static readonly DefaultText[] None = [];
    private static readonly DefaultText[] Context = [new("/context", "dddd"u8.ToArray())];

    // One token a byte.
    [Theory]
    [InlineData(true, 3, "\"abc\"", null, null)]
    [InlineData(true, 3, "\"abcd\"", null, 4L)]
    [InlineData(true, 3, "\"\\u0061bc\"", null, null)]
    [InlineData(false, 3, "\"ab\"", null, 2L)]
    [InlineData(false, 3, "\"abc\"", null, null)]
    [InlineData(true, 3, "7", null, null)]
    [InlineData(true, 3, "{\"context\":\"abcd\"}", null, null)]
    [InlineData(true, 5, "{\"context\":\"abc\",\"messages\":[{\"content\":\"de\"},{\"content\":7}]}", "/context /messages/*/content", null)]
    [InlineData(true, 4, "{\"context\":\"abc\",\"messages\":[{\"content\":\"de\"},{\"content\":\"f\"}]}", "/context /messages/*/content", 6L)]
    [InlineData(true, 4, "\"abcdefgh\"", "/context", null)]
    public void Tokens_of_a_string_or_a_sum_are_judged(bool isMaximum, long limit, string text, string? of, long? actual) =>
        Assert.Equal(actual, Judge(isMaximum, limit, text, of, new ByteCounter(), None));

    [Theory]
    [InlineData("{\"messages\":[{\"content\":\"de\"}]}", 6L)]
    [InlineData("{\"context\":\"\",\"messages\":[{\"content\":\"de\"}]}", null)]
    public void A_runs_default_text_stands_in_for_an_absent_value(string text, long? actual) =>
        Assert.Equal(actual, Judge(true, 5, text, "/context /messages/*/content", new ByteCounter(), Context));

    [Fact]
    public void Without_a_counter_nothing_is_asserted() => Assert.Null(Judge(true, 0, "\"abc\"", null, null, None));

    [Fact]
    public void Bytes_decide_where_they_can()
    {
        var counter = new ByteCounter();
        Judge(true, 100, "\"abc\"", null, counter, None);
        Assert.Equal(0, counter.Calls);
    }

    [Fact]
    public void A_string_that_was_counted_to_its_end_is_not_counted_again()
    {
        string text = $"{{\"context\":\"{new string('c', 100)}\",\"note\":\"short\"}}";
        var counter = new ByteCounter();
        var counted = new CountedStrings();
        Assert.Null(Judge(true, 100, text, "/context", counter, None, counted));
        Assert.Null(Judge(false, 100, text, "/context", counter, None, counted));
        Assert.Equal(200, Judge(true, 150, text, "/context /context", counter, None, counted));
        Assert.Equal(1, counter.Calls);

        Assert.True(counted.TryFind(11, out int end, out long tokens));
        Assert.Equal((113, 100), (end, tokens));
        counted.Clear();
        Assert.False(counted.TryFind(11, out _, out _));
    }

    private static long? Judge(
        bool isMaximum, long limit, string text, string? of, ITokenCounter? counter, DefaultText[] defaults, CountedStrings? counted = null)
    {
        var faults = new FaultList();
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        new TokenRule(isMaximum, limit, of?.Split(' ') ?? [], Assertion).Judge(utf8, 0, utf8.Length, counter, defaults, faults, counted);
        return faults.Count == 0 ? null : faults[0].Actual;
    }

    private sealed class ByteCounter : ITokenCounter
    {
        public int Calls { get; private set; }

        public string Name => "bytes";

        public long MaxTokens(long utf8Bytes) => utf8Bytes;

        public long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue)
        {
            Calls++;
            return utf8.Length;
        }
    }
}
