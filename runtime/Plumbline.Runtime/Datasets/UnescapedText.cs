namespace Plumbline.Datasets;

/// <summary>Reads JSON strings; those with escapes into a buffer that is kept.</summary>
internal sealed class UnescapedText
{
    private byte[] _buffer = new byte[16 * 1024];

    /// <summary>Reads the string at a quote.</summary>
    /// <param name="wellFormed">JSON.</param>
    /// <param name="quote">Where the string starts.</param>
    /// <param name="end">The offset behind the closing quote.</param>
    /// <returns>The text without escapes; good until the next one is read.</returns>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> wellFormed, int quote, out int end)
    {
        if (_buffer.Length < wellFormed.Length)
        {
            _buffer = new byte[2 * wellFormed.Length];
        }

        return JsonString.Read(wellFormed, quote, _buffer, out end);
    }
}
