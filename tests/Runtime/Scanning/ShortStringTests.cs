using System.Text;
using Plumbline.Scanning;

namespace Plumbline.Runtime.Tests;

/// <summary>The short way of reading names: it finds the end that the string scan finds, or leaves the string to it.</summary>
public unsafe class ShortStringTests
{
    [Fact]
    public void A_plain_string_of_up_to_32_bytes_ends_where_the_string_scan_ends_it()
    {
        for (int length = 0; length < 40; length++)
        {
            PaddedBuffer buffer = StringPaths.Buffer(Encoding.UTF8.GetBytes(new string('n', length) + "\":\"\""));
            byte* end = ShortStrings.PlainEnd(buffer.Pointer);
            Assert.Equal(length <= 32 ? length : StringPaths.Malformed, end is null ? StringPaths.Malformed : (int)(end - buffer.Pointer));
        }
    }

    [Theory]
    [InlineData("\\n")]
    [InlineData("\\\"")]
    [InlineData("é")]
    [InlineData("\u007F\u0080")]
    [InlineData("\t")]
    [InlineData("\0")]
    [InlineData("\n")]
    [InlineData("\u001F")]
    public void A_string_with_anything_special_in_it_is_left_to_the_string_scan(string special)
    {
        for (int before = 0; before < 32; before++)
        {
            PaddedBuffer buffer = StringPaths.Buffer(Encoding.UTF8.GetBytes($"{new string('n', before)}{special}\""));
            Assert.True(ShortStrings.PlainEnd(buffer.Pointer) is null, $"{before}");
        }
    }

    [Fact]
    public void What_follows_the_closing_quote_does_not_matter()
    {
        PaddedBuffer buffer = StringPaths.Buffer([.. " !#~\u007F\":"u8, 0xFF, 0, (byte)'\\', (byte)'"']);
        Assert.Equal(5, (int)(ShortStrings.PlainEnd(buffer.Pointer) - buffer.Pointer));
    }
}
