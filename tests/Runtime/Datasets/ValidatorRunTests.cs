using System.Text;
using Plumbline.Runtime.Tests.Streaming;

namespace Plumbline.Runtime.Tests.Datasets;

/// <summary>A validator, which finds the ends of lines by itself, runs through the same code as an engine that is shown one line at a time.</summary>
public sealed class ValidatorRunTests
{
    private const string Valid = """{"context":"c","messages":[{"author":"user","content":"a\n\u00e9"},{"author":"assistant","content":"b"}]}""";

    private static readonly string[] Lines =
    [
        Valid,
        Valid + "\r",
        "",
        """{"context":"c","messages":[{"author":"user","content":"a"},{"author":"human","content":""}]}""",
        Valid + " x",
        Valid[..40],
        Valid[..40] + "\r",
        """{"context":"c","context":"d","messages":[]}""",
        "   ",
        """{"context":"a""" + "\0" + "\"}",
        """{"context":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","messages":[]}""",
        "\"\uD83D\uDE00\"",
    ];

    [Fact]
    public void A_validator_reports_the_same_however_the_input_is_cut()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Join('\n', Lines));
        (string expected, DatasetSummary summary) = Run(text, new DatasetOptions { MaxLineBytes = 150 });

        Assert.Equal((12, 5, 10), (summary.Lines, summary.Examples, summary.FaultyLines));
        for (int size = 1; size < 200; size++)
        {
            foreach (int threads in (int[])[1, 2])
            {
                var options = new DatasetOptions { MaxLineBytes = 150, BufferBytes = size, Threads = threads };
                Assert.Equal((expected, summary), Run(text, options));
            }
        }
    }

    [Fact]
    public void A_malformed_line_ends_before_its_line_ending_whichever_it_is()
    {
        (string findings, _) = Run(Encoding.UTF8.GetBytes(Valid[..40] + "\n" + Valid[..40] + "\r\n" + Valid[..40]), new DatasetOptions());

        string[] columns = [.. findings.Split('\n').Select(static finding => finding.Split(':')[1])];
        Assert.Equal(["41", "41", "41"], columns);
    }

    [Fact]
    public void Valid_lines_allocate_nothing()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Valid + "\n", 10_000)));

        Assert.InRange(AllocatedBy(text, 3) - AllocatedBy(text, 1), long.MinValue, MemoryTests.Noise);
    }

    private static long AllocatedBy(byte[] text, int times)
    {
        var run = new DatasetRun(ChatValidator.Instance);
        var sink = new ListSink();
        run.Read(new RepeatingStream(text, times), sink);
        var stream = new RepeatingStream(text, times);
        long before = GC.GetAllocatedBytesForCurrentThread();
        run.Read(stream, sink);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Empty(sink.Findings);
        return allocated;
    }

    private static (string Findings, DatasetSummary Summary) Run(byte[] text, DatasetOptions options)
    {
        var sink = new ListSink();
        DatasetSummary summary = new DatasetRun(ChatValidator.Instance, options).Read(new MemoryStream(text), sink);
        return (string.Join('\n', sink.Findings.Select(static f => $"{f.Line}:{f.Column}: {f.Rule} {f.ByteOffset} {f.ByteLength} {f.Pointer} {f.Message}")),
            summary);
    }
}
