using System.Text;

namespace Plumbline.Runtime.Tests;

/// <summary>The methods that generated code calls, one by one.</summary>
public class ReaderTests
{
    private static readonly Assertion Broken = new(Rules.Const, "/const", "something else");

    [Fact]
    public void Literal_bytes_are_compared_at_every_length_and_every_byte_counts()
    {
        // Literals of every length, as the compiled ones are: a case for each way of comparing.
        for (int length = 1; length <= 100; length++)
        {
            byte[] literal = [.. Enumerable.Range(0, length).Select(i => (byte)('a' + (i % 26)))];
            On(literal, v => Assert.True(v.Is(0, literal)));
            On(literal[..^1], v => Assert.False(v.Is(0, literal)));
            for (int i = 0; i < length; i++)
            {
                byte[] other = [.. literal];
                other[i] ^= 0x20;
                On(other, v => Assert.False(v.Is(0, literal)));
            }
        }
    }

    [Theory]
    [InlineData("\"a\":1", 0)]
    [InlineData("\"\\u0061\" \t: 1", 0)]
    [InlineData("\"naïve \\\"name\\\"\":1", 1)]
    [InlineData("\"b\":1", -1)]
    [InlineData("\"\":1", 2)]
    [InlineData("\"a name of more than thirty-two bytes, and without escapes\":1", 3)]
    [InlineData("\"a\\u0020name of more than thirty-two bytes, and without escapes\":1", 3)]
    public void A_name_is_found_in_any_spelling(string text, int member)
    {
        var names = new NameTable("a", "naïve \"name\"", "", "a name of more than thirty-two bytes, and without escapes");
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        On(utf8, v =>
        {
            Assert.Equal(utf8.AsSpan().LastIndexOf((byte)':') + 1, v.Find(0, names));
            Assert.Equal(member, v.Member);
        });
    }

    [Fact]
    public void Tables_of_many_names_find_each_of_them_and_no_other()
    {
        string[] many = [.. Enumerable.Range(0, 500).Select(i => $"name{i}")];
        var names = new NameTable(many);
        for (int i = 0; i < 600; i++)
        {
            On(Encoding.UTF8.GetBytes($"\"name{i}\":"), v =>
            {
                v.Find(0, names);
                Assert.Equal(i < 500 ? i : -1, v.Member);
            });
        }
    }

