using System.Collections.Concurrent;
using System.Globalization;

namespace Plumbline.Patterns;

/// <summary>The sets behind <c>\p{…}</c>: general categories by the running framework's Unicode data, and the binary properties that follow from them.</summary>
internal static class UnicodeProperty
{
    private static readonly ConcurrentDictionary<string, CodePointSet> Known = new(StringComparer.Ordinal);

    // Abbreviation, long name, further alias: PropertyValueAliases.txt. In the order of UnicodeCategory.
    private static readonly string[][] Categories =
    [
        ["Lu", "Uppercase_Letter"], ["Ll", "Lowercase_Letter"], ["Lt", "Titlecase_Letter"], ["Lm", "Modifier_Letter"], ["Lo", "Other_Letter"],
        ["Mn", "Nonspacing_Mark"], ["Mc", "Spacing_Mark"], ["Me", "Enclosing_Mark"],
        ["Nd", "Decimal_Number", "digit"], ["Nl", "Letter_Number"], ["No", "Other_Number"],
        ["Zs", "Space_Separator"], ["Zl", "Line_Separator"], ["Zp", "Paragraph_Separator"],
        ["Cc", "Control", "cntrl"], ["Cf", "Format"], ["Cs", "Surrogate"], ["Co", "Private_Use"],
        ["Pc", "Connector_Punctuation"], ["Pd", "Dash_Punctuation"], ["Ps", "Open_Punctuation"], ["Pe", "Close_Punctuation"],
        ["Pi", "Initial_Punctuation"], ["Pf", "Final_Punctuation"], ["Po", "Other_Punctuation"],
        ["Sm", "Math_Symbol"], ["Sc", "Currency_Symbol"], ["Sk", "Modifier_Symbol"], ["So", "Other_Symbol"], ["Cn", "Unassigned"],
    ];

    // A group of categories is named by their common letter.
    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["L"] = "L", ["Letter"] = "L", ["M"] = "M", ["Mark"] = "M", ["Combining_Mark"] = "M", ["N"] = "N", ["Number"] = "N", ["P"] = "P",
        ["Punctuation"] = "P", ["punct"] = "P", ["S"] = "S", ["Symbol"] = "S", ["Z"] = "Z", ["Separator"] = "Z", ["C"] = "C", ["Other"] = "C",
    };

    /// <summary>The set of a property, or null when it is not known: <c>L</c>, <c>Letter</c>, <c>gc=Lu</c>, <c>General_Category=Lu</c>, <c>ASCII</c>.</summary>
    public static CodePointSet? Find(string name)
    {
        if (Known.TryGetValue(name, out CodePointSet? known))
        {
            return known;
        }

        CodePointSet? set = Build(name);
        if (set is not null)
        {
            Known[name] = set;
        }

        return set;
    }

    private static CodePointSet? Build(string name)
    {
        int equals = name.IndexOf('=');
        if (equals >= 0)
        {
            return name.Substring(0, equals) is "gc" or "General_Category" ? Category(name.Substring(equals + 1)) : null;
        }

        return name switch
        {
            "Any" => CodePointSet.All,
            "ASCII" => CodePointSet.Of(0, 0x7F),
            "ASCII_Hex_Digit" or "AHex" => CodePointSet.Digits | CodePointSet.Of('A', 'F') | CodePointSet.Of('a', 'f'),
            "Assigned" => ~Category("Cn")!,
            "White_Space" or "space" => Category("Z")! | CodePointSet.Of('\t', '\r') | CodePointSet.Of(0x85),
            _ => Category(name),
        };
    }

    private static CodePointSet? Category(string name)
    {
        bool[] wanted = new bool[Categories.Length];
        bool any = false;
        for (int i = 0; i < Categories.Length; i++)
        {
            string[] names = Categories[i];
            wanted[i] = Array.IndexOf(names, name) >= 0 || (name is "LC" or "Cased_Letter" && names[0] is "Lu" or "Ll" or "Lt") ||
                (Groups.TryGetValue(name, out string? group) && names[0].StartsWith(group, StringComparison.Ordinal));
            any |= wanted[i];
        }

        return any ? Collect(wanted) : null;
    }

    private static CodePointSet Collect(bool[] wanted)
    {
        var ranges = new List<CodePointRange>();
        int first = -1;
        for (int codePoint = 0; codePoint <= CodePointSet.Last + 1; codePoint++)
        {
            bool inside = codePoint <= CodePointSet.Last && wanted[(int)CategoryOf(codePoint)];
            if (inside && first < 0)
            {
                first = codePoint;
            }
            else if (!inside && first >= 0)
            {
                ranges.Add(new CodePointRange(first, codePoint - 1));
                first = -1;
            }
        }

        return CodePointSet.Of(ranges);
    }

    /// <summary>The general category of a code point; of a surrogate too.</summary>
    public static UnicodeCategory CategoryOf(int codePoint) =>
#if NETSTANDARD2_0
        codePoint <= 0xFFFF
            ? CharUnicodeInfo.GetUnicodeCategory((char)codePoint)
            : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(codePoint), 0);
#else
        CharUnicodeInfo.GetUnicodeCategory(codePoint);
#endif
}
