using System.Globalization;
using System.Text;
using Plumbline.Testing;
using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Tokenizers.Tests;

public class TokenizerJsonTests
{
    public static TheoryData<string> Kinds => [.. TokenizerJsonSamples.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Counts_are_those_of_hugging_face_tokenizers(string kind)
    {
        TokenCounter counter = TokenCounter.Read(kind, Encoding.UTF8.GetBytes(TokenizerJsonSamples.Make(kind, Fixture.Folder)));
        int[] expected = [.. File.ReadAllText(Fixture.PathOf($"json-{kind}.counts.txt")).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(count => int.Parse(count, CultureInfo.InvariantCulture))];
        IReadOnlyList<byte[]> texts = TokenizerJsonSamples.TextsOf(kind);
        Assert.Equal(expected.Length, texts.Count);
        List<string> different = [];
        for (int i = 0; i < expected.Length; i++)
        {
            long actual = counter.Count(texts[i]);
            if (actual != expected[i])
            {
                different.Add($"{i}: {actual}, expected {expected[i]}: {Encoding.UTF8.GetString(texts[i])}");
            }
        }

        Assert.Empty(different);
    }

    [Theory]
    [InlineData("{\"model\": {\"type\": \"WordPiece\"}}", "/model/type")]
    [InlineData("{\"model\": {\"type\": \"Unigram\"}}", "/model/vocab")]
    [InlineData("{\"model\": {\"type\": \"Unigram\", \"vocab\": [[\"a\", -1], [\"a\", -2]]}}", "/model/vocab/1")]
    [InlineData("{\"model\": {\"type\": \"Unigram\", \"vocab\": [[\"a\", -1], \"b\"]}}", "/model/vocab/1")]
    [InlineData("{\"model\": {\"type\": \"Unigram\", \"vocab\": [[\"a\", -1]], \"unk_id\": null}}", "/model/unk_id")]
    [InlineData("{\"model\": {\"type\": \"Unigram\", \"vocab\": [[\"a\", -1]], \"unk_id\": 1}}", "/model/unk_id")]
    [InlineData("{\"model\": {\"type\": \"Unigram\", \"vocab\": [[\"a\", -1]], \"unk_id\": 0, \"byte_fallback\": true}}", "/model/vocab")]
    [InlineData("{\"pre_tokenizer\": {\"type\": \"ByteLevel\", \"add_prefix_space\": false}, \"model\": {\"type\": \"Unigram\"}}", "/model/type")]
    [InlineData("{\"version\": \"1.0\"}", "/model")]
    [InlineData("{\"model\": {\"type\": \"BPE\", \"vocab\": [], \"merges\": []}}", "/model/vocab")]
    [InlineData("{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0}, \"merges\": [\"a b\"]}}", "/model/merges/0")]
    [InlineData("{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0}, \"merges\": [\"a\"]}}", "/model/merges/0")]
    [InlineData("{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0}, \"merges\": [], \"byte_fallback\": true}}", "/model/vocab")]
    [InlineData("{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0}, \"merges\": [], \"end_of_word_suffix\": \"</w>\"}}", "/model/end_of_word_suffix")]
    [InlineData(
        "{\"normalizer\": {\"type\": \"NFKC\"}, \"pre_tokenizer\": {\"type\": \"ByteLevel\", \"add_prefix_space\": false}, \"model\": {}}", "/normalizer")]
    [InlineData(
        "{\"pre_tokenizer\": {\"pretokenizers\": [{\"type\": \"Digits\"}, {\"type\": \"ByteLevel\", \"add_prefix_space\": true}], \"type\": \"Sequence\"}}",
        "/pre_tokenizer/pretokenizers/1/add_prefix_space")]
    [InlineData(
        "{\"pre_tokenizer\": {\"pretokenizers\": [{\"type\": \"Digits\"}, {\"type\": \"ByteLevel\", \"add_prefix_space\": false, \"use_regex\": false}], \"type\": \"Sequence\"}}",
        "/pre_tokenizer/pretokenizers/0")]
    [InlineData(
        "{\"pre_tokenizer\": {\"pretokenizers\": [{\"type\": \"WhitespaceSplit\"}, {\"type\": \"Metaspace\", \"prepend_scheme\": \"first\"}], \"type\": \"Sequence\"}, "
            + "\"model\": {\"type\": \"Unigram\", \"vocab\": [[\"a\", -1]], \"unk_id\": 0}}",
        "/pre_tokenizer")]
    [InlineData("{\"pre_tokenizer\": {\"type\": \"Whitespace\"}, \"model\": {\"vocab\": {\"a\": 0}}}", "/pre_tokenizer")]
    [InlineData("{\"normalizer\": {\"type\": \"Lowercase\"}, \"model\": {\"vocab\": {\"a\": 0}}}", "/normalizer")]
    public void What_is_broken_or_not_supported_is_refused_by_its_pointer(string json, string pointer)
    {
        var error = Assert.Throws<TokenizerFormatException>(() => TokenCounter.Read("tokenizer.json", Encoding.UTF8.GetBytes(json)));
        Assert.Equal(pointer, error.Part);
        Assert.StartsWith("tokenizer.json: " + pointer, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("digits")]
    [InlineData("split-space")]
    [InlineData("unigram-rules")]
    public void Counting_allocates_nothing(string kind)
    {
        TokenCounter counter = TokenCounter.Read(kind, Encoding.UTF8.GetBytes(TokenizerJsonSamples.Make(kind, Fixture.Folder)));
        byte[][] texts = [.. TokenizerJsonSamples.TextsOf(kind).Take(30)];
        Assert.Equal(0, Allocation.OfEach(() => Array.ForEach(texts, text => counter.Count(text))));
    }

    [Fact]
    public void An_unknown_pattern_is_named_in_full()
    {
        string json = TokenizerJsonSamples.Make("qwen", Fixture.Folder).Replace(@"|\\p{N}|", @"|\\p{N}{1,2}|", StringComparison.Ordinal);
        var error = Assert.Throws<TokenizerFormatException>(() => TokenCounter.Read("tokenizer.json", Encoding.UTF8.GetBytes(json)));
        Assert.Equal("/pre_tokenizer/pretokenizers/0/pattern/Regex", error.Part);
        Assert.Contains(@"\p{N}{1,2}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_no_json_is_refused()
    {
        var error = Assert.Throws<TokenizerFormatException>(() => TokenCounter.Read("tokenizer.json", "{\"model\": "u8.ToArray()));
        Assert.Contains("well-formed", error.Message, StringComparison.Ordinal);
    }
}
