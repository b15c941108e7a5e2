using System.Text.Json;

namespace Plumbline.Benchmarks.SideBySide;

/// <summary>
/// The checks of <c>schemas/chat.json</c> as one writes them by hand over <see cref="Utf8JsonReader"/>: types, required and unknown members, roles,
/// number of messages, lengths in characters where the bytes do not decide. It does not find repeated names, nor UTF-8 that is wrong inside a string.
/// </summary>
internal static class HandWritten
{
    private const int MaxCharacters = 32_768;

    /// <summary>Judges the lines of a text.</summary>
    public static (long Valid, long Invalid) Judge(ReadOnlySpan<byte> text)
    {
        long valid = 0, invalid = 0;
        while (!text.IsEmpty)
        {
            int length = text.IndexOf((byte)'\n');
            if (IsValid(length < 0 ? text : text[..length]))
            {
                valid++;
            }
            else
            {
                invalid++;
            }

            text = length < 0 ? [] : text[(length + 1)..];
        }

        return (valid, invalid);
    }

    private static bool IsValid(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && IsChat(ref reader) && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsChat(ref Utf8JsonReader reader)
    {
        bool hasMessages = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("messages"u8))
            {
                hasMessages = true;
                if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray || !AreMessages(ref reader))
                {
                    return false;
                }
            }
            else if (!reader.ValueTextEquals("context"u8) || !reader.Read() || !IsText(ref reader, least: 0))
            {
                return false;
            }
        }

        return hasMessages;
    }

    private static bool AreMessages(ref Utf8JsonReader reader)
    {
        int count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            if (!IsMessage(ref reader))
            {
                return false;
            }

            count++;
        }

        return reader.TokenType == JsonTokenType.EndArray && count is >= 2 and <= 2048;
    }

    private static bool IsMessage(ref Utf8JsonReader reader)
    {
        bool hasAuthor = false, hasContent = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("author"u8))
            {
                hasAuthor = true;
                if (!reader.Read() || reader.TokenType != JsonTokenType.String || !(reader.ValueTextEquals("user"u8) || reader.ValueTextEquals("assistant"u8)))
                {
                    return false;
                }
            }
            else if (reader.ValueTextEquals("content"u8))
            {
                hasContent = true;
                if (!reader.Read() || !IsText(ref reader, least: 1))
                {
                    return false;
                }
            }
            else
            {
                return false;
            }
        }

        return hasAuthor && hasContent;
    }

    private static bool IsText(ref Utf8JsonReader reader, int least) =>
        reader.TokenType == JsonTokenType.String &&
        reader.ValueSpan.Length >= least &&
        (reader.ValueSpan.Length <= MaxCharacters || reader.GetString()!.EnumerateRunes().Count() <= MaxCharacters);
}
