using System.Text;

namespace Plumbline.Tokenizers.Tools.Texts;

/// <summary>Texts of every kind that tuning data has, mixed from sentences written for this project; the same on every machine.</summary>
public static class SampleTexts
{
    /// <summary>The kinds of text.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. SampleSentences.ByKind.Keys];

    /// <summary>A text of a kind, of at least so many characters.</summary>
    public static string Make(string kind, int characters, ulong seed = 1)
    {
        string[] sentences = SampleSentences.ByKind[kind];
        var random = new TextRandom(seed);
        var text = new StringBuilder();
        while (text.Length < characters)
        {
            text.Append(random.Of<string>(sentences));
            text.Append(random.Below(6) == 0 ? "\n\n" : random.Below(4) == 0 ? "\n" : " ");
        }

        return text.ToString();
    }

    /// <summary>Every code point of a range, beside letters, digits, itself and white space, so that its classes show in the count.</summary>
    public static string CodePoints(int first, int count)
    {
        var text = new StringBuilder();
        for (int codePoint = first; codePoint < first + count; codePoint++)
        {
            if (codePoint is < 0xD800 or > 0xDFFF)
            {
                string character = char.ConvertFromUtf32(codePoint);
                text.Append(character).Append('a').Append(character).Append(character)
                    .Append("1 ").Append(character).Append("B!").Append(character).Append('\n');
            }
        }

        return text.ToString();
    }
}
