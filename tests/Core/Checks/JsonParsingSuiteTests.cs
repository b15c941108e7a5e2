using System.Text.Json;
using Plumbline.Testing;
using Xunit.Abstractions;

namespace Plumbline.Tests.Checks;

public sealed class JsonParsingSuiteTests(ITestOutputHelper output)
{
    // What RFC 8259 leaves to implementations. Every i_ file of the suite has a line here.
    private static readonly Dictionary<string, (string? Rule, string Reason)> Decisions = new(StringComparer.Ordinal)
    {
        ["i_number_double_huge_neg_exp.json"] = (null, "numbers are exact decimals of any size"),
        ["i_number_huge_exp.json"] = (null, "numbers are exact decimals of any size"),
        ["i_number_neg_int_huge_exp.json"] = (null, "numbers are exact decimals of any size"),
        ["i_number_pos_double_huge_exp.json"] = (null, "numbers are exact decimals of any size"),
        ["i_number_real_neg_overflow.json"] = (null, "numbers are exact decimals of any size"),
        ["i_number_real_pos_overflow.json"] = (null, "numbers are exact decimals of any size"),
        ["i_number_real_underflow.json"] = (null, "numbers are exact decimals of any size"),
        ["i_number_too_big_neg_int.json"] = (null, "numbers are exact decimals of any size"),
        ["i_number_too_big_pos_int.json"] = (null, "numbers are exact decimals of any size"),
        ["i_number_very_big_negative_int.json"] = (null, "numbers are exact decimals of any size"),
        ["i_object_key_lone_2nd_surrogate.json"] = ("PLB5003", "half a pair of surrogates is no text"),
        ["i_string_1st_surrogate_but_2nd_missing.json"] = ("PLB5003", "half a pair of surrogates is no text"),
        ["i_string_1st_valid_surrogate_2nd_invalid.json"] = ("PLB5003", "half a pair of surrogates is no text"),
        ["i_string_UTF-16LE_with_BOM.json"] = ("PLB5002", "JSON between systems is UTF-8 (RFC 8259, 8.1)"),
        ["i_string_UTF-8_invalid_sequence.json"] = ("PLB5002", "bytes that are not UTF-8 are no text"),
        ["i_string_UTF8_surrogate_U+D800.json"] = ("PLB5002", "UTF-8 has no surrogates"),
        ["i_string_incomplete_surrogate_and_escape_valid.json"] = ("PLB5003", "half a pair of surrogates is no text"),
        ["i_string_incomplete_surrogate_pair.json"] = ("PLB5003", "half a pair of surrogates is no text"),
        ["i_string_incomplete_surrogates_escape_valid.json"] = ("PLB5003", "half a pair of surrogates is no text"),
        ["i_string_invalid_lonely_surrogate.json"] = ("PLB5003", "half a pair of surrogates is no text"),
        ["i_string_invalid_surrogate.json"] = ("PLB5003", "half a pair of surrogates is no text"),
        ["i_string_invalid_utf-8.json"] = ("PLB5002", "bytes that are not UTF-8 are no text"),
        ["i_string_inverted_surrogates_U+1D11E.json"] = ("PLB5003", "half a pair of surrogates is no text"),
        ["i_string_iso_latin_1.json"] = ("PLB5002", "JSON between systems is UTF-8 (RFC 8259, 8.1)"),
        ["i_string_lone_second_surrogate.json"] = ("PLB5003", "half a pair of surrogates is no text"),
        ["i_string_lone_utf8_continuation_byte.json"] = ("PLB5002", "bytes that are not UTF-8 are no text"),
        ["i_string_not_in_unicode_range.json"] = ("PLB5002", "UTF-8 ends at U+10FFFF"),
        ["i_string_overlong_sequence_2_bytes.json"] = ("PLB5002", "overlong forms are not UTF-8"),
        ["i_string_overlong_sequence_6_bytes.json"] = ("PLB5002", "overlong forms are not UTF-8"),
        ["i_string_overlong_sequence_6_bytes_null.json"] = ("PLB5002", "overlong forms are not UTF-8"),
        ["i_string_truncated-utf-8.json"] = ("PLB5002", "bytes that are not UTF-8 are no text"),
        ["i_string_utf16BE_no_BOM.json"] = ("PLB5001", "JSON between systems is UTF-8 (RFC 8259, 8.1)"),
        ["i_string_utf16LE_no_BOM.json"] = ("PLB5001", "JSON between systems is UTF-8 (RFC 8259, 8.1)"),
        ["i_structure_500_nested_arrays.json"] = ("PLB5005", "nesting is limited to 64 unless a run says otherwise"),
        ["i_structure_UTF-8_BOM_empty_object.json"] = (
            "PLB5001", "the grammar has no byte order mark; readers of files skip it, with a note, before they come here"),
    };

    [Fact]
    public void The_parsing_suite_is_accepted_rejected_and_decided()
    {
        if (SharedData.PathOf("json-parsing-test-suite", "test_parsing") is not { } folder)
        {
            return;
        }

        var seen = new List<string>();
        foreach (string path in Directory.EnumerateFiles(folder, "*.json"))
        {
            string name = Path.GetFileName(path);
            byte[] text = File.ReadAllBytes(path);
            SyntaxFault? fault = JsonSyntax.FindFault(text, 64);
            switch (name[0])
            {
                case 'y':
                    Assert.True(fault is null, $"{name}: {fault}");
                    break;
                case 'n':
                    Assert.True(fault is not null, name);
                    Assert.InRange(fault.Value.Offset, 0, text.Length);
                    break;
                default:
                    Assert.True(Decisions.ContainsKey(name), $"{name} is not decided");
                    Assert.True(fault?.Rule.Id == Decisions[name].Rule, $"{name}: {fault}");
                    seen.Add(name);
                    break;
            }
        }

        Assert.Equal(Decisions.Keys.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        output.WriteLine($"{seen.Count} implementation-defined texts, each decided");
    }

    [Fact]
    public void The_grammar_agrees_with_Utf8JsonReader_on_mutated_texts()
    {
        // Utf8JsonReader does not look at UTF-8 and surrogates inside strings: where only those are wrong, it is no judge.
        var random = new Random(20_240_601);
        byte[] seed = "{\"a\":[1,-2.5e+3,true,false,null,{}],\"b\\u0041\\n\":\"x\\ud83d\\ude00é\",\"c\":{\"d\":[[]]}} "u8.ToArray();
        byte[] alphabet = "{}[],:\"\\ut0123456789-+.eEaflsrn \t\n\0"u8.ToArray();
        for (int i = 0; i < 60_000; i++)
        {
            byte[] text = seed.AsSpan(0, random.Next(8) == 0 ? random.Next(seed.Length) : seed.Length).ToArray();
            for (int edits = random.Next(3); edits >= 0 && text.Length > 0; edits--)
            {
                text[random.Next(text.Length)] = alphabet[random.Next(alphabet.Length)];
            }

            SyntaxFault? fault = JsonSyntax.FindFault(text, 64);
            if (fault?.Rule != Rules.InvalidUtf8 && fault?.Rule != Rules.LoneSurrogate)
            {
                Assert.True(fault is null == IsAcceptedByReader(text), $"{System.Text.Encoding.UTF8.GetString(text)}: {fault}");
            }
        }
    }

    private static bool IsAcceptedByReader(byte[] text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            bool any = false;
            while (reader.Read())
            {
                any = true;
            }

            return any;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
