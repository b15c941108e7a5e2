using System.Text;

namespace Plumbline.Tests.Checks;

public sealed class JsonSyntaxTests
{
    [Theory]
    [InlineData("", 0, "PLB5001")]
    [InlineData("   ", 3, "PLB5001")]
    [InlineData("{\"a\":", 5, "PLB5001")]
    [InlineData("{\"a\"", 4, "PLB5001")]
    [InlineData("\"abc", 4, "PLB5001")]
    [InlineData("nul", 3, "PLB5001")]
    [InlineData("nulx", 3, "PLB5001")]
    [InlineData("[truu]", 4, "PLB5001")]
    [InlineData("01", 1, "PLB5001")]
    [InlineData("-01", 2, "PLB5001")]
    [InlineData("-", 1, "PLB5001")]
    [InlineData("-x", 1, "PLB5001")]
    [InlineData("1.", 2, "PLB5001")]
    [InlineData("[1.]", 3, "PLB5001")]
    [InlineData("1e+", 3, "PLB5001")]
    [InlineData("+1", 0, "PLB5001")]
    [InlineData(".5", 0, "PLB5001")]
    [InlineData("\"\\x\"", 2, "PLB5001")]
    [InlineData("\"\\u12G4\"", 5, "PLB5001")]
    [InlineData("\"\\u12", 5, "PLB5001")]
    [InlineData("\"a\\uD800b\"", 2, "PLB5003")]
    [InlineData("\"a\\uDC00\"", 2, "PLB5003")]
    [InlineData("\"\\uD800\\uD800\"", 1, "PLB5003")]
    [InlineData("\"\\uD800\\n\"", 1, "PLB5003")]
    [InlineData("\"\\uD834\\uDD", 11, "PLB5001")]
    [InlineData("\"a\tb\"", 2, "PLB5004")]
    [InlineData("\"a\0\"", 2, "PLB5004")]
    [InlineData("[1,]", 3, "PLB5001")]
    [InlineData("[1 2]", 3, "PLB5001")]
    [InlineData("[", 1, "PLB5001")]
    [InlineData("[,1]", 1, "PLB5001")]
    [InlineData("{,}", 1, "PLB5001")]
    [InlineData("{\"a\":1,}", 7, "PLB5001")]
    [InlineData("{a:1}", 1, "PLB5001")]
    [InlineData("{\"a\" 1}", 5, "PLB5001")]
    [InlineData("{\"a\":1 \"b\":2}", 7, "PLB5001")]
    [InlineData("[1}", 2, "PLB5001")]
    [InlineData("{\"a\":1]", 6, "PLB5001")]
    [InlineData("1 2", 2, "PLB5006")]
    [InlineData("{}}", 2, "PLB5006")]
    [InlineData("nulll", 4, "PLB5006")]
    public void The_first_byte_that_cannot_continue_a_text_is_named(string text, int offset, string rule)
    {
        SyntaxFault fault = JsonSyntax.FindFault(Encoding.UTF8.GetBytes(text), 64) ?? throw new InvalidOperationException("accepted");
        Assert.Equal((offset, rule), (fault.Offset, fault.Rule.Id));
        Assert.NotEmpty(fault.Expected);
    }

    [Theory]
    [InlineData("22 80 22", 1)] // a continuation byte alone
    [InlineData("22 61 FF 22", 2)]
    [InlineData("22 C0 AF 22", 1)] // overlong
    [InlineData("22 E0 80 AF 22", 1)] // overlong
    [InlineData("22 ED A0 80 22", 1)] // a surrogate
    [InlineData("22 F4 90 80 80 22", 1)] // beyond U+10FFFF
    [InlineData("22 E2 82 22", 1)] // cut
    [InlineData("22 61 E2 82", 2)] // cut by the end of the text
    [InlineData("FF", 0)]
    [InlineData("5B FF 5D", 1)]
    [InlineData("31 20 FE", 2)]
    public void Ill_formed_utf8_is_reported_at_the_first_byte_of_its_sequence(string hex, int offset)
    {
        SyntaxFault? fault = JsonSyntax.FindFault(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), 64);
        Assert.Equal((Rules.InvalidUtf8, offset), (fault?.Rule, fault?.Offset));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(" [ ] ")]
    [InlineData("\r\n\t{ \"a\" : [ 1 , -0.5e-7 , true , false , null ] , \"\" : \"\\u00e9\\ud834\\udd1e\\\"\\/\" }\n")]
    [InlineData("-0")]
    [InlineData("0e1")]
    [InlineData("\"é𝄞\u007f\"")]
    [InlineData("{\"a\":1,\"a\":2}")]
    public void Well_formed_text_has_no_fault(string text) => Assert.Null(JsonSyntax.FindFault(Encoding.UTF8.GetBytes(text), 64));

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(10_000)]
    public void The_bracket_that_goes_too_deep_is_named(int maxDepth)
    {
        byte[] deepest = Encoding.UTF8.GetBytes(new string('[', maxDepth) + new string(']', maxDepth));
        Assert.Null(JsonSyntax.FindFault(deepest, maxDepth));

        byte[] deeper = Encoding.UTF8.GetBytes(new string('[', maxDepth + 1) + new string(']', maxDepth + 1));
        SyntaxFault? fault = JsonSyntax.FindFault(deeper, maxDepth);
        Assert.Equal((Rules.TooDeep, maxDepth), (fault?.Rule, fault?.Offset));
    }

    [Theory]
    [InlineData("{\"a\":[1,{\"b\":\"}]\\\"\"}],\"c\":2} ", 0, 28)]
    [InlineData("{\"a\":[1,{\"b\":\"}]\\\"\"}],\"c\":2}", 1, 4)]
    [InlineData("{\"a\":[1,{\"b\":\"}]\\\"\"}],\"c\":2}", 5, 21)]
    [InlineData("[-1.5e3,true]", 1, 7)]
    [InlineData("[-1.5e3,true]", 8, 12)]
    [InlineData("\"\\\\\"", 0, 4)]
    public void A_value_or_name_is_skipped_to_its_end(string text, int offset, int end) =>
        Assert.Equal(end, JsonSyntax.SkipValue(Encoding.UTF8.GetBytes(text), offset));

    [Fact]
    public void A_string_ends_at_the_quote_that_no_backslash_escapes_wherever_blocks_begin()
    {
        var random = new Random(11);
        for (int round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder("\"");
            for (int parts = random.Next(60); parts > 0; parts--)
            {
                text.Append(random.Next(4) switch { 0 => "\\\\", 1 => "\\\"", 2 => "a", _ => "plain text"[..random.Next(10)] });
            }

            int end = text.Append('"').Length;
            text.Append("\\\"", 0, random.Next(3)).Append(' ', random.Next(80)).Append('"');
            Assert.Equal(end, JsonSyntax.SkipValue(Encoding.UTF8.GetBytes(text.ToString()), 0));
            Assert.Equal(end, JsonSyntax.SkipValue(Encoding.UTF8.GetBytes(text.ToString(0, end)), 0));
        }
    }
}
