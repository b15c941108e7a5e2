using System.Text;

namespace Plumbline.Tests.Conformance;

/// <summary>Lines that are wrong in one way each.</summary>
internal static class BrokenLines
{
    public static IEnumerable<byte[]> All =>
    [
        .. Texts.Select(Encoding.UTF8.GetBytes),

        // Ill-formed UTF-8: in a value, in a name, between tokens, cut off.
        [.. "{\"messages\":\""u8, 0xFF, .. "\"}"u8],
        [.. "{\""u8, 0xC0, 0xAF, .. "\":1}"u8],
        [.. "{\"messages\":"u8, 0x80, .. "}"u8],
        [.. "{\"messages\":\""u8, 0xE2, 0x82],
        [0xEF, 0xBB, 0xBF, .. "{}"u8],

        // Deeper than any value, and longer than any buffer.
        Encoding.UTF8.GetBytes(new string('[', 65)),
        Encoding.UTF8.GetBytes($"{{\"messages\":{new string('[', 100_000)}"),
        Encoding.UTF8.GetBytes($"{{\"unknown\":{string.Concat(Enumerable.Repeat("{\"a\":", 70))}1"),
        Encoding.UTF8.GetBytes(
            $"{{\"messages\":[{{\"author\":\"user\",\"content\":\"{new string('x', 10_000_000)}\"}}],\"input_text\":\"{new string('é', 1000)}\"}}"),
        Encoding.UTF8.GetBytes($"{{\"messages\":[{string.Join(',', Enumerable.Repeat("{\"author\":\"human\",\"role\":\"human\",\"content\":1}", 3000))}]}}"),
    ];

    private static IEnumerable<string> Texts =>
    [
        // Wrong types, at every level.
        "null", "true", "7", "\"x\"", "[]", "{}", "[{}]",
        """{"messages":7}""", """{"messages":null,"context":7}""", """{"messages":{}}""", """{"messages":[]}""", """{"messages":[1,"x",null,[]]}""",
        """{"messages":[{}]}""", """{"messages":[{"author":7,"content":null}]}""", """{"messages":[{"role":[],"content":{}}]}""",
        """{"input_text":7,"output_text":[]}""", """{"input_text":null}""", """{"output_text":"x"}""", """{"input_text":"","output_text":""}""",

        // Wrong values, missing and unknown members, wrong turns.
        """{"messages":[{"author":"user","content":"a"},{"author":"user","content":"b"}]}""",
        """{"messages":[{"author":"assistant","content":"a"},{"author":"user","content":"b"}]}""",
        """{"messages":[{"author":"human","content":"a"},{"author":"bot","content":""}]}""",
        """{"messages":[{"author":"user","contnt":"a"},{"Author":"assistant","content":"b"}]}""",
        """{"messages":[{"author":"user","content":"a"},{"content":"b"},{"author":"user","content":"c"}]}""",
        """{"messages":[{"role":"user","content":"a"},{"role":"system","content":"s"},{"role":"assistant","content":"b"}]}""",
        """{"messages":[{"role":"system","content":""},{"role":"assistant","content":"b"}],"context":""}""",
        """{"input_text":"a","output_text":"b","context":"c","extra":{"a":[1,{"b":null}]}}""",
        """{"input_text:":"a","inputtext":"b","OUTPUT_TEXT":"c"}""",
        """{"\u006dessages":[{"\u0061uthor":"\u0075ser","content":"\ud83d\ude00"},{"author":"assist\u0061nt","content":"\n"}]}""",
        """{ "messages" : [ { "author" : "user" , "content" : "a" } , { "content" : "b" , "author" : "assistant" } ] , "context" : "c" } """,

        // Duplicates: known and unknown, on each level, and in what is skipped.
        """{"input_text":"a","input_text":7,"output_text":"b"}""", """{"x":1,"x":2,"\u0078":3}""",
        """{"messages":[{"author":"user","author":"assistant","content":"a"},{"content":"b","content":"c","author":"assistant"}]}""",
        """{"messages":[],"messages":[{"author":"user","content":"a"},{"author":"assistant","content":"b"}]}""",
        """{"extra":{"a":{"b":1,"b":2}},"input_text":"a","output_text":"b"}""",

        // Text that is no JSON.
        "", "   ", "{", "{\"messages\":", "{\"messages\":[", "{\"messages\":[{\"author\":\"user\",", "{\"messages\":[{\"author\":\"us",
        "{\"input_text\":\"a\"} x", "{}{}", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{'a':1}",
        "[1,]", "{\"messages\":[1 2]}", "nul", "{\"context\":tru}", "{\"context\":nulll}",
        "{\"context\":01}", "{\"context\":-}", "{\"context\":1.}", "{\"context\":1e}", "{\"context\":+1}", "{\"context\":.5}", "{\"context\":NaN}",
        "{\"context\":\"\\x\"}", "{\"context\":\"\\u12G4\"}", "{\"context\":\"\\ud800\"}",
        "{\"context\":\"\\udc00\"}", "{\"context\":\"\\ud800\\ud800\"}", "{\"\\ud800\":1}",
        "{\"context\":\"a\tb\"}", "{\"context\":\"a\0b\"}", "{\"con\u0001text\":\"a\"}", "{\"messages\":[}", "{\"messages\":[]]", "{\"messages\":}",
    ];
}
