using System.Text;

namespace Plumbline.Cli.Tests;

/// <summary>A line of a chat dataset, and the finding that both engines must come to; no rule where the line is fine.</summary>
internal sealed record BrokenLine(string Name, byte[] Bytes, string? Rule, string Pointer = "");

/// <summary>Lines that are wrong in every way that a line can be.</summary>
internal static class BrokenLines
{
    private const string Rest =
        """{"author":"assistant","content":"Good day."},{"author":"user","content":"Soil?"},{"author":"assistant","content":"Aisle 2."}]}""";
    private const string Valid = """{"messages":[{"author":"user","content":"Hello"},""" + Rest;

    // The root is the first level of the 64 that are allowed.
    private static readonly string Deep = string.Concat(Enumerable.Repeat("/0", 63));

    public static IReadOnlyList<BrokenLine> All { get; } =
    [
        Of("valid", Valid, null),
        Of("wrong type of the line", "[]", "PLB4001"),
        Of("a scalar", "17", "PLB4001"),
        Of("wrong type of a member", """{"messages":{}}""", "PLB4001", "/messages"),
        Of("wrong type of an item", """{"messages":["Hello",""" + Rest, "PLB4001", "/messages/0"),
        Of("wrong type of a string", Start("""{"author":"user","content":["Hello"]}"""), "PLB4001", "/messages/0/content"),
        Of("null", Start("""{"author":"user","content":null}"""), "PLB4001", "/messages/0/content"),
        Of("missing", "{}", "PLB4010"),
        Of("missing in an item", Start("""{"author":"user"}"""), "PLB4010", "/messages/0"),
        Of("extra", Valid[..^1] + ""","extra":{"a":[1,2,{}]}}""", null),
        Of("wrong enum", Start("""{"author":"bot","content":"Hello"}"""), "PLB4002", "/messages/0/author"),
        Of("wrong type of an enum", Start("""{"author":1,"content":"Hello"}"""), "PLB4001", "/messages/0/author"),
        Of("escaped names and values", Start("""{"\u0061uthor":"us\u0065r","cont\u0065nt":"\ud83d\ude00"}"""), null),
        Of("empty text", Start("""{"author":"user","content":""}"""), "PLB4030", "/messages/0/content"),
        Of("out of turn", Start("""{"author":"assistant","content":"Hello"},{"author":"user","content":"Hello"}"""), "PLB4027", "/messages/0/author"),
        Of("empty list", """{"messages":[]}""", "PLB4020", "/messages"),
        Of("truncated", Valid[..^10], "PLB5001", "/messages/3/content"),
        Of("truncated at a brace", Valid[..^1], "PLB5001"),
        Of("wrong literal", """{"messages":nil}""", "PLB5001", "/messages"),
        Of("leading zero", """{"messages":01}""", "PLB5001", "/messages"),
        Of("single quotes", "{'messages':[]}", "PLB5001"),
        Of("trailing comma", """{"messages":[],}""", "PLB5001"),
        Of("no colon", """{"messages" []}""", "PLB5001", "/messages"),
        Of("text after the value", Valid + " x", "PLB5006"),
        Of("two values", Valid + Valid, "PLB5006"),
        Bytes("invalid UTF-8", "\xFF", "PLB5002"),
        Bytes("overlong UTF-8", "\xC0\xAF", "PLB5002"),
        Bytes("surrogate in UTF-8", "\xED\xA0\x80", "PLB5002"),
        Bytes("truncated UTF-8", "\xE2\x82", "PLB5002"),
        Of("lone surrogate", Start("""{"author":"user","content":"\ud83d"}"""), "PLB5003", "/messages/0/content"),
        Of("second half alone", Start("""{"author":"user","content":"\ude00"}"""), "PLB5003", "/messages/0/content"),
        Of("bad escape", Start("""{"author":"user","content":"\x"}"""), "PLB5001", "/messages/0/content"),
        Of("bad hexadecimal digit", Start("""{"author":"user","content":"\u12G4"}"""), "PLB5001", "/messages/0/content"),
        Of("control byte", Start("{\"author\":\"user\",\"content\":\"a\tb\"}"), "PLB5004", "/messages/0/content"),
        Of("null byte", Start("{\"author\":\"user\",\"content\":\"a\0b\"}"), "PLB5004", "/messages/0/content"),
        Of("duplicate key", Start("""{"author":"user","content":"Hello","content":"Hi"}"""), "PLB5010", "/messages/0/content"),
        Of("duplicate unknown key", Valid[..^1] + ""","extra":1,"extra":2}""", "PLB5010", "/extra"),
        Of("duplicate key, once escaped", Start("""{"author":"user","content":"Hello","c\u006fntent":"Hi"}"""), "PLB5010", "/messages/0/content"),
        Of("depth bomb", """{"messages":""" + new string('[', 5000), "PLB5005", "/messages" + Deep),
        Of("deep and closed", """{"extra":""" + new string('[', 64) + new string(']', 64) + "}", "PLB5005", "/extra" + Deep),
        Of("empty", "", "PLB5007"),
        Of("white space only", "  \t ", "PLB5001"),
        Of("10 MB", Start("{\"author\":\"user\",\"content\":\"" + new string('a', 10_000_000) + "\"}"), null),
        Of("10 MB and broken", Start("{\"author\":\"user\",\"content\":\"" + new string('a', 10_000_000) + "\u0001\"}"), "PLB5004", "/messages/0/content"),
        Of("valid at the end", Valid, null),
    ];

    private static string Start(string message) => """{"messages":[""" + message + "," + Rest;

    private static BrokenLine Of(string name, string line, string? rule, string pointer = "") => new(name, Encoding.UTF8.GetBytes(line), rule, pointer);

    // Each character of `bytes` stands for the byte of its value.
    private static BrokenLine Bytes(string name, string bytes, string rule) =>
        new(name, Encoding.Latin1.GetBytes(Start("{\"author\":\"user\",\"content\":\"a" + bytes + "b\"}")), rule, "/messages/0/content");
}
