using System.Text;
using System.Text.Json;

namespace Plumbline.Datasets;

/// <summary>A value that all lines should have in common, or which of several values a line has: all that is told of it, and what it is compared by.</summary>
/// <param name="Line">Line, from 1: in the range, or in the dataset.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="ByteOffset">Byte offset in the file.</param>
/// <param name="ByteLength">Bytes of the value.</param>
/// <param name="Pointer">JSON Pointer of the value.</param>
/// <param name="Found">What it is, in words.</param>
/// <param name="Value">The value; empty where its presence alone matters.</param>
/// <param name="Mask">Which of the rule's paths lead to a value: a bit each.</param>
internal sealed record UniformSighting(long Line, int Column, long ByteOffset, int ByteLength, string Pointer, string? Found, byte[] Value, long Mask)
{
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("line", Line);
        json.WriteNumber("column", Column);
        json.WriteNumber("byteOffset", ByteOffset);
        json.WriteNumber("byteLength", ByteLength);
        json.WriteString("pointer", Pointer);
        json.WriteString("found", Found);
        json.WriteString("value", Encoding.UTF8.GetString(Value));
        json.WriteNumber("mask", Mask);
        json.WriteEndObject();
    }

    public static UniformSighting Read(JsonElement json) => new(
        json.GetProperty("line").GetInt64(),
        json.GetProperty("column").GetInt32(),
        json.GetProperty("byteOffset").GetInt64(),
        json.GetProperty("byteLength").GetInt32(),
        json.GetProperty("pointer").GetString()!,
        json.GetProperty("found").GetString(),
        Encoding.UTF8.GetBytes(json.GetProperty("value").GetString()!),
        json.GetProperty("mask").GetInt64());
}
