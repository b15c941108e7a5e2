using System.ComponentModel;
using System.Text.Json;

namespace Plumbline;

/// <summary>Reads and writes the JSON of one C# type: what generated records are put together from.</summary>
/// <typeparam name="T">The C# type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonCodec<T>
{
    /// <summary>Reads the value that the reader stands on, and leaves the reader on the last token of it.</summary>
    /// <exception cref="JsonException">The value is not one that the type can hold.</exception>
    public abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes a value.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Reads the value of the member whose name the reader stands on.</summary>
    public T ReadMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        return Read(ref reader);
    }

    /// <summary>Writes a member.</summary>
    public void WriteMember(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <summary>Writes a member unless it is absent.</summary>
    public void WriteMember(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Optional<T> value)
    {
        if (value.HasValue)
        {
            WriteMember(writer, name, value.Value);
        }
    }

    /// <summary>Writes a member unless it is absent, which null stands for. For types that can be null; <see cref="JsonValueCodec{T}"/> has its like for the
    /// others.</summary>
    public void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
    {
        if (value is not null)
        {
            WriteMember(writer, name, value);
        }
    }

    /// <summary>Reads the item that the reader stands on, and goes on to the next one.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="more">Whether there is a next one.</param>
    public T ReadItem(ref Utf8JsonReader reader, out bool more)
    {
        T item = Read(ref reader);
        more = RecordReader.NextItem(ref reader);
        return item;
    }

    /// <summary>Reads the items that are left, of which the reader stands on the first.</summary>
    public ValueList<T> ReadItems(ref Utf8JsonReader reader, bool more)
    {
        var items = new List<T>();
        while (more)
        {
            items.Add(ReadItem(ref reader, out more));
        }

        return new(items.ToArray());
    }

    /// <summary>Writes an item unless it is absent; false where it is.</summary>
    public bool WriteItem(Utf8JsonWriter writer, Optional<T> item)
    {
        if (item.HasValue)
        {
            Write(writer, item.Value);
        }

        return item.HasValue;
    }

    /// <summary>Writes an item unless it is absent, which null stands for; false where it is.</summary>
    public bool WriteOptionalItem(Utf8JsonWriter writer, T? item)
    {
        if (item is not null)
        {
            Write(writer, item);
        }

        return item is not null;
    }

    /// <summary>Writes items into an array that is open.</summary>
    public void WriteItems(Utf8JsonWriter writer, ValueList<T> items)
    {
        foreach (T item in items)
        {
            Write(writer, item);
        }
    }

    /// <summary>Writes members into an object that is open.</summary>
    public void WriteMembers(Utf8JsonWriter writer, ValueMap<T> members)
    {
        foreach (KeyValuePair<string, T> member in members)
        {
            writer.WritePropertyName(member.Key);
            Write(writer, member.Value);
        }
    }
}

/// <summary>Reads and writes the JSON of a C# type that cannot be null.</summary>
/// <typeparam name="T">The C# type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonValueCodec<T> : JsonCodec<T>
    where T : struct
{
    /// <summary>Writes a member unless it is absent, which null stands for.</summary>
    public void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
    {
        if (value is { } present)
        {
            WriteMember(writer, name, present);
        }
    }

    /// <summary>Writes an item unless it is absent, which null stands for; false where it is.</summary>
    public bool WriteOptionalItem(Utf8JsonWriter writer, T? item)
    {
        if (item is { } present)
        {
            Write(writer, present);
        }

        return item is not null;
    }
}
