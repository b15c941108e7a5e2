using System.Buffers;

namespace Plumbline;

/// <summary>A member of an object in a raw text.</summary>
internal readonly struct JsonMember(int hash, int name, int nameEnd, int value, int valueEnd)
{
    public int Hash { get; } = hash;

    public int Start => name;

    // Between the quotes.
    public ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> text) => text.Slice(name + 1, nameEnd - name - 2);

    public ReadOnlySpan<byte> ValueIn(ReadOnlySpan<byte> text) => text.Slice(value, valueEnd - value);
}

/// <summary>The distinct members of an object, sorted by the hash of their names, for comparison in any order.</summary>
internal static class JsonMembers
{
    /// <summary>Lists the members of an object; of a name that occurs twice, the last. The array goes back to the shared pool.</summary>
    public static JsonMember[] Rent(ReadOnlySpan<byte> text, out int count)
    {
        JsonMember[] members = ArrayPool<JsonMember>.Shared.Rent(8);
        count = 0;
        for (int at = JsonSyntax.SkipSpace(text, 1); text[at] != '}';)
        {
            int nameEnd = JsonSyntax.SkipValue(text, at);
            int value = JsonSyntax.SkipSpace(text, JsonSyntax.SkipSpace(text, nameEnd) + 1);
            int valueEnd = JsonSyntax.SkipValue(text, value);
            if (count == members.Length)
            {
                JsonMember[] larger = ArrayPool<JsonMember>.Shared.Rent(count * 2);
                Array.Copy(members, larger, count);
                ArrayPool<JsonMember>.Shared.Return(members);
                members = larger;
            }

            members[count++] = new JsonMember(JsonHash.OfString(text.Slice(at + 1, nameEnd - at - 2)), at, nameEnd, value, valueEnd);
            at = NextAfter(text, valueEnd);
        }

        Array.Sort(members, 0, count, ByHashThenPlace.Instance);
        count = KeepLast(members, count, text);
        return members;
    }

    public static int FirstOfHash(JsonMember[] members, int count, int hash)
    {
        int low = 0;
        int high = count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (members[middle].Hash < hash)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>After a value of an array or object: the next item, the next name, or the closing bracket.</summary>
    public static int NextAfter(ReadOnlySpan<byte> text, int valueEnd)
    {
        int at = JsonSyntax.SkipSpace(text, valueEnd);
        return text[at] == ',' ? JsonSyntax.SkipSpace(text, at + 1) : at;
    }

    private static int KeepLast(JsonMember[] members, int count, ReadOnlySpan<byte> text)
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            int same = kept - 1;
            while (same >= 0 && members[same].Hash == members[i].Hash)
            {
                if (JsonString.EqualsRaw(members[same].NameIn(text), members[i].NameIn(text)))
                {
                    break;
                }

                same--;
            }

            bool repeats = same >= 0 && members[same].Hash == members[i].Hash;
            members[repeats ? same : kept++] = members[i];
        }

        return kept;
    }

    private sealed class ByHashThenPlace : IComparer<JsonMember>
    {
        public static readonly ByHashThenPlace Instance = new();

        public int Compare(JsonMember x, JsonMember y)
        {
            int order = x.Hash.CompareTo(y.Hash);
            return order != 0 ? order : x.Start.CompareTo(y.Start);
        }
    }
}
