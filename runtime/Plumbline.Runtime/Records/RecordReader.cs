using System.ComponentModel;
using System.Text.Json;

namespace Plumbline;

/// <summary>The steps in which generated records read an object.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordReader
{
    /// <summary>Makes sure that the reader stands at the start of an object.</summary>
    public static void Open(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw UnreadableValueException.OfType(ref reader, "an object");
        }
    }

    /// <summary>Goes on to the next member's name; false at the end of the object.</summary>
    public static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Skips the value of the member whose name the reader stands on.</summary>
    public static void Skip(ref Utf8JsonReader reader) => reader.Skip();

    /// <summary>Makes sure that the reader stands at the start of an array, and goes on to its first item; false where it is empty.</summary>
    public static bool OpenArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw UnreadableValueException.OfType(ref reader, "an array");
        }

        return NextItem(ref reader);
    }

    /// <summary>Goes on to the next item; false at the end of the array.</summary>
    public static bool NextItem(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Skips the items that are left, of which the reader stands on the first.</summary>
    public static void SkipItems(ref Utf8JsonReader reader, bool more)
    {
        while (more)
        {
            reader.Skip();
            more = NextItem(ref reader);
        }
    }

    /// <summary>What to throw at the end of an array that lacks an item which the record needs.</summary>
    public static Exception MissingItem(ref Utf8JsonReader reader, string name) =>
        new UnreadableValueException(Rules.MinItems, reader.TokenStartIndex, $"an item for {name}");

    /// <summary>What to throw at the end of an object that lacks a member which the record needs.</summary>
    public static Exception Missing(ref Utf8JsonReader reader, string name) =>
        new UnreadableValueException(Rules.Required, reader.TokenStartIndex, $"the member \"{name}\"");
}

/// <summary>Gathers the members of an object that the schema does not name.</summary>
/// <typeparam name="T">Type of their values.</typeparam>
/// <param name="codec">Reads a value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct MemberMap<T>(JsonCodec<T> codec)
{
    private OrderedDictionary<string, T>? _members;

    /// <summary>Reads the member whose name the reader stands on; of a name that occurs twice the last value is kept.</summary>
    public void Add(ref Utf8JsonReader reader)
    {
        _members ??= new(StringComparer.Ordinal);
        string name = reader.GetString()!;
        _members[name] = codec.ReadMember(ref reader);
    }

    /// <summary>The members, taken over: call it once.</summary>
    public readonly ValueMap<T> ToMap() => new(_members);
}
