using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Tokenizers.Tools.Texts;

/// <summary>The texts that tests hold the counters to: groups by name, each a few texts or many.</summary>
public static class FixtureTexts
{
    private const int CodePointsPerText = 256;

    /// <summary>Groups in the order in which fixture files list them.</summary>
    public static IEnumerable<(string Name, byte[][] Texts)> Groups()
    {
        foreach (string kind in SampleTexts.Kinds)
        {
            IEnumerable<string> shorter = Enumerable.Range(2, 12).Select(seed => SampleTexts.Make(kind, 20 * seed, (ulong)seed));
            yield return ("sample/" + kind, Utf8([SampleTexts.Make(kind, 12_000), .. shorter]));
        }

        for (int first = 0; first < 0x110000; first += CodePointsPerText * 64)
        {
            // Private use planes are all alike; two of their blocks are enough.
            if (first is < 0x40000 or 0xE0000 or 0x10C000)
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"code-points/{first:X6}"),
                    Utf8(Enumerable.Range(0, 64).Select(block => SampleTexts.CodePoints(first + (block * CodePointsPerText), CodePointsPerText))));
            }
        }

        for (int group = 0; group < 40; group++)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"fuzz/{group:D2}"),
                Utf8(Enumerable.Range(group * 50, 50).Select(number => FuzzTexts.Make(20261120, number))));
        }

        yield return ("long",
            Utf8(["a".PadRight(3000, 'a'), new string(' ', 2500), new string('\n', 2500), new string('=', 2500), RandomLetters(4000), new string('数', 900)]));
    }

    /// <summary>A short hash of texts: a fixture whose texts have changed is told from a count that is wrong.</summary>
    public static string Hash(byte[][] texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (byte[] text in texts)
        {
            hash.AppendData(BitConverter.GetBytes(text.Length));
            hash.AppendData(text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <summary>Letters without any order, as in keys and hashes.</summary>
    public static string RandomLetters(int length)
    {
        var random = new TextRandom(7);
        return string.Create(length, random, static (letters, random) =>
        {
            for (int i = 0; i < letters.Length; i++)
            {
                letters[i] = (char)('a' + random.Below(26));
            }
        });
    }

    private static byte[][] Utf8(IEnumerable<string> texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
