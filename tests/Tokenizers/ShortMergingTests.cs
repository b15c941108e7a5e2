using System.Text;
using Plumbline.Tokenizers.Counting;
using Plumbline.Tokenizers.Formats;
using Plumbline.Tokenizers.Tools.Texts;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Tests;

public class ShortMergingTests
{
    // Letters of scripts whose characters merge across their borders byte by byte ("о" with the first byte of "в"), and characters that are no symbols.
    private const string Letters = " оеаинтсрвлкмдпбгзСПНВ のにしたてファードコス사지설이정바문시는다 的一是不数据 abeth σατε ابلم שלם ดอยก éüß 😀🎉 龘鿍ⴰ";

    [Theory]
    [InlineData("o200k_base")]
    [InlineData("cl100k_base")]
    public void Merging_from_whole_characters_counts_what_laying_out_does(string encoding)
    {
        BundledEncoding bundled = BundledEncoding.Find(encoding)!;
        MergeVocabulary vocabulary = bundled.Compile();
        var joins = new JoinFilter(vocabulary, vocabulary.Symbols!);
        var laying = new Backtracking(vocabulary, joins);
        Rune[] letters = [.. Letters.EnumerateRunes()];
        var random = new TextRandom(11);
        int merged = 0;
        for (int round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder();
            int script = random.Below(letters.Length - 8);
            for (int left = 1 + random.Below(20); left > 0; left--)
            {
                text.Append(letters[random.Below(4) == 0 ? random.Below(letters.Length) : script + random.Below(8)]);
            }

            byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
            if (bytes.Length > ShortMerging.MaxLength)
            {
                continue;
            }

            int count = ShortMerging.Count(vocabulary.Bytes!, joins, ref bytes[0], bytes.Length);
            merged += Math.Min(count, 1);
            Assert.True(count == 0 || count == laying.CountLaid(ref bytes[0], bytes.Length), $"{count} for '{text}'");
        }

        Assert.InRange(merged, 15_000, 20_000);
    }
}
