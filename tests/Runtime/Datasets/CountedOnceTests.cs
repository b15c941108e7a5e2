using System.Text;

namespace Plumbline.Runtime.Tests.Datasets;

/// <summary>Several limits may be about one string, and statistics are about all: it is counted once, and what is told of it stays the same.</summary>
public sealed class CountedOnceTests
{
    private static readonly string[] Lines =
    [
        Line('a', 70, 80), Line('b', 200, 90), Line('c', 90, 400), Line('d', 300, 300), Line('e', 64, 64), Line('\n', 90, 100),
        $"{Line('x', 100, 100)[..^1]},\"c\":[\"{new string('y', 500)}\"]}}",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_string_of_a_line_is_counted_once(bool statistics)
    {
        var counter = new ByteCounter();
        DatasetSummary summary = Run(counter, new Limited(), statistics);

        // Without statistics, strings in no limit are not counted, and a count that a limit breaks off has to be begun again.
        int strings = 2 * Lines.Length + (statistics ? 1 : 0);
        int bytes = 70 + 80 + 200 + 90 + 90 + 400 + 300 + 300 + 64 + 64 + 90 + 100 + 100 + 100 + (statistics ? 500 : 0);
        Assert.Equal(bytes, counter.Whole);
        Assert.Equal(strings, counter.WholeCalls);
        Assert.Equal(statistics, counter.Broken == 0);
        Assert.Equal(3, summary.FaultyLines);
    }

    [Fact]
    public void Statistics_and_findings_are_the_same_with_limits_and_without()
    {
        DatasetSummary limited = Run(new ByteCounter(), new Limited(), statistics: true);
        Assert.Equal(Run(new ByteCounter(), new Unlimited(), statistics: true).Tokens, limited.Tokens);
        Assert.Equal(Run(new ByteCounter(), new Limited(), statistics: false).Errors, limited.Errors);
    }

    [Fact]
    public void What_was_counted_is_forgotten_with_the_line_however_much_it_was()
    {
        string large = $"{{\"a\":[{string.Join(',', Enumerable.Range(0, 3000).Select(static i => $"\"{new string('x', 64 + (i % 50))}\""))}]}}";
        string small = $"{{\"a\":[\"{new string('y', 500)}\"]}}";
        string[] lines = [small, large, small, large, small];
        var counter = new ByteCounter();
        DatasetSummary summary = Run(counter, new Limited("/a/*"), statistics: true, lines);

        Assert.Equal(summary.Tokens.Sum(static field => field.Total), counter.Whole);
        Assert.Equal(6003, counter.WholeCalls);
        Assert.Equal((3 * 500) + (2 * Enumerable.Range(0, 3000).Sum(static i => 64 + (i % 50))), counter.Whole);
    }

    private static string Line(char letter, int a, int b) => letter == '\n'
        ? $"{{\"a\":\"{string.Concat(Enumerable.Repeat("\\n", a))}\",\"b\":\"{string.Concat(Enumerable.Repeat("\\u000a", b))}\"}}"
        : $"{{\"a\":\"{new string(letter, a)}\",\"b\":\"{new string(letter, b)}\"}}";

    private static DatasetSummary Run(ByteCounter counter, JsonValidator validator, bool statistics, params string[] lines)
    {
        var options = new DatasetOptions { CountTokens = statistics, Lines = ValidationOptions.DatasetLines with { TokenCounter = counter } };
        byte[] text = Encoding.UTF8.GetBytes(string.Join('\n', lines is [] ? Lines : lines));
        return new DatasetRun(validator, options).Read(new MemoryStream(text), new ListSink());
    }

    private static readonly Assertion TooMany = new(Rules.MaxTokens, "/x-maxTokens", "fewer tokens");

    private sealed class Limited(params string[] paths) : JsonValidator("limited")
    {
        private readonly TokenRule[] _rules = paths is []
            ? [new(isMaximum: true, 150, ["/a"], TooMany), new(isMaximum: true, 250, ["/b", "/a"], TooMany), new(isMaximum: false, 10, ["/b"], TooMany)]
            : [new(isMaximum: true, 10_000_000, paths, TooMany), new(isMaximum: false, 10_000, paths, TooMany)];

        protected internal override nint Value(Validation v, nint at)
        {
            nint end = v.Skip(at);
            Array.ForEach(_rules, rule => v.Tokens(rule, at, end));
            return end;
        }
    }

    private sealed class Unlimited() : JsonValidator("unlimited")
    {
        protected internal override nint Value(Validation v, nint at) => v.Skip(at);
    }

    // One token a byte; tells counts that went to the end of their text from those that were broken off.
    private sealed class ByteCounter : ITokenCounter
    {
        public string Name => "bytes";

        public long Whole { get; private set; }

        public int WholeCalls { get; private set; }

        public int Broken { get; private set; }

        public long MaxTokens(long utf8Bytes) => utf8Bytes;

        public long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue)
        {
            if (utf8.Length > stopAfter)
            {
                Broken++;
                return stopAfter + 1;
            }

            Whole += utf8.Length;
            WholeCalls++;
            return utf8.Length;
        }
    }
}
