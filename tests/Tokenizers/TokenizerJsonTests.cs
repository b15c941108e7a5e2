using System.Globalization;
using System.Text;
using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Tokenizers.Tests;

public class TokenizerJsonTests
{
    public static TheoryData<string> Kinds => [.. TokenizerJsonSamples.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Counts_are_those_of_hugging_face_tokenizers(string kind)
    {
        TokenCounter counter = TokenCounter.Read(kind, Encoding.UTF8.GetBytes(TokenizerJsonSamples.Make(kind)));
        int[] expected = [.. File.ReadAllText(Fixture.PathOf($"json-{kind}.counts.txt")).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(count => int.Parse(count, CultureInfo.InvariantCulture))];
        Assert.Equal(expected.Length, TokenizerJsonSamples.Texts.Count);
        List<string> different = [];
        for (int i = 0; i < expected.Length; i++)
        {
            long actual = counter.Count(TokenizerJsonSamples.Texts[i]);
            if (actual != expected[i])
            {
                different.Add($"{i}: {actual}, expected {expected[i]}: {Encoding.UTF8.GetString(TokenizerJsonSamples.Texts[i])}");
            }
        }

        Assert.Empty(different);
    }
}
