using System.Text;

namespace Plumbline.Runtime.Tests.Streaming;

/// <summary>Lines as a user's loop sees them.</summary>
public sealed class JsonLinesTests
{
    [Fact]
    public void Lines_are_those_of_the_text_however_it_is_cut()
    {
        foreach (byte[] file in NastyFile.All())
        {
            string[] expected = [.. Split(file)];
            for (int size = 1; size < 80; size += 3)
            {
                using JsonLines lines = JsonLines.Read(new TricklingStream(file, size), NastyFile.MaxLineBytes, bufferBytes: size);
                Assert.Equal(expected, Describe(lines));
            }
        }
    }

    [Fact]
    public void A_file_is_read_where_it_is_and_closed()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("two.jsonl", "{}\r\n[]"u8.ToArray());
        using (JsonLines lines = JsonLines.Open(path))
        {
            Assert.Equal(["1 @0 {}", "2 @4 []"], Describe(lines));
            Assert.False(lines.MoveNext());
        }

        using FileStream alone = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(6, alone.Length);
    }

    [Fact]
    public void A_stream_stays_open()
    {
        using var stream = new MemoryStream("1\n"u8.ToArray());
        JsonLines.Read(stream).Dispose();

        Assert.True(stream.CanRead);
    }

    private static List<string> Describe(JsonLines lines)
    {
        List<string> seen = [];
        foreach (JsonLine line in lines)
        {
            seen.Add($"{line.Number} @{line.ByteOffset} {(line.IsTooLong ? "(too long)" : Encoding.Latin1.GetString(line.Text))}");
        }

        return seen;
    }

    private static IEnumerable<string> Split(byte[] file)
    {
        int start = file.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        for (int number = 1, next; start < file.Length; start = next, number++)
        {
            int feed = Array.IndexOf(file, (byte)'\n', start);
            next = feed < 0 ? file.Length : feed + 1;
            string line = Encoding.Latin1.GetString(file, start, (feed < 0 ? file.Length : feed) - start);
            line = line.EndsWith('\r') ? line[..^1] : line;
            yield return $"{number} @{start} {(line.Length > NastyFile.MaxLineBytes ? "(too long)" : line)}";
        }
    }
}
