using System.Globalization;
using System.Text;

namespace Plumbline.Tokenizers.Tools;

/// <summary>Writes CanonicalMappings.Data.cs from UnicodeData.txt and CompositionExclusions.txt.</summary>
internal static class NormalizationTable
{
    private const int CodePoints = 0x110000;

    public static void Write(string folder, string path)
    {
        byte[] classes = new byte[CodePoints];
        var decompositions = new SortedDictionary<int, int[]>();
        foreach (string[] fields in File.ReadLines(Path.Combine(folder, "UnicodeData.txt")).Select(line => line.Split(';')))
        {
            int codePoint = Hex(fields[0]);
            classes[codePoint] = byte.Parse(fields[3], CultureInfo.InvariantCulture);
            if (fields[5].Length > 0 && fields[5][0] != '<')
            {
                decompositions.Add(codePoint, [.. fields[5].Split(' ').Select(Hex)]);
            }
        }

        string exclusions = Path.Combine(folder, "CompositionExclusions.txt");
        HashSet<int> excluded = [.. File.ReadLines(exclusions).Select(line => line.Split('#')[0].Trim()).Where(text => text.Length > 0).Select(Hex)];
        var runs = new List<byte>();
        for (int start = 0, end; start < CodePoints; start = end)
        {
            end = start + 1;
            while (end < CodePoints && classes[end] == classes[start])
            {
                end++;
            }

            runs.Add(classes[start]);
            AddNumber(runs, end - start);
        }

        var mappings = new List<byte>();
        int last = 0;
        foreach ((int codePoint, int[] parts) in decompositions)
        {
            // Singletons and what begins with a mark are not composed either (Full_Composition_Exclusion).
            bool isFinal = parts.Length == 1 || excluded.Contains(codePoint) || classes[codePoint] != 0 || classes[parts[0]] != 0;
            AddNumber(mappings, codePoint - last);
            AddNumber(mappings, parts[0] << 1 | (isFinal ? 1 : 0));
            AddNumber(mappings, parts.Length > 1 ? parts[1] : 0);
            last = codePoint;
        }

        string version = File.ReadLines(exclusions).First().Split('-')[1].Replace(".txt", "", StringComparison.Ordinal);
        var text = new StringBuilder(
            $$"""
            // Written by tools/Plumbline.Tokenizers.Tools normalization; do not edit. Unicode {{version}}.
            namespace Plumbline.Tokenizers.Normalization;

            internal static partial class CanonicalMappings
            {
                // Numbers are in seven-bit groups, lowest first. Runs over all code points in order: combining class, length.
                private static ReadOnlySpan<byte> ClassRuns =>
                [
            {{Lines(runs)}}
                ];

                // For each code point that decomposes: distance from the one before, first part << 1 | 1 where it is never composed, second part or 0.
                private static ReadOnlySpan<byte> Mappings =>
                [
            {{Lines(mappings)}}
                ];
            }

            """);
        File.WriteAllText(path, text.ToString());
    }

    private static string Lines(List<byte> bytes) => string.Join('\n', bytes.Chunk(28).Select(row => "        " + string.Join(", ", row) + ","));

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static void AddNumber(List<byte> bytes, int value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
    }
}
