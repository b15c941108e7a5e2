using System.Text;
using Plumbline.Tokenizers.Normalization;
using Plumbline.Tokenizers.Splitting;

namespace Plumbline.Tokenizers.Tools.Texts;

/// <summary>Texts that normalization form C changes: every character that has to do with it, and random rows of such.</summary>
internal static class UnsettledTexts
{
    // Bases and marks of several classes, singletons, what is never composed, halves and wholes of Hangul.
    private static readonly string[] Parts =
    [
        "a", "e", "o", "A", "Ω", "ώ", " ", "1", "日", "\u0301", "\u0300", "\u0323", "\u0327",
        "\u0328", "\u0345", "\u0315", "\u0344", "é", "ệ", "\u212B", "\u2126", "\u0958",
        "\u0915\u093C", "\u0F73", "\u0FB2\u0F71", "\u1100", "\u1161", "\u11A8", "가", "각",
        "\u11C2", "\uFB1D", "\u3099", "か", "は\u309A", "\U0001D15E", "\U000110A5", "\u1025\u102E",
    ];

    public static IEnumerable<byte[]> All()
    {
        for (int character = 0x80; character < CharacterClasses.CodePoints; character++)
        {
            bool isSyllable = character is >= 0xAC00 and <= 0xD7A3 && character % 97 != 0;
            if (Rune.IsValid(character) && !isSyllable && (CanonicalMappings.IsUnsettled(character) || CanonicalMappings.Decompose(character, out _, out _)))
            {
                string text = new Rune(character).ToString();
                yield return Encoding.UTF8.GetBytes($"a{text} b\u0323{text}{text}\u0301");
            }
        }

        var random = new TextRandom(31);
        for (int number = 0; number < 1500; number++)
        {
            yield return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1 + random.Below(20)).Select(_ => random.Of<string>(Parts))));
        }
    }
}
