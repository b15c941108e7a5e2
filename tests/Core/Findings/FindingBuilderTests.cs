using System.Text;
using Plumbline.Testing;

namespace Plumbline.Tests.Findings;

public sealed class FindingBuilderTests
{
    private const string Line = """{"messages":[{"author":"human","contnt":"Grüße 😀","n":42}],"deep":{"x":[1]},"t":true,"z":null}""";

    [Theory]
    [InlineData("PLB4001", "a string", "42", -1, null, "expected a string, found the number 42")]
    [InlineData("PLB4001", "a string", "null", -1, null, "expected a string, found null")]
    [InlineData("PLB4001", "a string", "true", -1, null, "expected a string, found true")]
    [InlineData("PLB4001", "a string", "{\"x\"", -1, null, "expected a string, found an object")]
    [InlineData("PLB4001", "a string", "[1]", -1, null, "expected a string, found an array of 1 item")]
    [InlineData("PLB4001", "a number", "\"human\"", -1, null, "expected a number, found the string \"human\"")]
    [InlineData("PLB4002", "\"user\" or \"assistant\"", "\"human\"", -1, null, "expected \"user\" or \"assistant\", found \"human\"; did you mean \"humane\"?")]
    [InlineData("PLB4002", "\"user\" or \"assistant\"", "42", -1, null, "expected \"user\" or \"assistant\", found the number 42")]
    [InlineData("PLB4011", "no members besides \"content\"", "\"contnt\"", -1, null, "unknown member \"contnt\"; did you mean \"content\"?")]
    [InlineData("PLB4010", "the member \"content\"", "{\"author\"", -1, "content", "missing member \"content\"")]
    [InlineData("PLB4014", "the member \"b\" beside \"a\"", "{\"author\"", -1, "b", "missing member \"b\"; expected the member \"b\" beside \"a\"")]
    [InlineData("PLB4020", "at least 2 items", "[{", 1, null, "expected at least 2 items, found 1 item")]
    [InlineData("PLB4031", "at most 3 characters", "\"Gr", 40000, null, "expected at most 3 characters, found 40000 characters")]
    [InlineData("PLB4022", "no items", "[1]", -1, null, "unexpected item: an array of 1 item")]
    [InlineData("PLB4027", "turns", "\"human\"", -1, "user", "expected \"user\", found \"human\"")]
    public void A_fault_is_told_in_one_sentence(string rule, string expected, string at, long actual, string? name, string message)
    {
        byte[] text = Encoding.UTF8.GetBytes(Line);
        var assertion = new Assertion(Rules.Find(rule)!, "/x", expected, ["content", "author", "humane"]);
        Finding finding = FindingBuilder.Build(new Fault(assertion, text.AsSpan().IndexOf(Encoding.UTF8.GetBytes(at)), actual, name), text);
        Assert.Equal(message, finding.Message);
    }

    [Theory]
    [InlineData(null, null, "expected at least 4 items, found 1 item")]
    [InlineData("Bring two pairs", null, "Bring two pairs (expected at least 4 items, found 1 item)")]
    [InlineData("Bring two pairs.", null, "Bring two pairs (expected at least 4 items, found 1 item).")]
    [InlineData(null, "Too few pairs", "Too few pairs (expected at least 4 items, found 1 item)")]
    [InlineData("Bring two pairs", "Too few pairs", "Bring two pairs (expected at least 4 items, found 1 item)")]
    public void A_schemas_own_words_come_first_and_the_facts_after(string? message, string? advice, string sentence)
    {
        var assertion = new Assertion(
            Rules.MinItems, "/x", "at least 4 items", message: message, advice: advice is null ? null : new Advice(Severity.Warning, Effect.Ignored, advice));
        Finding finding = FindingBuilder.Build(new Fault(assertion, 0, 1), "[1]"u8);
        Assert.Equal(sentence, finding.Message);
        Assert.Equal(advice is null ? Severity.Error : Severity.Warning, finding.Severity);
        Assert.Equal(advice is null ? Effect.None : Effect.Ignored, finding.Effect);
    }

    [Fact]
    public void A_finding_says_where()
    {
        byte[] text = Encoding.UTF8.GetBytes("{\n \"é😀\": [1, 2]}");
        int offset = text.AsSpan().IndexOf("[1"u8);
        Finding finding = FindingBuilder.Build(new Fault(new Assertion(Rules.MinItems, "/minItems", "more"), offset, 2), text, "a.json", 5, 100);
        Assert.Equal(("a.json", 6L, 9, 100L + offset, 6), (finding.Path, finding.Line, finding.Column, finding.ByteOffset, finding.ByteLength));
        Assert.Equal(("/é😀", "/minItems", "more", "2 items"), (finding.Pointer, finding.SchemaLocation, finding.Expected, finding.Found));
    }

