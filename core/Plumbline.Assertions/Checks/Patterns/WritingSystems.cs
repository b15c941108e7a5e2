namespace Plumbline.Patterns;

/// <summary>The script of every code point: the property Script of Unicode, of the version that patterns have.</summary>
public static class WritingSystems
{
    private static readonly Lazy<(string[] Names, int[] Ends, byte[] Scripts)> Table = new(Load);

    // What most texts are written in is looked up without a search.
    private static readonly Lazy<byte[]> First = new(() =>
    {
        byte[] scripts = new byte[0x800];
        for (int i = 0; i < scripts.Length; i++)
        {
            scripts[i] = Search(i);
        }

        return scripts;
    });

    /// <summary>Names of the scripts, as Unicode spells them (<c>Old_Italic</c>), in the order of their numbers. Number 0 stands for what belongs to no single
    /// script: digits, punctuation, symbols, combining marks.</summary>
    public static IReadOnlyList<string> Names => Table.Value.Names;

    /// <summary>Number of the script of a code point; 0 for <c>Common</c>, <c>Inherited</c> and what is not assigned.</summary>
    public static int Of(int codePoint) => codePoint < 0x800 ? First.Value[codePoint] : Search(codePoint);

    private static byte Search(int codePoint)
    {
        (_, int[] ends, byte[] scripts) = Table.Value;
        int found = Array.BinarySearch(ends, codePoint);
        return scripts[found < 0 ? ~found : found];
    }

    // Every code point up to an end, and beyond the end before it, has the script beside it.
    private static (string[] Names, int[] Ends, byte[] Scripts) Load()
    {
        string[] names = [
            "", .. UnicodeProperty.Scripts.Where(name => name is not ("Common" or "Inherited" or "Unknown")).OrderBy(name => name, StringComparer.Ordinal)];
        var ranges = new List<(int First, int Last, byte Script)>();
        for (int i = 1; i < names.Length; i++)
        {
            foreach (CodePointRange range in UnicodeProperty.Find("sc=" + names[i])!.Ranges)
            {
                ranges.Add((range.First, range.Last, checked((byte)i)));
            }
        }

        ranges.Sort();
        var ends = new List<int>();
        var scripts = new List<byte>();
        int next = 0;
        foreach ((int first, int last, byte script) in ranges)
        {
            if (first > next)
            {
                ends.Add(first - 1);
                scripts.Add(0);
            }

            ends.Add(last);
            scripts.Add(script);
            next = last + 1;
        }

        ends.Add(CodePointSet.Last);
        scripts.Add(0);
        return (names, [.. ends], [.. scripts]);
    }
}
