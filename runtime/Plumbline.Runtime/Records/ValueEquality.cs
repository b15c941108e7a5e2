using System.Text.Json;

namespace Plumbline;

/// <summary>How records compare a value of a type: by value, also for <see cref="JsonElement"/>, whose own equality is that of references.</summary>
internal static class ValueEquality<T>
{
    public static IEqualityComparer<T> Comparer { get; } = typeof(T) == typeof(JsonElement)
        ? (IEqualityComparer<T>)(object)new ElementComparer()
        : EqualityComparer<T>.Default;
}

/// <summary>JSON by meaning: members in any order, numbers by value, strings unescaped.</summary>
internal sealed class ElementComparer : IEqualityComparer<JsonElement>
{
    public bool Equals(JsonElement x, JsonElement y) =>
        x.ValueKind == JsonValueKind.Undefined || y.ValueKind == JsonValueKind.Undefined
            ? x.ValueKind == y.ValueKind
            : JsonElement.DeepEquals(x, y);

    public int GetHashCode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => StringComparer.Ordinal.GetHashCode(element.GetString()!),
        // Numbers that are equal round to the same double, however they are written.
        JsonValueKind.Number => element.GetDouble().GetHashCode(),
        JsonValueKind.Array => OfItems(element),
        JsonValueKind.Object => OfMembers(element),
        JsonValueKind kind => (int)kind,
    };

    private int OfItems(JsonElement array)
    {
        HashCode hash = default;
        foreach (JsonElement item in array.EnumerateArray())
        {
            hash.Add(GetHashCode(item));
        }

        return hash.ToHashCode();
    }

    private int OfMembers(JsonElement members)
    {
        int hash = 0;
        foreach (JsonProperty member in members.EnumerateObject())
        {
            // A sum, so that the order of members does not show.
            hash += HashCode.Combine(member.Name, GetHashCode(member.Value));
        }

        return hash;
    }
}
