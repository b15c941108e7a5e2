using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Plumbline;

/// <summary>The steps in which generated unions find out which case a value is. Each looks ahead with a copy of the reader.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UnionReader
{
    /// <summary>The string of a member of the object that the reader stands on; of a member that occurs twice the last one counts.</summary>
    /// <returns>Null where the member is absent or no string.</returns>
    public static string? TextOf(Utf8JsonReader ahead, ReadOnlySpan<byte> name)
    {
        string? text = null;
        while (RecordReader.NextMember(ref ahead))
        {
            bool isSought = ahead.ValueTextEquals(name);
            ahead.Read();
            if (isSought)
            {
                text = ahead.TokenType == JsonTokenType.String ? ahead.GetString() : null;
            }

            ahead.Skip();
        }

        return text;
    }

    /// <summary>The first of some schemas that holds for the value that the reader stands on.</summary>
    /// <returns>Its index; -1 where none holds.</returns>
    public static int FirstThatHolds(Utf8JsonReader ahead, ReadOnlySpan<JsonValidator> schemas)
    {
        // The reader may hold the value in pieces; validators need it as one text.
        ReadOnlySpan<byte> json = JsonMarshal.GetRawUtf8Value(JsonElement.ParseValue(ref ahead));
        for (int i = 0; i < schemas.Length; i++)
        {
            // As records validate: what Parse has let pass must find its case.
            if (schemas[i].IsValid(json, ValidationOptions.DatasetLines))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>What to throw where a value is no case of a union.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="union">Name of the union.</param>
    public static Exception NoCase(ref Utf8JsonReader reader, string union) => UnreadableValueException.OfType(ref reader, $"a case of {union}");
}
