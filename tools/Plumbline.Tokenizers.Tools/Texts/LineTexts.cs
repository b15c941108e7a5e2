using System.Text;

namespace Plumbline.Tokenizers.Tools.Texts;

/// <summary>Texts of one line each, for oracles that read lines.</summary>
public static class LineTexts
{
    /// <summary>The lines that counts are compared on.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. SampleTexts.Kinds.SelectMany(kind => SampleTexts.Make(kind, 1500, seed: 3).Split('\n')).Select(OneLine),
        .. Enumerable.Range(0, 3000).Select(number => OneLine(FuzzTexts.Make(4711, number))),
        FixtureTexts.RandomLetters(2000), new string('a', 1500), new string(' ', 300), "x" + new string(' ', 300) + "y",
    ];

    /// <summary>What models are trained on.</summary>
    public static string Training { get; } = string.Join('\n', SampleTexts.Kinds.Select(kind => SampleTexts.Make(kind, 6000, seed: 4)));

    // A line end would end the line, and zero bytes end the rules of SentencePiece's normalizer.
    private static string OneLine(string text) => new StringBuilder(text).Replace("\n", "").Replace("\r", "").Replace("\0", "").ToString();
}
