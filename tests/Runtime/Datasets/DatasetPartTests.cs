using System.Text;
using System.Text.Json;
using Plumbline.Runtime.Tests.Streaming;

namespace Plumbline.Runtime.Tests.Datasets;

/// <summary>Ranges of a file that are read apart come together to what one run says.</summary>
public sealed class DatasetPartTests
{
    private static readonly DatasetOptions Options = new()
    {
        MaxLineBytes = NastyFile.MaxLineBytes,
        BufferBytes = 100,
        CountTokens = true,
        Lines = ValidationOptions.DatasetLines with { TokenCounter = new BytesAsTokens() },
    };

    [Fact]
    public void A_file_may_be_cut_at_any_byte()
    {
        using var folder = new TemporaryFolder();
        foreach (byte[] file in NastyFile.All())
        {
            string path = folder.Write("nasty.jsonl", file);
            DatasetRules rules = RulesOf(total: 3);
            Outcome expected = Outcome.OfFile(path, Options, rules);
            for (int cut = 0; cut <= file.Length; cut++)
            {
                Outcome merged = Merged(path, Options, rules, [0, cut, file.Length]);
                Assert.True(expected == merged, $"cut at {cut} of {file.Length}:\n{expected}\n{merged}\n{Encoding.UTF8.GetString(file)}");
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(64, 3)]
    [InlineData(1000, 2)]
    public void Neither_the_number_of_ranges_nor_buffers_nor_threads_matter(int bufferBytes, int threads)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(bufferBytes);
        DatasetOptions options = Options with { BufferBytes = bufferBytes, Threads = threads };
        foreach (byte[] file in NastyFile.All())
        {
            string path = folder.Write("nasty.jsonl", file);
            long[] cuts = [0, .. Enumerable.Range(0, 9).Select(_ => random.NextInt64(file.Length + 1)).Order(), file.Length];
            Assert.Equal(Outcome.OfFile(path, Options, RulesOf(total: 2)), Merged(path, options, RulesOf(total: 2), cuts));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(13)]
    public void A_total_exceeds_its_limit_at_the_same_value(long max)
    {
        using var folder = new TemporaryFolder();
        byte[] file = Encoding.UTF8.GetBytes("{\"n\":[1,\"\u00e9\",3]}\n{\"n\":[4\n{\"n\":[]}\n\n{\"n\":[4, 5]}\n[]\n{\"n\":[6,7,8,9,10,11]}\n{\"n\":[12,13]}");
        string path = folder.Write("totals.jsonl", file);
        Outcome expected = Outcome.OfFile(path, Options, RulesOf(max));
        Assert.Equal(max < 13, expected.Findings.Contains("first exceeds", StringComparison.Ordinal));
        for (int cut = 0; cut <= file.Length; cut++)
        {
            for (int second = cut; second <= file.Length; second += 3)
            {
                Assert.Equal(expected, Merged(path, Options, RulesOf(max), [0, cut, second, file.Length]));
            }
        }
    }

    [Theory]
    [InlineData("{\"t\":1}\n{\"t\":1.0}\n{\"t\":10e-1}\n{}\n")]
    [InlineData("{\"t\":1}\n{\"t\":2}\n{\"t\":1}\n{\"t\":3}\n")]
    [InlineData("{}\n[]\n{\"t\":{\"a\":[1]}}\n{\"t\":{\"a\":[1]}}\n{\"u\":1,\"t\":{\"a\":[2]}}\n")]
    [InlineData("{\"t\":\"x\",\"u\":0}\n  {\"u\":1}\n{\"t\":\"x\"}\n")]
    [InlineData("{\"u\":\n{\"u\":1}\n{\"t\":1}\n{\"t\":1,\"u\":2}\n")]
    public void What_all_lines_have_in_common_is_compared_beyond_the_cuts(string lines)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("uniform.jsonl", Encoding.UTF8.GetBytes(lines));
        Outcome expected = Outcome.OfFile(path, Options, RulesOf(total: 100));
        for (int cut = 0; cut <= lines.Length; cut++)
        {
            for (int second = cut; second <= lines.Length; second++)
            {
                Assert.Equal(expected, Merged(path, Options, RulesOf(total: 100), [0, cut, second, lines.Length]));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void The_limit_on_findings_is_that_of_the_whole(long max)
    {
        using var folder = new TemporaryFolder();
        byte[] file = NastyFile.All().First();
        string path = folder.Write("nasty.jsonl", file);
        DatasetOptions options = Options with { MaxFindings = max };
        for (int cut = 0; cut <= file.Length; cut += 11)
        {
            Assert.Equal(Outcome.OfFile(path, options, RulesOf(total: 3)), Merged(path, options, RulesOf(total: 3), [0, cut, file.Length]));
        }
    }

    [Fact]
    public void Compressed_files_and_ranges_outside_the_file_are_refused()
    {
        using var folder = new TemporaryFolder();
        var run = new DatasetRun(() => new MarkingJudge());
        string path = folder.Write("a.jsonl", "[]\n"u8.ToArray());
        Assert.Throws<NotSupportedException>(() => run.ReadRange(folder.Write("a.gz", [0x1F, 0x8B, 8, 0]), 0, 4, new PartSink()));
        Assert.Throws<ArgumentOutOfRangeException>(() => run.ReadRange(path, 0, 4, new PartSink()));
        Assert.Throws<ArgumentOutOfRangeException>(() => run.ReadRange(path, 2, 1, new PartSink()));
        Assert.Throws<ArgumentOutOfRangeException>(() => run.ReadRange(path, -1, 1, new PartSink()));
        Assert.Throws<FileNotFoundException>(() => run.ReadRange(folder.PathOf("absent"), 0, 0, new PartSink()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"summary": {"lines": "x"}, "uniformFirst": [], "uniformDifferent": []}""")]
    [InlineData("""{"summary": 1, "uniformFirst": [], "uniformDifferent": []}""")]
    public void What_is_no_part_is_a_format_error(string json) =>
        Assert.Throws<FormatException>(() => DatasetPart.Read(JsonDocument.Parse(json).RootElement));

    [Fact]
    public void A_part_of_another_schema_is_refused()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.jsonl", "[]\n"u8.ToArray());
        DatasetPart part = new DatasetRun(() => new MarkingJudge()).ReadRange(path, 0, 3, new PartSink());
        Assert.Throws<ArgumentException>(() => new DatasetMerge(RulesOf(1), Options, new ListSink(), path).Add(part));
        Assert.Throws<ArgumentException>(() => new DatasetMerge(null, Options, new ListSink(), path).Add(new TotalPlace(0, 0, 1, 1, 0, 1, "")));
    }

    private static DatasetRules RulesOf(long total) => new(
        "/x-dataset",
        minExamples: 10,
        maxExamples: 11,
        totals: [new DatasetTotal("/n/*", total, "/x-dataset/totals/0")],
        uniform:
        [
            new UniformRule(["/t"], byValue: true, isOptional: true, isWarning: false, message: null, "/x-dataset/uniform/0"),
            new UniformRule(["/t", "/u"], byValue: false, isOptional: false, isWarning: true, message: "All or none.", "/x-dataset/uniform/1"),
        ]);

    private static Outcome Merged(string path, DatasetOptions options, DatasetRules rules, long[] cuts)
    {
        var sink = new ListSink();
        var merge = new DatasetMerge(rules, options, sink, path);
        for (int i = 1; i < cuts.Length; i++)
        {
            var found = new PartSink();
            DatasetPart part = new DatasetRun(() => new MarkingJudge(), rules, options).ReadRange(path, cuts[i - 1], cuts[i], found);
            found.Findings.ForEach(merge.Add);
            found.Places.ForEach(place => merge.Add(place));
            merge.Add(Copied(part));
        }

        return Outcome.Of(merge.Conclude(), sink);
    }

    // As it comes to another machine.
    private static DatasetPart Copied(DatasetPart part)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            part.WriteTo(json);
        }

        DatasetPart copy = DatasetPart.Read(JsonDocument.Parse(text.ToArray()).RootElement);
        Assert.Equal(part.Summary, copy.Summary);
        return copy;
    }

    private sealed class PartSink : IDatasetPartSink
    {
        public List<Finding> Findings { get; } = [];

        public List<TotalPlace> Places { get; } = [];

        public void Add(Finding finding) => Findings.Add(finding);

        public void Add(in TotalPlace place) => Places.Add(place);
    }

    private sealed class BytesAsTokens : ITokenCounter
    {
        public string Name => "bytes";

        public long MaxTokens(long utf8Bytes) => utf8Bytes;

        public long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue) => utf8.Length;
    }
}
