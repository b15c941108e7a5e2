using System.Globalization;

namespace Plumbline.Patterns;

/// <summary>A set of Unicode code points: sorted, disjoint ranges that do not touch.</summary>
internal sealed class CodePointSet
{
    public const int Last = 0x10FFFF;

    private CodePointSet(IReadOnlyList<CodePointRange> ranges) => Ranges = ranges;

    public static CodePointSet Empty { get; } = new([]);

    public static CodePointSet All { get; } = Of(0, Last);

    /// <summary><c>\d</c>.</summary>
    public static CodePointSet Digits { get; } = Of('0', '9');

    /// <summary><c>\w</c> without the <c>i</c> flag: ASCII only.</summary>
    public static CodePointSet WordCharacters { get; } = Of('a', 'z') | Of('A', 'Z') | Digits | Of('_');

    /// <summary>ECMA-262 LineTerminator: what <c>.</c> does not match.</summary>
    public static CodePointSet LineTerminators { get; } = Of('\n') | Of('\r') | Of('\u2028', '\u2029');

    /// <summary><c>\s</c>: ECMA-262 WhiteSpace (with every Space_Separator) and LineTerminator.</summary>
    public static CodePointSet Spaces { get; } =
        Of('\t', '\r') | Of(' ') | Of('\u00A0') | Of('\u1680') | Of('\u2000', '\u200A')
            | LineTerminators | Of('\u202F') | Of('\u205F') | Of('\u3000') | Of('\uFEFF');

    public IReadOnlyList<CodePointRange> Ranges { get; }

    public static CodePointSet Of(int codePoint) => Of(codePoint, codePoint);

    public static CodePointSet Of(int first, int last) => new([new CodePointRange(first, last)]);

    public static CodePointSet Of(List<CodePointRange> ranges)
    {
        ranges.Sort((x, y) => x.First.CompareTo(y.First));
        var merged = new List<CodePointRange>(ranges.Count);
        foreach (CodePointRange range in ranges)
        {
            if (merged.Count > 0 && range.First <= merged[merged.Count - 1].Last + 1)
            {
                CodePointRange before = merged[merged.Count - 1];
                merged[merged.Count - 1] = new CodePointRange(before.First, Math.Max(before.Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        return new CodePointSet(merged);
    }

    /// <summary>Reads hexadecimal code points and ranges of them: <c>0-9 41-5A 5F</c>.</summary>
    public static CodePointSet Parse(string text)
    {
        var ranges = new List<CodePointRange>();
        foreach (string item in text.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            string[] ends = item.Split('-');
            ranges.Add(new CodePointRange(Read(ends[0]), Read(ends[ends.Length - 1])));
        }

        return Of(ranges);

        static int Read(string number) => int.Parse(number, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a code point is in the set.</summary>
    public bool Contains(int codePoint)
    {
        int low = 0;
        int high = Ranges.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (codePoint < Ranges[middle].First)
            {
                high = middle - 1;
            }
            else if (codePoint > Ranges[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    public static CodePointSet operator |(CodePointSet left, CodePointSet right) => Of([.. left.Ranges, .. right.Ranges]);

    public static CodePointSet operator ~(CodePointSet set)
    {
        var rest = new List<CodePointRange>(set.Ranges.Count + 1);
        int next = 0;
        foreach (CodePointRange range in set.Ranges)
        {
            if (range.First > next)
            {
                rest.Add(new CodePointRange(next, range.First - 1));
            }

            next = range.Last + 1;
        }

        if (next <= Last)
        {
            rest.Add(new CodePointRange(next, Last));
        }

        return new CodePointSet(rest);
    }

    /// <summary>The part of the set between two code points.</summary>
    public IEnumerable<CodePointRange> Within(int first, int last)
    {
        foreach (CodePointRange range in Ranges)
        {
            if (range.Last >= first && range.First <= last)
            {
                yield return new CodePointRange(Math.Max(range.First, first), Math.Min(range.Last, last));
            }
        }
    }
}

/// <summary>Code points from a first to a last, both included.</summary>
internal readonly record struct CodePointRange(int First, int Last);
