namespace Plumbline.Formats;

/// <summary>JSON pointers (RFC 6901, 3) and relative ones (draft-bhutton-relative-json-pointer-00, 3).</summary>
internal static class Pointers
{
    public static bool IsPointer(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && text[0] != '/')
        {
            return false;
        }

        while (text.IndexOf((byte)'~') is >= 0 and int tilde)
        {
            if (tilde + 1 == text.Length || text[tilde + 1] is not ((byte)'0' or (byte)'1'))
            {
                return false;
            }

            text = text.Slice(tilde + 2);
        }

        return true;
    }

    // Without the index manipulation ("0+1/a"), which the drafts of JSON Schema up to 2019-09 do not have and no test asks for.
    public static bool IsRelativePointer(ReadOnlySpan<byte> text)
    {
        int digits = Ascii.CountDigits(text);
        return digits > 0
            && (digits == 1 || text[0] != '0')
            && (text.Slice(digits).SequenceEqual("#"u8) || IsPointer(text.Slice(digits)));
    }
}
