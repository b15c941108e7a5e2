using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Plumbline.Runtime.Tests.Streaming;

namespace Plumbline.Runtime.Tests.Datasets;

/// <summary>Statistics of tokens a field: where texts stand, what is told of them, and that nothing of it depends on how a file is cut.</summary>
public sealed class TokenTests
{
    private static readonly DatasetOptions Counting =
        new() { CountTokens = true, Lines = ValidationOptions.DatasetLines with { TokenCounter = new BytesAsTokens() } };

    [Theory]
    [InlineData("\"abc\"", " 1 1 3")]
    [InlineData("[]", "")]
    [InlineData(" { } ", "")]
    [InlineData("{\"a\":1,\"b\":null,\"c\":true,\"d\":[[],{}]}", "")]
    [InlineData("{\"b\":\"x\",\"a\":\"yz\"}\n{\"a\":\"y\"}", "/b 1 1 1|/a 2 2 3")]
    [InlineData("{\"m\" : [ {\"c\":\"a\"} , {\"c\":\"bc\" , \"d\":\"\"} ] }", "/m/*/c 1 2 3|/m/*/d 1 1 0")]
    [InlineData("[\"a\",[\"b\",[\"c\"]],\"d\"]", "/* 1 2 2|/*/* 1 1 1|/*/*/* 1 1 1")]
    [InlineData("{\"a\":\"x\"}\n{\"a\":[\"x\"]}\n{\"a\":{\"b\":\"x\"}}", "/a 1 1 1|/a/* 1 1 1|/a/b 1 1 1")]
    [InlineData("{\"\\u0061\":\"x\"}\n{\"a\":\"\\u0078\\n\"}", "/a 2 2 3")]
    [InlineData("{\"a\":\"x\",\"a\":\"y\"}", "/a 1 2 2")]
    [InlineData("{\"a\\\":\\\"b\":\"x\"}\n{\"a\":\"b\"}\n{\"a\\\":\\\"b\":\"x\"}", "/a\":\"b 2 2 2|/a 1 1 1")]
    [InlineData("{\"a\\\\\":\"x\"}\n{\"a\\\\\":\"y\"}\n{\"a\\\\\\\"\":\"z\"}", "/a\\ 2 2 2|/a\\\" 1 1 1")]
    [InlineData("{\"ab\":\"x\",\"abc\":\"x\"}\n{\"abc\":\"y\",\"ab\":\"y\"}\n{\"ab\":\"x\",\"a\":\"x\"}", "/ab 3 3 3|/abc 2 2 2|/a 1 1 1")]
    [InlineData("{\"a/b~\":\"x\",\"\":\"é\"}", "/a~1b~0 1 1 1|/ 1 1 2")]
    [InlineData("{\"a\":\"x\"\n{\"a\":\"x\"}\n\n{\"a\":\"bad\"}", "/a 2 2 4")]
    [InlineData("{\"}\":\"]\",\"{\":{\",:\":\"[\\\"\"}}", "/} 1 1 1|/{/,: 1 1 2")]
    public void Every_string_is_counted_at_its_place(string lines, string expected) =>
        Assert.Equal(expected, string.Join('|', Run(lines, Counting).Tokens.Select(field => $"{field.Path} {field.Examples} {field.Texts} {field.Total}")));

