using System.Globalization;
using Plumbline.Tokenizers.Tools.Texts;

namespace Plumbline.Tokenizers.Tests;

/// <summary>The counts of an oracle for <see cref="FixtureTexts"/>, as committed.</summary>
internal static class Fixture
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    public static string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Every text on which a counter and a fixture differ.</summary>
    public static List<string> Differences(ITokenCounter counter, string file)
    {
        var differences = new List<string>();
        Dictionary<string, string[]> expected = File.ReadAllLines(PathOf(file)).Select(line => line.Split(' ')).ToDictionary(parts => parts[0]);
        foreach ((string name, byte[][] texts) in FixtureTexts.Groups())
        {
            string[] counts = expected[name];
            Assert.True(counts[1] == FixtureTexts.Hash(texts),
                $"{name}: the texts are not those that the fixture was written for; run tools/Plumbline.Tokenizers.Tools fixtures");
            for (int i = 0; i < texts.Length; i++)
            {
                long actual = counter.Count(texts[i]);
                if (actual.ToString(CultureInfo.InvariantCulture) != counts[i + 2])
                {
                    differences.Add($"{name}[{i}]: {actual}, the oracle has {counts[i + 2]}");
                }
            }
        }

        return differences;
    }
}
