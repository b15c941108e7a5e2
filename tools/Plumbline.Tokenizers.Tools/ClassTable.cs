using System.Globalization;
using System.Text;
using Plumbline.Tokenizers.Splitting;

namespace Plumbline.Tokenizers.Tools;

/// <summary>Writes CharacterClasses.Runs.cs from the Unicode data of the .NET that runs this tool.</summary>
internal static class ClassTable
{
    // White_Space has not changed since Unicode 6.3; spelled out because char.IsWhiteSpace covers the BMP alone and leaves no trace of its source.
    private static readonly int[] Spaces =
        [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680, .. Enumerable.Range(0x2000, 11), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000];

    // U+10D4A was assigned in 16.0 and U+088F in 17.0: together they tell whether the running .NET has the version that the oracle has.
    public static bool IsUnicode16 =>
        CharUnicodeInfo.GetUnicodeCategory(0x10D4A) != UnicodeCategory.OtherNotAssigned
        && CharUnicodeInfo.GetUnicodeCategory(0x088F) == UnicodeCategory.OtherNotAssigned;

    public static void Write(string path)
    {
        if (!IsUnicode16)
        {
            throw new InvalidOperationException(
                "This .NET does not have Unicode 16.0, the version of tiktoken's regular expressions (regex-syntax 0.8.5); run the tool on .NET 10.");
        }

        var text = new StringBuilder(
            """
            // Written by tools/Plumbline.Tokenizers.Tools classes; do not edit. Unicode 16.0.
            namespace Plumbline.Tokenizers.Splitting;

            internal static partial class CharacterClasses
            {
                // Runs over all code points in order: class, then length in seven-bit groups, lowest first.
                private static ReadOnlySpan<byte> Runs =>
                [
            """);
        var bytes = new List<byte>();
        for (int start = 0; start < CharacterClasses.CodePoints;)
        {
            CharacterClass value = Of(start);
            int end = start + 1;
            while (end < CharacterClasses.CodePoints && Of(end) == value)
            {
                end++;
            }

            bytes.Add((byte)value);
            int length = end - start;
            for (; length >= 0x80; length >>= 7)
            {
                bytes.Add((byte)(length | 0x80));
            }

            bytes.Add((byte)length);
            start = end;
        }

        for (int i = 0; i < bytes.Count; i++)
        {
            text.Append(i % 40 == 0 ? "\n        " : " ").Append(CultureInfo.InvariantCulture, $"{bytes[i]},");
        }

        text.Append("\n    ];\n}\n");
        File.WriteAllText(path, text.ToString());
    }

    private static CharacterClass Of(int codePoint)
    {
        CharacterClass category = CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => CharacterClass.Letter | CharacterClass.Upper,
            UnicodeCategory.LowercaseLetter => CharacterClass.Letter | CharacterClass.Lower,
            UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharacterClass.Letter | CharacterClass.Upper | CharacterClass.Lower,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark =>
                CharacterClass.Mark | CharacterClass.Upper | CharacterClass.Lower,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharacterClass.Number,
            _ => CharacterClass.None,
        };
        return codePoint is '\r' or '\n' ? CharacterClass.Space | CharacterClass.NewLine
            : Spaces.Contains(codePoint) ? CharacterClass.Space
            : category;
    }
}
