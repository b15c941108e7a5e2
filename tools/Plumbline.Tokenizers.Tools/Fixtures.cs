using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Tokenizers.Tools;

/// <summary>Writes the counts that tests compare with: a line for each group of texts, its hash and what the oracle counts.</summary>
internal static class Fixtures
{
    public static void Write(string oracleFolder, IReadOnlyList<string> encoding, string path)
    {
        (string Name, byte[][] Texts)[] groups = [.. FixtureTexts.Groups()];
        int[] counts = Oracle.Count(oracleFolder, encoding, [.. groups.SelectMany(group => group.Texts)]);
        using StreamWriter file = File.CreateText(path);
        file.NewLine = "\n";
        int next = 0;
        foreach ((string name, byte[][] texts) in groups)
        {
            file.WriteLine($"{name} {FixtureTexts.Hash(texts)} {string.Join(' ', counts.AsSpan(next, texts.Length).ToArray())}");
            next += texts.Length;
        }
    }
}
