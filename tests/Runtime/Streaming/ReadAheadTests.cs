using System.Text;
using Plumbline.Streaming;

namespace Plumbline.Runtime.Tests;

/// <summary>The reader ahead of a single validator: blocks in their order, few of them, and fewer where they are large.</summary>
public class ReadAheadTests
{
    private const int BufferBytes = 64;

    [Fact]
    public void The_lines_are_those_of_the_source_in_their_order()
    {
        string text = Lines(5000, length: 40);
        Assert.Equal(text, Read(text, out int blocks, out _));
        Assert.InRange(blocks, 2, 6);
    }

    [Fact]
    public void Two_blocks_are_kept_once_lines_are_longer_than_blocks()
    {
        string text = Lines(500, length: 40) + Lines(1, length: 3000) + Lines(500, length: 40);
        Assert.Equal(text, Read(text, out _, out int blocksAtTheEnd));
        Assert.InRange(blocksAtTheEnd, 1, 2);
    }

    [Fact]
    public void A_failure_comes_after_the_lines_before_it()
    {
        string text = Lines(1000, length: 40);
        using var ahead = new ReadAhead(new StreamLineSource(new Failing(Encoding.UTF8.GetBytes(text)), BufferBytes, 1000, leaveOpen: false), default);
        var read = new StringBuilder();
        var block = new LineBlock(BufferBytes);
        Assert.Throws<IOException>(() =>
        {
            while (ahead.Fill(ref block, default))
            {
                read.Append(TextOf(block));
            }
        });
        Assert.Equal(text, read.ToString());
    }

    [Fact]
    public void It_can_be_left_while_blocks_wait()
    {
        var source = new StreamLineSource(new MemoryStream(Encoding.UTF8.GetBytes(Lines(1000, length: 40))), BufferBytes, 1000, leaveOpen: false);
        var ahead = new ReadAhead(source, default);
        var block = new LineBlock(BufferBytes);
        for (int i = 0; i < 20; i++)
        {
            Assert.True(ahead.Fill(ref block, default));
        }

        ahead.Dispose();
    }

    private static string Read(string text, out int blocks, out int blocksAtTheEnd)
    {
        using var ahead = new ReadAhead(new StreamLineSource(new MemoryStream(Encoding.UTF8.GetBytes(text)), BufferBytes, 10_000, leaveOpen: false), default);
        var read = new StringBuilder();
        var met = new List<LineBlock>();
        var block = new LineBlock(BufferBytes);
        while (ahead.Fill(ref block, default))
        {
            read.Append(TextOf(block));
            met.Add(block);
        }

        blocks = met.Distinct().Count();
        blocksAtTheEnd = met.TakeLast(100).Distinct().Count();
        return read.ToString();
    }

    private static string TextOf(LineBlock block) => Encoding.UTF8.GetString(block.Lines.Span[block.Start..block.End]);

    private static string Lines(int count, int length) =>
        string.Concat(Enumerable.Range(0, count).Select(i => $"{new string((char)('a' + (i % 26)), length - 1)}\n"));

    private sealed class Failing(byte[] text) : MemoryStream(text)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer) is > 0 and int read ? read : throw new IOException("gone");
    }
}
