namespace Plumbline.Runtime.Tests;

public unsafe class PaddedBufferTests
{
    [Fact]
    public void Sealing_puts_a_sentinel_after_the_text_and_clears_the_padding()
    {
        var buffer = new PaddedBuffer(100);
        for (int length = 0; length <= 100; length++)
        {
            buffer.Span.Fill(0xFF);
            buffer.SealLines(length);
            Check(buffer, length, (byte)'\n');
            buffer.SealDocument(length);
            Check(buffer, length, 0);
        }
    }

    [Fact]
    public void A_line_feed_is_found_at_or_after_an_offset_and_else_the_end()
    {
        var buffer = new PaddedBuffer(300);
        buffer.Span.Fill((byte)'x');
        buffer.Span[7] = buffer.Span[150] = (byte)'\n';
        buffer.SealLines(300);
        Assert.Equal(7, buffer.FindLineFeed(0));
        Assert.Equal(7, buffer.FindLineFeed(7));
        Assert.Equal(150, buffer.FindLineFeed(8));
        Assert.Equal(300, buffer.FindLineFeed(151));
        Assert.Equal(300, buffer.FindLineFeed(300));
    }

    [Fact]
    public void A_text_longer_than_the_buffer_is_refused()
    {
        var buffer = new PaddedBuffer(10);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.SealLines(11));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.SealDocument(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PaddedBuffer(-1));
    }

    private static void Check(PaddedBuffer buffer, int length, byte sentinel)
    {
        Assert.Equal(length, buffer.Length);
        Assert.Equal(length, buffer.Text.Length);
        Assert.Equal(sentinel, buffer.Pointer[length]);
        Assert.Equal(-1, new ReadOnlySpan<byte>(buffer.Pointer + length + 1, PaddedBuffer.Padding - 1).IndexOfAnyExcept((byte)0));
        Assert.Equal(-1, new ReadOnlySpan<byte>(buffer.Pointer - PaddedBuffer.Padding, PaddedBuffer.Padding).IndexOfAnyExcept((byte)0));
    }
}
