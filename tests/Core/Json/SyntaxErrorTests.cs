using System.Text;
using Plumbline.Schema.Json;
using Plumbline.Testing;

namespace Plumbline.Core.Tests.Json;

public sealed class SyntaxErrorTests
{
    // The text with ^ before the first byte that cannot continue it (removed before parsing), then every error as kind@offset.
    public static TheoryData<string, string> Broken => new()
    {
        { "", "MissingValue@0" },
        { "  ", "MissingValue@2" },
        { "{", "MissingClose@1" },
        { "[1", "MissingClose@2" },
        { "{\"a\"", "MissingColon@4" },
        { "{\"a\":", "MissingValue@5" },
        { "{\"a\":1", "MissingClose@6" },
        { "{\"a\":1,", "MissingName@7" },
        { "\"abc", "UnterminatedString@4" },
        { "tru", "Unquoted@3" },
        { "[tru,1]", "Unquoted@4" },
        { "truex", "Unquoted@4" },
        { "nul x", "Unquoted@3" },
        { "[01]", "BadNumber@2" },
        { "[-]", "BadNumber@2" },
        { "[1.]", "BadNumber@3" },
        { "[1e+]", "BadNumber@4" },
        { "[0x1F]", "BadNumber@2" },
        { "[+1]", "Unquoted@1" },
        { "[.5]", "Unquoted@1" },
        { "[1 2]", "MissingComma@3" },
        { "[1 true]", "MissingComma@3" },
        { "[1 nope, 2]", "Unexpected@3" },
        { "[1,]", "TrailingComma@3" },
        { "[,1]", "MissingValue@1" },
        { "[1,,2]", "MissingValue@3" },
        { "{\"a\":1,}", "TrailingComma@7" },
        { "{\"a\" 1}", "MissingColon@5" },
        { "{\"a\":}", "MissingValue@5" },
        { "{\"a\":1 \"b\":2}", "MissingComma@7" },
        { "{\"a\":[1,2,\"b\":3}", "Unexpected@13 MissingClose@15" },
        { "{\"a\":[1,2}", "MissingClose@9" },
        { "{a:1}", "Unquoted@1" },
        { "{'a':1}", "SingleQuoted@1" },
        { "['a']", "SingleQuoted@1" },
        { "{\"steps\": STEPS, \"region\": us-central1 }", "Unquoted@10 Unquoted@27" },
        { "{\"a\":20 (text only),\"b\":1}", "Unexpected@8" },
        { "{\"a\": The display name, \"b\" 2}", "Unquoted@6 MissingColon@28" },
        { "[1] x", "TrailingText@4" },
        { "[1]]", "TrailingText@3" },
        { "[1, // one\n 2 /* two */]", "Comment@4 Comment@14" },
        { "[\"\\x\"]", "BadEscape@3" },
        { "[\"\\u12G4\"]", "BadEscape@6" },
        { "[\"\\uD800\"]", "LoneSurrogate@2" },
        { "[\"\\uDC00\"]", "LoneSurrogate@2" },
        { "[\"\\uD800\\u0041\"]", "LoneSurrogate@2" },
        { "[\"a\u0001b\u0002c\"]", "ControlCharacter@3" },
        { "[\"wrapped\ntext\", 1]", "ControlCharacter@9" },
        { "{\"a\": \"no end,\n \"b\": 1}", "UnterminatedString@14" },
        { "{\n  \"e\": {\n    \"k\": 1\n  \"t\": 2\n}", "MissingClose@24" },
        { "{\n  \"r\": {\n    \"k\": 1\n  }\n  \"t\": 2\n}", "MissingComma@28" },
        { "}", "Unquoted@0" },
        { "é", "Unquoted@0" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Errors_stand_at_the_byte_that_cannot_continue_the_text(string json, string expected) =>
        Assert.Equal(expected, Describe(PositionedText.Parse(json)));

    [Theory]
    [InlineData(new byte[] { 0x22, 0xFF, 0x22 }, 1)]
    [InlineData(new byte[] { 0x22, 0x61, 0xC0, 0xAF, 0x22 }, 2)]
    [InlineData(new byte[] { 0x22, 0xED, 0xA0, 0x80, 0x22 }, 1)]
    [InlineData(new byte[] { 0x22, 0xE2, 0x82, 0x22 }, 1)]
    [InlineData(new byte[] { 0x22, 0xF4, 0x90, 0x80, 0x80, 0x22 }, 1)]
    public void Bytes_that_are_not_utf8_are_told_at_the_first_of_them(byte[] json, int offset)
    {
        SyntaxError error = PositionedText.Parse(json).Errors[0];

        Assert.Equal((Rules.InvalidUtf8, offset), (error.Rule, error.Offset));
    }

    [Fact]
    public void Repairs_say_where_the_missing_text_belongs()
    {
        SyntaxError comma = PositionedText.Parse("{\"a\": 1  \"b\": 2}").Errors.Single();
        SyntaxError close = PositionedText.Parse("{\n  \"e\": {\n    \"k\": 1\n  \"t\": 2\n}").Errors.Single();
        SyntaxError trailing = PositionedText.Parse("[1 , ]").Errors.Single();

        Assert.Equal(new ByteSpan(7, 0), comma.Repair);
        Assert.Equal((new ByteSpan(21, 0), 9), (close.Repair, close.Opening));
        Assert.Equal(new ByteSpan(3, 1), trailing.Repair);
    }

    [Fact]
    public void What_stands_around_an_error_is_still_read()
    {
        PositionedText text = PositionedText.Parse("{\n  \"e\": {\n    \"k\": 1\n  \"t\": VALUE,\n  \"u\" 3\n}");

        Assert.Equal("1", text.Root.Find("e")!.Value.Find("k")!.Value.RawText);
        Assert.Equal(JsonKind.Invalid, text.Root.Find("t")!.Value.Kind);
        Assert.Equal("3", text.Root.Find("u")!.Value.RawText);
    }

    [Fact]
    public void Random_bytes_and_cut_texts_never_throw_and_errors_stay_in_order()
    {
        var random = new Random(20261120);
        byte[] seed = """{"type":["string","null"],"enum":[1.5e3,-0,true,false,null],"x":"a\u00e9\n\uD83D\uDE00é😀 ","y":{"z":[[],{}]}}"""u8.ToArray();
        byte[] marks = "{}[]\",:\\/'*0-tnfu \n\u0001é"u8.ToArray();
        for (int round = 0; round < 20_000; round++)
        {
            byte[] json = seed.AsSpan(0, random.Next(seed.Length + 1)).ToArray();
            for (int edit = random.Next(6); edit > 0 && json.Length > 0; edit--)
            {
                json[random.Next(json.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : marks[random.Next(marks.Length)];
            }

            PositionedText text = PositionedText.Parse(json);

            Assert.True(text.Errors.Zip(text.Errors.Skip(1), (left, right) => left.Offset < right.Offset).All(inOrder => inOrder));
            Assert.All(text.Errors, error => Assert.InRange(error.Offset, 0, json.Length));
            Assert.All(text.Errors, error => Assert.InRange(error.Span.End, error.Span.Start, json.Length));
            Walk(text.Root, json.Length);
        }
    }

    [Fact]
    public void The_parsing_suite_is_accepted_and_rejected_as_its_names_say()
    {
        if (SharedData.PathOf("json-parsing-test-suite", "test_parsing") is not { } folder)
        {
            return;
        }

        var wrong = new List<string>();
        foreach (string file in Directory.EnumerateFiles(folder, "*.json"))
        {
            PositionedText text = PositionedText.Parse(File.ReadAllBytes(file), maxDepth: 1_000_000);
            string name = Path.GetFileName(file);
            if (name[0] == (text.IsWellFormed ? 'n' : 'y'))
            {
                wrong.Add(name);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Both_readers_find_the_first_fault_at_the_same_byte()
    {
        var texts = new List<byte[]>();
        foreach (object?[] row in Broken)
        {
            texts.Add(Encoding.UTF8.GetBytes((string)row[0]!));
        }

        if (SharedData.PathOf("json-parsing-test-suite", "test_parsing") is { } folder)
        {
            // A byte order mark is skipped by the readers of files, before the grammar is asked.
            texts.AddRange(Directory.EnumerateFiles(folder, "*.json").Select(File.ReadAllBytes).Where(text => !text.AsSpan().StartsWith("\uFEFF"u8)));
        }

        string[] different = [.. texts.Select(Compare).OfType<string>()];

        Assert.True(different.Length == 0, string.Join("\n", different));

        static string? Compare(byte[] text)
        {
            SyntaxFault? grammar = JsonSyntax.FindFault(text, 64);
            SyntaxError? first = PositionedText.Parse(text, 64).Errors.FirstOrDefault();
            return grammar?.Offset == first?.Offset
                ? null
                : $"{Encoding.Latin1.GetString(text)}: {grammar?.Offset} {grammar?.Rule.Id}, {first?.Offset} {first?.Rule.Id}";
        }
    }

    private static void Walk(PositionedValue root, int length)
    {
        var values = new Stack<PositionedValue>([root]);
        while (values.TryPop(out PositionedValue? value))
        {
            Assert.InRange(value.Span.End, value.Span.Start, length);
            _ = value.Text;
            _ = value.ToCompactJson();
            foreach (PositionedValue child in value.Items.Concat(value.Members.Select(member => member.Value)))
            {
                values.Push(child);
            }
        }
    }

    private static string Describe(PositionedText text) => string.Join(" ", text.Errors.Select(error => $"{error.Kind}@{error.Offset}"));
}
