using System.Text;

namespace Plumbline.Runtime.Tests;

/// <summary>Verdicts and faults of a validator as the generator prints them, driven through both entry points.</summary>
public class ValidatorTests
{
    /// <summary>Case; faults as "rule location offset actual name", in order.</summary>
    public static TheoryData<string, string[]> Cases => new()
    {
        { """{"messages":[{"author":"user","content":"a"},{"author":"assistant","content":"b"}]}""", [] },
        { """ { "context" : "" , "messages" : [ { "content" : "a" , "author" : "user" } , { "author" : "assistant" , "content" : "b" } ] } """, [] },
        { """{"\u006dessages":[{"author":"\u0075ser","content":"a"},{"auth\u006fr":"assistant","content":"\\\"\ud83d\ude00"}]}""", [] },
        { "7", ["type /type 0"] },
        { "[]", ["type /type 0"] },
        { "{}", ["required /required 0 messages"] },
        { """{"messages":{}}""", ["type /properties/messages/type 12"] },
        { """{"messages":[]}""", ["min-items /properties/messages/minItems 12 =0"] },
        { """{"messages":[1,null]}""", ["type /properties/messages/items/type 13", "type /properties/messages/items/type 15"] },
        {
            """{"messages":[{},{"author":"user","content":"b"}]}""",
            ["required /properties/messages/items/required 13 author", "required /properties/messages/items/required 13 content"]
        },
        {
            """{"messages":[{"author":"system","content":""},{"author":2,"content":false}]}""",
            [
                "enum /properties/messages/items/properties/author/enum 23",
                "min-length /properties/messages/items/properties/content/minLength 42 =0",
                "enum /properties/messages/items/properties/author/enum 56",
                "type /properties/messages/items/properties/content/type 68",
            ]
        },
        {
            """{"extra":{"a":[1,{"b":2}],"a":3},"messages":[{"author":"user","content":"a","x":1},{"author":"user","content":"b","y":[]}]}""",
            [
                "unknown-member /additionalProperties 1",
                "duplicate-key  26",
                "unknown-member /properties/messages/items/additionalProperties 76",
                "unknown-member /properties/messages/items/additionalProperties 114",
            ]
        },
        {
            """{"messages":[{"author":"user","author":"user","content":"a"},{"author":"user","content":"b"}],"messages":[]}""",
            ["duplicate-key  30", "duplicate-key  94", "min-items /properties/messages/minItems 105 =0"]
        },
        {
            """{"x":1,"\u0078":2,"messages":[{"author":"user","content":"a"},{"author":"user","content":"b"}]}""",
            ["unknown-member /additionalProperties 1", "duplicate-key  7", "unknown-member /additionalProperties 7"]
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_line_and_a_document_get_the_same_faults(string json, string[] expected)
    {
        Assert.Equal(expected, FaultsOfLine(json));
        Assert.Equal(expected, FaultsOfDocument(json));
        Assert.Equal(expected.Length == 0, ChatValidator.Instance.IsValid(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void White_space_of_any_kind_may_stand_between_tokens()
    {
        string[] tokens = ["", "{", "\"messages\"", ":", "[", "{", "\"author\"", ":", "\"user\"", ",", "\"content\"", ":", "\"a\"", "}", ",", "{",
            "\"author\"", ":", "\"user\"", ",", "\"content\"", ":", "\"b\"", "}", "]", "}", ""];
        string[] spaces = ["", " ", "  ", "\t", "\r", " \t", "\r ", "\n", "\n    "];
        for (int place = 0; place < tokens.Length - 1; place++)
        {
            foreach (string space in spaces)
            {
                string json = string.Concat(tokens[..(place + 1)]) + space + string.Concat(tokens[(place + 1)..]);
                Assert.Empty(FaultsOfDocument(json));
                if (!space.Contains('\n', StringComparison.Ordinal))
                {
                    Assert.Empty(FaultsOfLine(json));
                }
            }

            // A vertical tab is no white space of JSON.
            int offset = string.Concat(tokens[..(place + 1)]).Length;
            Assert.Equal(offset, OffsetOf(FaultsOfDocument(string.Concat(tokens).Insert(offset, "\v"))));
        }
    }

    [Fact]
    public void A_member_name_that_occurs_twice_is_an_error_in_a_document_and_a_warning_in_a_line()
    {
        byte[] json = """{"messages":[{"author":"user","author":"user","content":"a"},{"author":"user","content":"b"}]}"""u8.ToArray();
        Assert.False(ChatValidator.Instance.IsValid(json));
        Assert.True(ChatValidator.Instance.IsValid(json, ValidationOptions.DatasetLines));
        Assert.True(ChatValidator.Instance.IsValid(json, new ValidationOptions { DuplicateKeys = DuplicateKeyPolicy.Ignore }));
    }

    [Fact]
    public void Length_is_counted_in_code_points_where_bytes_do_not_decide()
    {
        string fits = string.Concat(Enumerable.Repeat("\U0001F600", 32768));
        string escaped = string.Concat(Enumerable.Repeat(@"\ud83d\ude00", 32768));
        Assert.Empty(FaultsOfLine(Chat(fits)));
        Assert.Empty(FaultsOfLine(Chat(escaped)));
        Assert.Equal(["max-length /properties/context/maxLength 11 =32769"], FaultsOfLine(Chat(fits + "é")));
        Assert.Equal(["max-length /properties/context/maxLength 11 =32769"], FaultsOfLine(Chat(escaped + "é")));
    }

    [Fact]
    public void A_malformed_line_has_one_fault_and_no_counters_and_the_next_line_is_judged_afresh()
    {
        const string Valid = """{"messages":[{"author":"user","content":"a"},{"author":"assistant","content":"b"}]}""";
        const string Broken = """{"x":1,"messages":[{"author":"nobody","content":"a"},{"author":"user","content":"b"} oops""";
        byte[] text = Encoding.UTF8.GetBytes($"{Valid}\n{Broken}\r\n{Valid}\r\n{Valid}");
        var buffer = new PaddedBuffer(text.Length);
        text.CopyTo(buffer.Span);
        buffer.SealLines(text.Length);
        var reader = new Validation(ValidationOptions.DatasetLines);

        var verdicts = new List<string>();
        for (nint at = 0; at < buffer.Length; at++)
        {
            LineVerdict verdict = reader.JudgeLine(ChatValidator.Instance, buffer, at, out at);
            verdicts.Add($"{verdict} {reader.Counters[0]} {string.Join(',', Describe(reader.Faults))}");
        }

        Assert.Equal(["Clean 2 ", $"Malformed 0 malformed-json  {Broken.IndexOf("oops", StringComparison.Ordinal)}", "Clean 2 ", "Clean 2 "], verdicts);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("   ", 3)]
    [InlineData("\r", 0)]
    [InlineData("{", 1)]
    [InlineData("""{"messages":[{"author":"user","content":"a""", 42)]
    [InlineData("""{"messages":[]}}""", 15)]
    [InlineData("""{"messages":[]} {}""", 16)]
    [InlineData("""{"messages":[],}""", 15)]
    [InlineData("""{"messages":[1,]}""", 15)]
    [InlineData("""{"messages":[,1]}""", 13)]
    [InlineData("""{"messages":[1 2]}""", 15)]
    [InlineData("""{"messages":[}""", 13)]
    [InlineData("""{"messages":01}""", 13)]
    [InlineData("""{"messages":tru}""", 15)]
    [InlineData("""{"messages" []}""", 12)]
    [InlineData("""{,"messages":[]}""", 1)]
    [InlineData("""{messages:[]}""", 1)]
    [InlineData("""{"context":"\x"}""", 13)]
    [InlineData("""{"context":"\u12G4"}""", 16)]
    [InlineData("""{"context":"\ud800"}""", 12)]
    [InlineData("{\"context\":\"a\tb\"}", 13)]
    [InlineData("{\"context\":\"a\0b\"}", 13)]
    [InlineData("{\"messages\":[]}\0", 15)]
    public void A_malformed_text_is_reported_at_the_byte_where_it_stops_being_json(string json, int offset)
    {
        Assert.Equal(offset, OffsetOf(FaultsOfLine(json)));
        if (!json.EndsWith('\r'))
        {
            Assert.Equal(offset, OffsetOf(FaultsOfDocument(json)));
        }
    }

    [Fact]
    public void Nesting_is_accepted_up_to_the_limit_and_reported_at_the_bracket_beyond_it()
    {
        foreach (int limit in (int[])[1, 2, 64, 1000])
        {
            var options = new ValidationOptions { MaxDepth = limit };
            byte[] fits = Encoding.UTF8.GetBytes(new string('[', limit) + new string(']', limit));
            byte[] deeper = Encoding.UTF8.GetBytes(new string('[', limit + 1) + new string(']', limit + 1));
            Assert.Equal(["type /type 0"], Describe(Judge(fits, options)));
            Assert.Equal([$"too-deep  {limit}"], Describe(Judge(deeper, options)));
        }
    }

    [Fact]
    public void Findings_reach_the_sink_with_their_places()
    {
        var sink = new Findings();
        Assert.False(ChatValidator.Instance.Validate("""{"messages":[{"author":"bot","content":"a"},{"author":"user","content":"b"}]}"""u8, sink));
        Finding finding = Assert.Single(sink.All);
        Assert.Same(Rules.Enum, finding.Rule);
        Assert.Equal("/messages/0/author", finding.Pointer);
        Assert.Equal(23, finding.ByteOffset);
    }

    [Fact]
    public void A_sink_may_validate_while_it_takes_a_finding()
    {
        var sink = new Findings { Then = () => Assert.False(ChatValidator.Instance.IsValid("[]"u8)) };
        Assert.False(ChatValidator.Instance.Validate("""{"a":1,"b":2}"""u8, sink));
        Assert.Equal(3, sink.All.Count);
    }

    private static string Chat(string context) =>
        $$"""{"context":"{{context}}","messages":[{"author":"user","content":"a"},{"author":"assistant","content":"b"}]}""";

    private static int OffsetOf(string[] faults) => int.Parse(Assert.Single(faults).Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);

    private static string[] FaultsOfLine(string json)
    {
        byte[] text = Encoding.UTF8.GetBytes(json);
        var buffer = new PaddedBuffer(text.Length + 20);
        Encoding.UTF8.GetBytes($"\"é\"\n{json}\n[\"next\"]").CopyTo(buffer.Span);
        buffer.SealLines(text.Length + 14);
        var reader = new Validation(ValidationOptions.DatasetLines);
        reader.JudgeLine(ChatValidator.Instance, buffer, 5, out nint lineFeed);
        Assert.Equal(5 + text.Length, lineFeed);
        return Describe(reader.Faults);
    }

    private static string[] FaultsOfDocument(string json) => Describe(Judge(Encoding.UTF8.GetBytes(json), ValidationOptions.Document));

    private static FaultList Judge(byte[] json, ValidationOptions options)
    {
        var buffer = new PaddedBuffer(json.Length);
        json.CopyTo(buffer.Span);
        buffer.SealDocument(json.Length);
        var reader = new Validation(options);
        reader.JudgeDocument(ChatValidator.Instance, buffer);
        return reader.Faults;
    }

    private static string[] Describe(FaultList faults)
    {
        var texts = new List<string>();
        for (int i = 0; i < faults.Count; i++)
        {
            Fault fault = faults[i];
            string detail = fault.Name is not null ? $" {fault.Name}" : fault.Actual >= 0 ? $" ={fault.Actual}" : "";
            texts.Add($"{fault.Assertion.Rule.Slug} {fault.Assertion.Location} {fault.Offset}{detail}");
        }

        return [.. texts];
    }

    private sealed class Findings : IFindingSink
    {
        public List<Finding> All { get; } = [];

        public Action? Then { get; init; }

        public void Add(Finding finding)
        {
            All.Add(finding);
            Then?.Invoke();
        }
    }
}
