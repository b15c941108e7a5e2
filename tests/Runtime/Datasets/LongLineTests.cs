using System.Text;
using Plumbline.Runtime.Tests.Streaming;

namespace Plumbline.Runtime.Tests.Datasets;

/// <summary>Lines far longer than a buffer: one that is judged, and ones that are passed over.</summary>
public sealed class LongLineTests
{
    private const int Limit = 3_000_000;

    [Fact]
    public void Long_lines_are_judged_alike_by_any_number_of_threads_and_from_a_stream()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(
            "{\"n\":[1]}\n",
            Line(Limit, "\"bad\""),
            "[\"bad\"]\n",
            Line(Limit + 1, "\"bad\""),
            Line(3 * Limit, "\"odd\""),
            "\n",
            "{\"n\":[1, \"odd\"]}\n",
            Line(Limit, "\"odd\"").TrimEnd('\n')));
        using var folder = new TemporaryFolder();
        string path = folder.Write("long.jsonl", text);
        var options = new DatasetOptions { MaxLineBytes = Limit, BufferBytes = 200_000 };
        DatasetRules rules = MarkingJudge.RulesWithTotal(1);

        Outcome expected = Outcome.Expected(text, options, rules);

        Assert.Equal((8, 5, 2), (expected.Summary.Lines, expected.Summary.Examples, expected.Summary.CountOf(Rules.LineTooLong)));
        Assert.Equal(expected, Outcome.OfStream(new MemoryStream(text), options, rules));
        foreach (int threads in (int[])[1, 2, 7])
        {
            Assert.Equal(expected, Outcome.OfFile(path, options with { Threads = threads }, rules));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1300)]
    [InlineData(2300)]
    [InlineData(long.MaxValue)]
    public void A_line_with_thousands_of_faults_is_told_in_order_up_to_the_limit(long maxFindings)
    {
        string crowded = $"[{string.Join(',', Enumerable.Repeat("\"bad\",\"odd\"", 600))}]\n";
        byte[] text = Encoding.UTF8.GetBytes("[\"bad\"]\n" + crowded + "[\"odd\"]\n" + crowded + "[\n");
        var options = new DatasetOptions { BufferBytes = 5000, MaxFindings = maxFindings };
        Outcome expected = Outcome.Expected(text, options);
        foreach (int threads in (int[])[1, 2, 3])
        {
            Assert.Equal(expected, Outcome.OfStream(new MemoryStream(text), options with { Threads = threads }));
        }
    }

    // One line of so many bytes, its line feed aside, that ends with a marked word.
    private static string Line(int length, string word) => $"[\"{new string('x', length - word.Length - 5)}\",{word}]\n";
}
