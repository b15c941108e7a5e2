namespace Plumbline;

/// <summary>Turns byte offsets into JSON Pointers.</summary>
public static class JsonLocator
{
    /// <summary>The pointer (RFC 6901) of the value or member that starts at an offset.</summary>
    /// <param name="text">The text of a value; may be malformed.</param>
    /// <param name="offset">Start of a value or of a member name; in malformed text any offset: the pointer is then that of the innermost value
    /// that was being read there.</param>
    public static string PointerAt(ReadOnlySpan<byte> text, int offset)
    {
        var cursor = new PointerCursor();
        cursor.MoveTo(text, offset);
        return cursor.Pointer(text);
    }
}
