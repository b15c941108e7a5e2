namespace Plumbline.Patterns;

/// <summary>Code points outside the basic plane as sets of UTF-16 units.</summary>
internal static class SurrogatePairs
{
    /// <summary>Pairs of sets of high and low surrogates that cover exactly the set's code points from U+10000 on. High surrogates with the same low
    /// ones share a pair: what the linear-time engine needs to build grows with the number of pairs.</summary>
    public static List<(List<CodePointRange> High, List<CodePointRange> Low)> Of(CodePointSet set)
    {
        var lowsOfHigh = new SortedDictionary<int, List<CodePointRange>>();
        foreach (CodePointRange range in set.Within(0x10000, CodePointSet.Last))
        {
            for (int first = range.First; first <= range.Last; first = (first | 0x3FF) + 1)
            {
                if (!lowsOfHigh.TryGetValue(High(first), out List<CodePointRange>? lows))
                {
                    lowsOfHigh.Add(High(first), lows = []);
                }

                lows.Add(new CodePointRange(Low(first), Low(Math.Min(first | 0x3FF, range.Last))));
            }
        }

        var pairs = new List<(List<CodePointRange> High, List<CodePointRange> Low)>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (KeyValuePair<int, List<CodePointRange>> entry in lowsOfHigh)
        {
            string key = string.Join(",", entry.Value);
            if (!known.TryGetValue(key, out int index))
            {
                known.Add(key, index = pairs.Count);
                pairs.Add(([], entry.Value));
            }

            List<CodePointRange> highs = pairs[index].High;
            if (highs.Count > 0 && highs[highs.Count - 1].Last == entry.Key - 1)
            {
                highs[highs.Count - 1] = new CodePointRange(highs[highs.Count - 1].First, entry.Key);
            }
            else
            {
                highs.Add(new CodePointRange(entry.Key, entry.Key));
            }
        }

        return pairs;
    }

    private static int High(int codePoint) => 0xD7C0 + (codePoint >> 10);

    private static int Low(int codePoint) => 0xDC00 + (codePoint & 0x3FF);
}
