using System.IO.Pipelines;
using FsCheck;
using FsCheck.Fluent;
using Plumbline.Runtime.Tests.Streaming;

namespace Plumbline.Runtime.Tests.Datasets;

/// <summary>Nothing that a run says depends on how its input was cut: not by reads, not by buffers, not by threads.</summary>
public sealed class BufferTests
{
    private static readonly int[] Sizes = [.. Enumerable.Range(1, 48), 63, 64, 65, 100, 127, 255, 1000, 4096];

    private static readonly DatasetRules TotalOfFour = MarkingJudge.RulesWithTotal(4);

    private static readonly DatasetOptions Options = new() { MaxLineBytes = NastyFile.MaxLineBytes };

    [Fact]
    public void A_nasty_stream_is_judged_alike_however_buffers_cut_it()
    {
        foreach (byte[] file in NastyFile.All())
        {
            Outcome expected = Outcome.Expected(file, Options, TotalOfFour);
            foreach (int size in Sizes)
            {
                Outcome actual = Outcome.OfStream(new MemoryStream(file), Options with { BufferBytes = size }, TotalOfFour);
                Assert.Equal(expected, actual);
            }
        }
    }

    [Fact]
    public void A_nasty_stream_is_judged_alike_however_reads_cut_it()
    {
        foreach (byte[] file in NastyFile.All())
        {
            Outcome expected = Outcome.Expected(file, Options, TotalOfFour);
            foreach (int size in (int[])[1, 2, 3, 5, 7, 11, 64])
            {
                Assert.Equal(expected, Outcome.OfStream(new TricklingStream(file, size), Options, TotalOfFour));
            }
        }
    }

    [Fact]
    public void A_nasty_stream_is_judged_alike_wherever_one_read_ends()
    {
        // 3 bytes later than the last line began, in the middle of a character, between carriage return and line feed: every place there is.
        byte[] file = NastyFile.All().MaxBy(static bytes => bytes.Length)!;
        Outcome expected = Outcome.Expected(file, Options, TotalOfFour);
        for (int cut = 0; cut <= file.Length; cut++)
        {
            Assert.Equal(expected, Outcome.OfStream(new CutStream(file, cut), Options, TotalOfFour));
            Assert.Equal(expected, Outcome.OfStream(new MemoryStream(file), Options with { BufferBytes = cut + 1 }, TotalOfFour));
        }
    }

    [Fact]
    public void A_nasty_file_is_judged_alike_by_any_number_of_threads()
    {
        using var folder = new TemporaryFolder();
        foreach (byte[] file in NastyFile.All())
        {
            Outcome expected = Outcome.Expected(file, Options, TotalOfFour);
            string path = folder.Write("nasty.jsonl", file);
            foreach (int size in (int[])[1, 2, 3, 7, 16, 41, 64, 100, 1000])
            {
                foreach (int threads in (int[])[1, 2, 7])
                {
                    DatasetOptions options = Options with { BufferBytes = size, Threads = threads };
                    Outcome ofFile = Outcome.OfFile(path, options, TotalOfFour);
                    Outcome ofStream = Outcome.OfStream(new TricklingStream(file, 29), options, TotalOfFour);
                    Assert.Equal(expected, ofFile);
                    Assert.Equal(expected, ofStream);
                }
            }
        }
    }

    [Fact]
    public async Task A_nasty_pipe_is_judged_alike_however_it_is_cut()
    {
        foreach (byte[] file in NastyFile.All())
        {
            Outcome expected = Outcome.Expected(file, Options, TotalOfFour);
            foreach (int size in (int[])[1, 2, 3, 17, 64, 4096])
            {
                PipeReader reader = PipeReader.Create(new TricklingStream(file, size), new StreamPipeReaderOptions(bufferSize: 16, minimumReadSize: 1));
                Assert.Equal(expected, await Outcome.OfPipe(reader, Options with { BufferBytes = size + 3 }, TotalOfFour));
            }
        }
    }

    [Fact]
    public void Any_text_is_judged_as_if_it_had_been_split_at_once()
    {
        using var folder = new TemporaryFolder();
        Gen<string> piece = Gen.Elements(
            "\n", "\n", "\r\n", "\r", "\uFEFF", "[1]", "{\"n\":[1,2]}", "{\"n\":[1]}\n", "[\"bad\"]\n", "\"odd\"", " ", "]", "\"long long long long text\"");
        Gen<(string[] Pieces, int Size, int Threads, int Most)> cases =
            from pieces in piece.ArrayOf()
            from size in Gen.Choose(1, 40)
            from threads in Gen.Elements(1, 2, 3)
            from most in Gen.Choose(1, 30)
            select (pieces, size, threads, most);

        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            byte[] bytes = System.Text.Encoding.UTF8.GetBytes(string.Concat(given.Pieces));
            DatasetOptions options = new() { MaxLineBytes = given.Most, BufferBytes = given.Size, Threads = given.Threads, MaxFindings = given.Most };
            Outcome expected = Outcome.Expected(bytes, options, TotalOfFour);
            Assert.Equal(expected, Outcome.OfStream(new TricklingStream(bytes, given.Most), options, TotalOfFour));
            Assert.Equal(expected, Outcome.OfFile(folder.Write("any.jsonl", bytes), options, TotalOfFour));
        }).QuickCheckThrowOnFailure();
    }
}