    [Fact]
    public void Statistics_are_those_of_the_sorted_counts() => Prop.ForAll(
        Gen.Choose(0, 40).SelectMany(static n => Gen.Choose(0, 1 << (n % 15)).ArrayOf(n + 1)).ToArbitrary(),
        static lengths =>
        {
            TokenStatistics field = Assert.Single(Run(string.Concat(lengths.Select(static length => $"\"{new string('x', length)}\"\n")), Counting).Tokens);
            int[] sorted = [.. lengths.Order()];
            int[] percents = [0, 1, 25, 50, 90, 99, 100];
            Assert.Equal(percents.Select(p => (long)sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * p / 100m) - 1)]), field.Percentiles(percents));
            Assert.Equal((sorted.Length, sorted.Sum(), sorted.Average(), sorted[^1]), (field.Texts, field.Total, field.Mean, field.Max));
            Assert.Equal(sorted.Length, field.Histogram.Sum(static bucket => bucket.Count));
            Assert.All(field.Histogram, bucket => Assert.Equal(bucket.Count, sorted.Count(length => length >= bucket.From && length <= bucket.To)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Buckets_double_and_run_from_the_first_to_the_last_that_holds_a_text() => Assert.Equal(
        [new Bucket(1, 1, 1), new Bucket(2, 3, 2), new Bucket(4, 7, 0), new Bucket(8, 15, 1)],
        Assert.Single(Run("[\"x\",\"xx\",\"xxx\",\"xxxxxxxx\"]", Counting).Tokens).Histogram);

    [Fact]
    public void The_cuts_of_the_input_and_the_threads_change_nothing()
    {
        string lines = string.Concat(Enumerable.Range(0, 60).Select(static i =>
            i % 7 == 3 ? "{\"a\":\n" : $"{{\"n\":[\"{new string('x', i)}\"],\"{(char)('a' + (i % 5))}\":\"{i}\"}}\n"));
        DatasetSummary expected = Run(lines, Counting);
        Assert.Equal(6, expected.Tokens.Count);
        foreach (int size in (int[])[1, 10, 50, 200, 1000])
        {
            foreach (int threads in (int[])[1, 2, 7])
            {
                Assert.Equal(expected, Run(lines, Counting with { BufferBytes = size, Threads = threads }));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(400)]
    public void Merging_is_associative_and_fields_beyond_a_thousand_are_told_as_one(int fieldsOfAPart)
    {
        // Neighbours share half of their fields.
        string[] parts = [.. Enumerable.Range(0, 5).Select(part => string.Concat(
            Enumerable.Range(part * fieldsOfAPart / 2, fieldsOfAPart).Select(static i => $"{{\"k{i}\":\"xy\",\"n\":\"x\"}}\n")))];
        DatasetSummary whole = Run(string.Concat(parts), Counting);
        DatasetSummary[] each = [.. parts.Select(static part => Run(part, Counting))];

        Assert.Equal(whole, each.Aggregate(DatasetSummary.Merge));
        Assert.Equal(whole, each.Reverse().Aggregate(static (later, earlier) => DatasetSummary.Merge(earlier, later)));
        Assert.Equal(fieldsOfAPart * 5 * 3L, whole.Tokens.Sum(static field => field.Total));
        Assert.Equal(fieldsOfAPart * 3 >= 1000, whole.Tokens is [{ Path: TokenStatistics.AllFields }]);
    }

    [Fact]
    public void Limits_that_do_not_apply_to_a_model_leave_the_counts()
    {
        var rules = new DatasetRules("/x-dataset", models: [new DatasetModel("small", true), new DatasetModel("large", false)]);
        DatasetOptions large = Counting with { Model = "large" };
        Assert.False(large.HasTokenLimits(rules));
        Assert.True((Counting with { Model = "small" }).HasTokenLimits(rules));
        Assert.Null(large.LineOptions(rules).TokenCounter);
        Assert.Equal(3, Assert.Single(Outcome.OfStream(new MemoryStream("\"abc\""u8.ToArray()), large, rules).Summary.Tokens).Total);
    }

    [Fact]
    public void Nothing_is_counted_unless_asked_for_and_to_ask_takes_a_tokenizer()
    {
        Assert.Empty(Run("\"abc\"", Counting with { CountTokens = false }).Tokens);
        Assert.Throws<ArgumentException>(static () => Run("\"abc\"", new DatasetOptions { CountTokens = true }));
    }

    [Fact]
    public void Counting_allocates_nothing_for_a_line()
    {
        byte[] lines = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Range(0, 10_000).Select(static i => $"{{\"n\":[\"{i}\",\"\\u00e9\\n\"],\"\\u0061\":{{}}}}\n")));
        Assert.InRange(AllocatedBy(lines, 3) - AllocatedBy(lines, 1), long.MinValue, MemoryTests.Noise);
    }

    private static long AllocatedBy(byte[] lines, int times)
    {
        var run = new DatasetRun(() => new MarkingJudge(), null, Counting);
        run.Read(new RepeatingStream(lines, times), new ListSink());
        var stream = new RepeatingStream(lines, times);
        long before = GC.GetAllocatedBytesForCurrentThread();
        run.Read(stream, new ListSink());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static DatasetSummary Run(string lines, DatasetOptions options) =>
        Outcome.OfStream(new MemoryStream(Encoding.UTF8.GetBytes(lines)), options).Summary;

    private sealed class BytesAsTokens : ITokenCounter
    {
        public string Name => "bytes";

        public long MaxTokens(long utf8Bytes) => utf8Bytes;

        public long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue) => utf8.Length;
    }
}
