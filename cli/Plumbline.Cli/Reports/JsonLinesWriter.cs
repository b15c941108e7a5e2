using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plumbline.Cli.Reports;

/// <summary>Writes JSON Lines: one object after the other, gathered to large writes.</summary>
/// <param name="stream">Where the lines go.</param>
internal sealed class JsonLinesWriter(Stream stream) : IDisposable
{
    private const int FlushBytes = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushBytes);
    private Utf8JsonWriter? _json;

    /// <summary>Writes the object of the line; made when the first is written.</summary>
    public Utf8JsonWriter Json => _json ??=
        new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Ends the object and its line.</summary>
    public void EndLine()
    {
        Json.WriteEndObject();
        Json.Flush();
        Json.Reset();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount > FlushBytes)
        {
            Flush();
        }
    }

    /// <summary>Hands on the lines that have been ended.</summary>
    public void Flush()
    {
        stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    /// <inheritdoc/>
    public void Dispose() => _json?.Dispose();
}