    [Fact]
    public void An_object_of_many_unknown_names_reports_each_repetition_once_even_when_it_is_read_again()
    {
        string members = string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"name{i % 990}\":{{\"name{i % 3}\":0}}"));
        FaultList faults = On(Encoding.UTF8.GetBytes($"{{{members}}}"), v =>
        {
            v.Skip(0);
            return v.Skip(0);
        });
        Assert.Equal(10, faults.Count);
        Assert.All(faults.AsSpan().ToArray(), fault => Assert.Same(Rules.DuplicateKey, fault.Assertion.Rule));
    }

    [Fact]
    public void Unknown_counts_distinct_names_whatever_their_spelling()
    {
        On("""{"a":1,"\u0061":2,"b":3}"""u8.ToArray(), v =>
        {
            Assert.Equal(1, v.Unknown(0, 1));
            Assert.Equal(0, v.Unknown(0, 7));
            Assert.Equal(1, v.Unknown(0, 18));
            Assert.Equal(1, v.Unknown(0, 1));
            Assert.Equal(0, v.Unknown(0, 7));
            return v.Skip(0);
        });
    }

    [Theory]
    [InlineData("x")]
    [InlineData("12345678")]
    [InlineData("0123456789abcdef")]
    [InlineData("0123456789abcdefg")]
    [InlineData("a name of more than thirty-two bytes, and without escapes")]
    public void A_name_repeats_only_where_every_byte_of_it_does(string name)
    {
        List<string> others = [name + "!", "!" + name, name[1..], ""];
        for (int i = 0; i < name.Length; i++)
        {
            others.Add(name[..i] + "!" + name[(i + 1)..]);
        }

        string members = string.Concat(others.Distinct().Select(other => $"\"{other}\":0,"));
        Assert.Equal(0, Repetitions($"{{{members}\"{name}\":{{\"{name}\":0}}}}"));
        Assert.Equal(1, Repetitions($"{{\"{name}\":0,{members}\"{name}\" : 0}}"));
        Assert.Equal(1, Repetitions($"{{\"{name}\":0,{members}\"{string.Concat(name.Select(c => $"\\u{(int)c:x4}"))}\":0}}"));
        static int Repetitions(string json) => On(Encoding.UTF8.GetBytes(json), v => v.Skip(0)).Count;
    }

    [Fact]
    public void Names_beyond_one_word_of_bits_are_told_apart()
    {
        FaultList faults = On("{}"u8.ToArray(), v =>
        {
            Span<ulong> seen = stackalloc ulong[2];
            v.Seen(seen, 1, 3);
            v.Seen(seen, 1, 67);
            Assert.Equal(1UL << 3, seen[0]);
            Assert.Equal(1UL << 3, seen[1]);
            v.Missing(Broken, new NameTable([.. Enumerable.Range(0, 70).Select(i => $"n{i}")]), 0, 0b101, first: 64);
            return v.Skip(0);
        });
        Assert.Equal(["n64", "n66"], faults.AsSpan().ToArray().Select(fault => fault.Name));
    }

    [Theory]
    [InlineData("5", "5", ">= <= %")]
    [InlineData("5.0", "5", ">= <= %")]
    [InlineData("50e-1", "5", ">= <= %")]
    [InlineData("6", "5", ">= >")]
    [InlineData("10", "5", ">= > %")]
    [InlineData("-1", "5", "<= <")]
    [InlineData("99999999999999999999999999", "5", ">= >")]
    [InlineData("-99999999999999999999999999", "9223372036854775807", "<= <")]
    [InlineData("0.3", "0.1", ">= > %")]
    [InlineData("0.35", "0.1", ">= >")]
    [InlineData("1e400", "1e399", ">= > %")]
    [InlineData("0", "3", "<= < %")]
    public void Bounds_are_kept_in_exact_arithmetic(string value, string limit, string kept)
    {
        byte[] text = Encoding.UTF8.GetBytes(value);
        Check(NumberRule.Minimum(limit, Broken), ">=");
        Check(NumberRule.Maximum(limit, Broken), "<=");
        Check(NumberRule.ExclusiveMinimum(limit, Broken), ">");
        Check(NumberRule.ExclusiveMaximum(limit, Broken), "<");
        Check(NumberRule.MultipleOf(limit, Broken), "%");

        void Check(NumberRule rule, string sign)
        {
            FaultList faults = On(text, v =>
            {
                v.Bounds(rule, 0, v.Number(0));
                return text.Length;
            });
            Assert.True(faults.Count == 0 == kept.Split(' ').Contains(sign), $"{value} {sign} {limit}");
        }
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("-0", true)]
    [InlineData("1.0", true)]
    [InlineData("1.5e1", true)]
    [InlineData("10e-1", true)]
    [InlineData("1.5", false)]
    [InlineData("1e-1", false)]
    public void A_number_is_whole_by_its_value(string value, bool isInteger)
    {
        byte[] text = Encoding.UTF8.GetBytes(value);
        On(text, v => Assert.Equal(isInteger, v.IsInteger(0, v.Number(0))));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("1.0", true)]
    [InlineData("\"a\"", true)]
    [InlineData("\"\\u0061\"", true)]
    [InlineData("{\"y\":[null],\"x\":1e0}", true)]
    [InlineData("2", false)]
    [InlineData("\"b\"", false)]
    [InlineData("{\"x\":1}", false)]
    [InlineData("null", false)]
    public void A_value_is_compared_with_constants_as_json_schema_compares(string value, bool isEqual)
    {
        byte[] text = Encoding.UTF8.GetBytes(value);
        var values = new LiteralSet("1", "\"a\"", """{"x":1,"y":[null]}""");
        FaultList faults = On(text, v =>
        {
            nint end = v.Skip(0);
            v.Equal(Broken, values, 0, end);
            return end;
        });
        Assert.Equal(isEqual, faults.Count == 0);
    }

    [Theory]
    [InlineData("[]", true)]
    [InlineData("[ 1 , \"1\" , [1] , {\"1\":1} , null , true ]", true)]
    [InlineData("[1,2,1.0]", false)]
    [InlineData("[{\"a\":1,\"b\":2},{\"b\":2,\"a\":1}]", false)]
    [InlineData("[0,1,2,3,4,5,6,7,8,9,10,11,12,\"\\u0041\",13,\"A\"]", false)]
    [InlineData("[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19]", true)]
    [InlineData("[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,2.6e1,-3,26]", false)]
    [InlineData("[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,2.6e1,-3,27]", true)]
    [InlineData("[{\"a\":[ {\"c\":0,\"d\":\"\\u0041\"} ],\"b\":{}}, { \"b\" : { } , \"\\u0061\":[{\"d\":\"A\",\"c\":0.0}]}]", false)]
    [InlineData("[{\"a\":[{\"c\":0,\"d\":1}]},{\"a\":[{\"c\":1,\"d\":0}]},[[],[]],[[[]]],[{}],[[]],\"[]\"]", true)]
    [InlineData("[{\"a\":1,\"a\":2},{\"a\":2}]", false)]
    public void Items_are_unique_when_no_two_are_equal(string value, bool isUnique)
    {
        byte[] text = Encoding.UTF8.GetBytes(value);
        FaultList faults = On(text, v =>
        {
            nint end = v.Skip(0);
            v.Unique(Broken, 0, end);
            return end;
        });
        Assert.Equal(isUnique, faults.Count == 0);
    }

    [Fact]
    public void A_pattern_judges_the_text_of_a_string_not_its_spelling()
    {
        var rule = new PatternRule("^[a-é]+$", Broken);
        Assert.Equal(0, Faults("\"abc\""));
        Assert.Equal(0, Faults("\"\\u0061\\u00e9\""));
        Assert.Equal(1, Faults("\"ab\\n\""));
        On("\"abc\":"u8.ToArray(), v => Assert.True(v.Matches(rule, 0)));
        On("\"ABC\":"u8.ToArray(), v => Assert.False(v.Matches(rule, 0)));

        int Faults(string json)
        {
            byte[] text = Encoding.UTF8.GetBytes(json);
            return On(text, v =>
            {
                nint end = v.String(0);
                v.Pattern(rule, 0, end);
                return end;
            }).Count;
        }
    }

    [Fact]
    public void Tokens_are_judged_only_where_the_run_counts_them()
    {
        var rule = new TokenRule(isMaximum: true, 3, [], Broken);
        byte[] text = "\"a\\u0062cd\""u8.ToArray();
        Assert.Equal(0, On(text, Judge).Count);
        FaultList faults = On(text, Judge, new ValidationOptions { TokenCounter = new BytesAsTokens() });
        Assert.Equal(4, Assert.Single(faults.AsSpan().ToArray()).Actual);

        nint Judge(Validation v)
        {
            nint end = v.String(0);
            v.Tokens(rule, 0, end);
            return end;
        }
    }

    private static void On(byte[] text, Action<Validation> work) => On(text, v =>
    {
        work(v);
        return text.Length;
    });

    private static FaultList On(byte[] text, Func<Validation, nint> work, ValidationOptions? options = null)
    {
        var buffer = new PaddedBuffer(text.Length);
        text.CopyTo(buffer.Span);
        buffer.SealDocument(text.Length);
        var reader = new Validation(options ?? ValidationOptions.Document);
        reader.JudgeDocument(new Steps(work), buffer);
        return reader.Faults;
    }

    private sealed class Steps(Func<Validation, nint> work) : JsonValidator("steps")
    {
        protected internal override nint Value(Validation v, nint at) => work(v);
    }

    private sealed class BytesAsTokens : ITokenCounter
    {
        public string Name => "bytes";

        public long MaxTokens(long utf8Bytes) => utf8Bytes;

        public long Count(ReadOnlySpan<byte> utf8, long stopAfter = long.MaxValue) => utf8.Length;
    }
}
