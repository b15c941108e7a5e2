using System.Text;

namespace Plumbline.Tokenizers.Tools.Texts;

/// <summary>
/// Random texts made to find where a splitter and its pattern part: few kinds of characters at a time, from the borders of every class that patterns ask
/// for, and pieces that patterns name.
/// </summary>
public static class FuzzTexts
{
    private static readonly string[] Pieces =
    [
        "'s", "'T", "'re", "'Ve", "'m", "'LL", "'d", "'\u017F", "\u2019s", "'", "''", "I'm", "don't", "x'", "'ll'",
        " ", "  ", "   ", "\n", "\r\n", "\n\n", " \n", "\n ", "\t", "\t\t", "\v", "\f", "\u0085", "\u00A0", "\u2028", "\u3000", "\u200B", "\uFEFF", "\r",
        "1", "12", "1234", "\u0661\u0662", "\u00BD", "\u2167", "\u4E00", "\U0001D7D8", "3.14", "2026-11-20",
        "a", "Z", "the", " The", "HTTPServer", "camelCase", "SNAKE_CASE", "\u00E9", "e\u0301", "\u0301", "\u0301\u0302", "\u01C5", "\u02B0", "\u00AA",
        "\u4F60\u597D", "\u3053\u3093\u306B\u3061\u306F", "\uC548\uB155",
        "\u041F\u0440\u0438\u0432\u0435\u0442", "\u0645\u0631\u062D\u0628\u0627", "\u05E9\u05DC\u05D5\u05DD",
        "\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35", "\u0928\u092E\u0938\u094D\u0924\u0947",
        "\u0391\u03B8\u03AE\u03BD\u03B1", "\U00010400\U00010428", "\U00020000", "\U0001D400", "\uA66F",
        "!", "!!", "//", "/", "/\n", "...", "\u2026", "\u2014", "==", "{}", "();\n", "\"", "#", "<|endoftext|>", "\0", "\u0007", "\u007F",
        "\U0001F600", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\u2764\uFE0F",
        "\U0001F1E9\U0001F1EA", "\U0001F44D\U0001F3FD", "\uFFFD", "\U0010FFFF", "\uE000",
    ];

    private static readonly (int First, int Last)[] Ranges =
    [
        (0x20, 0x7E), (0x00, 0x20), (0x61, 0x7A), (0x41, 0x5A), (0x30, 0x39), (0xA0, 0xFF), (0x100, 0x24F), (0x2B0, 0x36F), (0x370, 0x3FF), (0x400, 0x4FF),
        (0x590, 0x6FF), (0x900, 0x97F), (0xE00, 0xE7F), (0x1E00, 0x1FFF), (0x2000, 0x206F),
        (0x2070, 0x21FF), (0x2460, 0x24FF), (0x3000, 0x30FF), (0x4E00, 0x9FFF),
        (0xAC00, 0xD7A3), (0xE000, 0xE0FF), (0xFB00, 0xFFFD), (0x10000, 0x1044F),
        (0x1D400, 0x1D7FF), (0x1F300, 0x1FAFF), (0x20000, 0x2A6DF), (0xE0000, 0xE01EF),
    ];

    /// <summary>Text <paramref name="number"/> of a seed; each is made by itself, so any of them can be made again.</summary>
    public static string Make(ulong seed, int number)
    {
        var random = new TextRandom((seed * 1_000_003) + (ulong)number);
        var text = new StringBuilder();
        int parts = 1 + random.Below(random.Below(10) == 0 ? 120 : 24);
        var favourites = new string[1 + random.Below(6)];
        for (int i = 0; i < favourites.Length; i++)
        {
            favourites[i] = random.Of<string>(Pieces);
        }

        (int first, int last) = random.Of<(int, int)>(Ranges);
        for (int i = 0; i < parts; i++)
        {
            switch (random.Below(8))
            {
                case < 4:
                    text.Append(random.Of<string>(favourites));
                    break;
                case 4:
                    text.Append(random.Of<string>(Pieces));
                    break;
                case 5:
                    text.Append(Character(random, 0x20, 0x7E));
                    break;
                case 6:
                    text.Append(Character(random, first, last));
                    break;
                default:
                    string again = Character(random, first, last);
                    text.Insert(text.Length, again, 1 + random.Below(random.Below(20) == 0 ? 90 : 6));
                    break;
            }
        }

        return text.ToString();
    }

    private static string Character(TextRandom random, int first, int last) => char.ConvertFromUtf32(first + random.Below(last - first + 1));
}
