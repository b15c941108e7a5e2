using System.Text;

namespace Plumbline.Tests.Checks;

/// <summary>What the official suite, which runs against every format, leaves open.</summary>
public class StringFormatTests
{
    [Theory]
    [InlineData("date", "0000-02-29", true)]
    [InlineData("time", "00:00:00.Z", false)]
    [InlineData("time", "23:59:60.999-00:00", true)]
    [InlineData("date-time", "2024-02-29 00:00:00Z", false)]
    [InlineData("duration", "P1DT", false)]
    [InlineData("duration", "P1W1D", false)]
    [InlineData("email", "\"a\\\"@b\"@example.com", true)]
    [InlineData("email", "\"a\"b@example.com", false)]
    [InlineData("email", "a@[IPv6:1::2]", true)]
    [InlineData("email", "a@[1::2]", false)]
    [InlineData("ipv4", "1.2.3.4.", false)]
    [InlineData("ipv6", "1:2:3:4:5:6:7::", true)]
    [InlineData("ipv6", "1:2:3:4:5:6:7:8::", false)]
    [InlineData("ipv6", "::1:2:3:4:5:6:7:8", false)]
    [InlineData("ipv6", "1::2:", false)]
    [InlineData("ipv6", "1.2.3.4", false)]
    [InlineData("uri", "a:", true)]
    [InlineData("uri", "a://u@h:/p?q#f", true)]
    [InlineData("uri", "http://[v1.]", false)]
    [InlineData("uri", "http://[::1", false)]
    [InlineData("uri-reference", "a/b:c", true)]
    [InlineData("iri", "http://h/\uE000", false)]
    [InlineData("iri", "http://h/?\uE000", true)]
    [InlineData("uri-template", "{|x}", true)]
    [InlineData("uri-template", "{x:1*}", false)]
    [InlineData("uri-template", "%4", false)]
    [InlineData("hostname", "ab--c", true)]
    [InlineData("idn-hostname", "ab--c", false)]
    [InlineData("idn-hostname", "\u00DCber", false)]
    [InlineData("idn-hostname", "xn--BCHER-KVA", true)]
    [InlineData("idn-hostname", "\u05D0.a1", true)]
    [InlineData("idn-hostname", "\u05D0.1a", false)]
    [InlineData("hostname", "xn--4db.1a", false)]
    [InlineData("regex", "(?<a>.)\\k<a>", true)]
    [InlineData("regex", "\\k<a>", false)]
    public void A_format_judges_what_its_specification_says(string format, string text, bool expected)
    {
        StringFormat known = StringFormat.Find(format)!;
        Assert.Equal(expected, known.Accepts(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void An_escape_stands_for_its_character()
    {
        Assert.True(StringFormat.Find("date")!.AcceptsRaw("2024\\u002d02-29"u8));
        Assert.False(StringFormat.Find("date")!.AcceptsRaw("2024-02-\\u0033\\u0030"u8));
        Assert.True(StringFormat.Find("json-pointer")!.AcceptsRaw(Encoding.UTF8.GetBytes("\\/" + new string('a', 1000))));
    }

    [Fact]
    public void Every_format_takes_any_bytes_without_falling_over()
    {
        var random = new Random(1);
        byte[][] seeds = ["xn--11b2ezcw70k.xn--ngba1o"u8.ToArray(), "http://[1::2]:80/%41?{a:1}#~0"u8.ToArray(), "2024-02-29T23:59:60.5+01:00"u8.ToArray()];
        foreach (StringFormat format in StringFormat.Names.Select(name => StringFormat.Find(name)!))
        {
            for (int i = 0; i < 2_000; i++)
            {
                byte[] text = [.. seeds[i % seeds.Length]];
                for (int edits = random.Next(1, 6); edits > 0; edits--)
                {
                    text[random.Next(text.Length)] = (byte)random.Next(256);
                }

                format.Accepts(text.AsSpan(0, random.Next(text.Length + 1)));
            }
        }
    }
}
