using System.Text;
using Plumbline.Schema.Json;
using Position = Plumbline.Schema.Json.TextPosition;

namespace Plumbline.Core.Tests.Json;

public sealed class LineMapTests
{
    [Fact]
    public void Lines_end_with_LF_CRLF_or_CR_and_columns_count_utf16_units()
    {
        LineMap map = PositionedText.Parse("a\nbé😀c\r\nd\re").Lines;

        Assert.Equal(4, map.Count);
        Assert.Equal(new Position(1, 1, 0), map.Locate(0));
        Assert.Equal(new Position(1, 2, 1), map.Locate(1));
        Assert.Equal(new Position(2, 1, 2), map.Locate(2));
        Assert.Equal(new Position(2, 3, 4), map.Locate(5));
        Assert.Equal(new Position(2, 5, 6), map.Locate(9));
        Assert.Equal(new Position(3, 1, 9), map.Locate(12));
        Assert.Equal(new Position(4, 1, 11), map.Locate(14));
        Assert.Equal(new Position(4, 2, 12), map.Locate(99));
    }

    [Fact]
    public void Offsets_go_to_utf16_at_every_code_point()
    {
        const string text = "{\n \"é\": \"😀\",\r\n \"x\": 1 }";
        LineMap map = PositionedText.Parse(text).Lines;

        for (int at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsLowSurrogate(text[at]))
            {
                continue;
            }

            Assert.Equal(at, map.Locate(Encoding.UTF8.GetByteCount(text.AsSpan(0, at))).CharOffset);
        }
    }

    [Fact]
    public void Ill_formed_bytes_are_as_wide_as_the_string_that_they_decode_to()
    {
        byte[] text = [0x22, 0xE2, 0x82, 0xFF, 0xF0, 0x9F, 0x98, 0x61, 0x22];

        LineMap map = PositionedText.Parse(text).Lines;

        Assert.Equal(Encoding.UTF8.GetString(text).Length, map.Locate(text.Length).CharOffset);
    }
}
