using System.Runtime.InteropServices;
using System.Text;
using Plumbline.Tokenizers.Formats;
using Plumbline.Tokenizers.Splitting;
using Plumbline.Tokenizers.Tables;
using Plumbline.Tokenizers.Tools.Texts;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Tests;

public class BundledTablesTests
{
    [Theory]
    [InlineData("o200k_base")]
    [InlineData("cl100k_base")]
    public void Bundled_tables_are_what_the_code_of_today_makes_of_their_merges(string encoding)
    {
        BundledEncoding bundled = BundledEncoding.Find(encoding)!;
        byte[] made = BundledEncoding.Write(bundled.Compile());
        byte[] held = Content(bundled);
        int alike = made.AsSpan().CommonPrefixLength(held);
        Assert.True(alike == made.Length && alike == held.Length, $"{encoding}.tables differs at byte {alike}; write it again (docs/tokenizers.md)");
    }

    [Fact]
    public void Tables_count_alike_where_the_assembly_is_not_mapped()
    {
        BundledEncoding bundled = BundledEncoding.Find("cl100k_base")!;
        using var copy = new MemoryStream(Content(bundled));
        TokenCounter mapped = bundled.Load(), read = bundled.Pattern.Counter("copy", new EncoderVocabulary(TableReader.Of(copy)));
        foreach (string kind in SampleTexts.Kinds)
        {
            byte[] text = Encoding.UTF8.GetBytes(SampleTexts.Make(kind, 1000));
            Assert.Equal(mapped.Count(text), read.Count(text));
        }
    }

    [Fact]
    public void A_file_of_tables_that_is_cut_off_is_not_read_beyond_its_end()
    {
        var writer = new TableWriter();
        writer.Add(Table<int>.Of([1, 2, 3]));
        writer.Add(Table<ulong>.Of([4, 5]));
        byte[] whole = writer.ToArray();

        TableReader reader = Reader(whole);
        Assert.Equal([1, 2, 3], reader.Next<int>().Values.ToArray());
        Assert.Equal([4UL, 5UL], reader.Next<ulong>().Values.ToArray());
        Assert.Contains("ends at byte 256", Assert.Throws<InvalidOperationException>(() => reader.Next<byte>()).Message, StringComparison.Ordinal);

        Assert.Throws<InvalidOperationException>(() => Reader(whole[..100]).Next<int>());
        MemoryMarshal.Write(whole.AsSpan(), -1);
        Assert.Throws<InvalidOperationException>(() => Reader(whole).Next<int>());
    }

    private static TableReader Reader(byte[] file) => TableReader.Of(new MemoryStream(file));

    private static byte[] Content(BundledEncoding bundled)
    {
        using Stream stream = bundled.Open();
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