    [Theory]
    [InlineData("{\"a\":", "expected a value, found the end of the text", 6, 0)]
    [InlineData("{\"a\" 1}", "expected \":\", found \"1\"", 6, 1)]
    [InlineData("\"a\u0001\"", "expected an escape in place of the control character, found U+0001", 3, 1)]
    [InlineData("\"\\ud800\"", "expected a pair of surrogates, found \\ud800 alone", 2, 6)]
    [InlineData("1 garbage", "expected nothing after the value, found \"garbage\"", 3, 7)]
    public void Malformed_text_is_told_at_its_byte(string line, string message, int column, int length)
    {
        byte[] text = Encoding.UTF8.GetBytes(line);
        Finding finding = FindingBuilder.Build(JsonSyntax.FindFault(text, 64)!.Value.ToFault(), text);
        Assert.Equal((message, column, length, null), (finding.Message, finding.Column, finding.ByteLength, finding.SchemaLocation));
    }

    [Fact]
    public void Long_and_unprintable_values_are_shortened_and_escaped()
    {
        byte[] text = Encoding.UTF8.GetBytes($"\"{new string('a', 100)}\\n{new string('z', 100)}\"");
        Finding finding = FindingBuilder.Build(new Fault(new Assertion(Rules.Type, "", "a number"), 0), text);
        Assert.Equal("the string \"aaaaaaaaaaaaaaaaaaaaaaaa…zzzzzzzzzzzzzzz\"", finding.Found);
        finding = FindingBuilder.Build(new Fault(new Assertion(Rules.Type, "", "a number"), 0), "\"a\\n\\u2028\\u0000\\u200b\""u8);
        Assert.Equal("the string \"a\\n\\u2028\\u0000\\u200b\"", finding.Found);
    }

    [Theory]
    [InlineData("a", "z")]
    [InlineData("\\u0041", "\\u005a")]
    [InlineData("\\ud83d\\ude00", "é")]
    [InlineData("\\\\", "\\n")]
    [InlineData("😀", "\\\\")]
    public void Very_long_strings_are_told_by_their_ends_alone(string head, string tail)
    {
        // Around the middle, so that the ends decide; the text is the one that the whole string gives.
        string raw = string.Concat(Enumerable.Repeat(head, 3000)) + string.Concat(Enumerable.Repeat(tail, 3000));
        Finding whole = FindingBuilder.Build(new Fault(new Assertion(Rules.Type, "", "a number"), 0),
            Utf8($"\"{string.Concat(Enumerable.Repeat(head, 40))}{string.Concat(Enumerable.Repeat(tail, 40))}\""));
        Finding finding = FindingBuilder.Build(new Fault(new Assertion(Rules.Type, "", "a number"), 0), Utf8($"\"{raw}\""));
        Assert.Equal(whole.Found, finding.Found);

        byte[] text = Utf8($"\"{string.Concat(Enumerable.Repeat("x", 1 << 20))}\"");
        long allocated = Allocation.OfEach(() => FindingBuilder.Build(new Fault(new Assertion(Rules.Enum, "", "a number", ["y"]), 0), text));
        Assert.InRange(allocated, 1, 16_384);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    [Fact]
    public void Findings_of_a_list_are_those_of_its_faults_one_by_one()
    {
        byte[] text = Encoding.UTF8.GetBytes($"[{string.Join(",\n", Enumerable.Range(0, 200).Select(i => $"{{\"é\":[{i}]}}"))}]");
        var faults = new FaultList();
        var assertion = new Assertion(Rules.Type, "/type", "a string");
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is (byte)'[' or (byte)'{' || (text[i] == '"' && text[i - 1] == '{'))
            {
                faults.Add(new Fault(assertion, i));
            }
        }

        faults.Settle(text);
        var sink = new ListSink();
        FindingBuilder.Report(faults, text, sink, "x");
        Assert.Equal(601, sink.Findings.Count);
        for (int i = 0; i < faults.Count; i++)
        {
            Assert.Equal(FindingBuilder.Build(faults[i], text, "x"), sink.Findings[i]);
        }
    }

    private sealed class ListSink : IFindingSink
    {
        public List<Finding> Findings { get; } = [];

        public void Add(Finding finding) => Findings.Add(finding);
    }
}
