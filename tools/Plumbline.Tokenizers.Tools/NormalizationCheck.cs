using System.Globalization;
using System.Text;
using Plumbline.Tokenizers.Normalization;

namespace Plumbline.Tokenizers.Tools;

/// <summary>Holds normalization against NormalizationTest.txt, the conformance test of Unicode Standard Annex 15.</summary>
internal static class NormalizationCheck
{
    /// <summary>Tells the first 20 lines that fail and returns how many checks do.</summary>
    public static int Run(string file)
    {
        int checks = 0, failed = 0;
        foreach (string line in File.ReadLines(file).Select(line => line.Split('#')[0]).Where(line => line.Contains(';', StringComparison.Ordinal)))
        {
            // "c1;c2;c3;c4;c5": the form C of the first three is c2, of the others c4.
            string[] columns = [.. line.Split(';').Take(5).Select(Text)];
            for (int column = 0; column < columns.Length; column++)
            {
                checks++;
                if (!IsFormC(columns[column], columns[column < 3 ? 1 : 3]) && failed++ < 20)
                {
                    Console.WriteLine($"column {column + 1}: {line}");
                }
            }
        }

        Console.WriteLine($"{checks} checks: {failed} failed");
        return failed;
    }

    private static bool IsFormC(string text, string expected)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes($"before {text} after");
        var output = new ByteBuffer();
        new CanonicalComposer().Append(utf8, output);
        return Encoding.UTF8.GetString(output.Written) == $"before {expected} after" && (text == expected || !CanonicalComposer.IsSettled(utf8));
    }

    private static string Text(string codePoints) =>
        string.Concat(
            codePoints.Split(' ').Select(codePoint => new Rune(int.Parse(codePoint, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));
}
