using System.Collections.Concurrent;
using System.Text;

namespace Plumbline.Patterns;

/// <summary>The sets behind <c>\p{…}</c>: every property of ECMA-262 (22.2.1.1, tables 67 to 70), of Unicode 17.0 on every host.</summary>
/// <remarks>Read from UnicodeProperties.bin, which tools/unicode-properties writes and describes. Each set is read once, by the first pattern that names
/// it.</remarks>
internal static class UnicodeProperty
{
    private static readonly Lazy<(byte[] Bytes, Dictionary<string, int> Entries)> Table = new(Load);

    private static readonly ConcurrentDictionary<string, CodePointSet> Known = new(StringComparer.Ordinal);

    // Groups of general categories: PropertyValueAliases.txt.
    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["L"] = "Lu Ll Lt Lm Lo", ["Letter"] = "L", ["LC"] = "Lu Ll Lt", ["Cased_Letter"] = "LC",
        ["M"] = "Mn Mc Me", ["Mark"] = "M", ["Combining_Mark"] = "M",
        ["N"] = "Nd Nl No", ["Number"] = "N",
        ["P"] = "Pc Pd Ps Pe Pi Pf Po", ["Punctuation"] = "P", ["punct"] = "P",
        ["S"] = "Sm Sc Sk So", ["Symbol"] = "S",
        ["Z"] = "Zs Zl Zp", ["Separator"] = "Z",
        ["C"] = "Cc Cf Cs Co Cn", ["Other"] = "C",
    };

    /// <summary>The version of Unicode that the sets are of.</summary>
    public static string UnicodeVersion => Text(Table.Value.Bytes, 0);

    /// <summary>The values of Script, by the first of their names: the long one.</summary>
    public static IEnumerable<string> Scripts => Table.Value.Entries
        .Where(entry => entry.Key.StartsWith("sc=", StringComparison.Ordinal))
        .GroupBy(entry => entry.Value, (_, names) => names.First().Key.Substring(3));

    /// <summary>The set of a property, or null when it is not known: <c>L</c>, <c>gc=Lu</c>, <c>Script=Greek</c>, <c>scx=Grek</c>, <c>Alphabetic</c>.</summary>
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
            string value = name.Substring(equals + 1);
            return name.Substring(0, equals) switch
            {
                "gc" or "General_Category" => Category(value),
                "sc" or "Script" => Entry($"sc={value}"),
                "scx" or "Script_Extensions" => Entry($"scx={value}") ?? Entry($"sc={value}"),
                _ => null,
            };
        }

        return name switch
        {
            "Any" => CodePointSet.All,
            "ASCII" => CodePointSet.Of(0, 0x7F),
            "Assigned" => ~Category("Cn")!,
            _ => Category(name) ?? Entry(name),
        };
    }

    private static CodePointSet? Category(string name)
    {
        if (!Groups.TryGetValue(name, out string? members))
        {
            return Entry($"gc={name}");
        }

        var ranges = new List<CodePointRange>();
        foreach (string member in members.Split(' '))
        {
            ranges.AddRange(Category(member)!.Ranges);
        }

        return CodePointSet.Of(ranges);
    }

    private static CodePointSet? Entry(string name)
    {
        (byte[] bytes, Dictionary<string, int> entries) = Table.Value;
        if (!entries.TryGetValue(name, out int at))
        {
            return null;
        }

        int end = Number(bytes, ref at);
        end += at;
        var ranges = new List<CodePointRange>();
        for (int next = 0; at < end;)
        {
            int first = next + Number(bytes, ref at);
            next = first + Number(bytes, ref at) + 1;
            ranges.Add(new CodePointRange(first, next - 1));
        }

        return CodePointSet.Of(ranges);
    }

    // By each of their names, where the entries' ranges begin.
    private static (byte[] Bytes, Dictionary<string, int> Entries) Load()
    {
        using Stream stream = typeof(UnicodeProperty).Assembly.GetManifestResourceStream("Plumbline.Patterns.UnicodeProperties.bin")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        byte[] bytes = copy.ToArray();
        var entries = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int at = Array.IndexOf(bytes, (byte)0) + 1; at < bytes.Length;)
        {
            string names = Text(bytes, at);
            at += names.Length + 1;
            foreach (string name in names.Split(' '))
            {
                entries.Add(name, at);
            }

            int length = Number(bytes, ref at);
            at += length;
        }

        return (bytes, entries);
    }

    private static string Text(byte[] bytes, int at) => Encoding.ASCII.GetString(bytes, at, Array.IndexOf(bytes, (byte)0, at) - at);

    // Seven bits a byte, lowest first.
    private static int Number(byte[] bytes, ref int at)
    {
        int value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
