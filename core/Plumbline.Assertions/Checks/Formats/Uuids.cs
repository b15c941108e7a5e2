namespace Plumbline.Formats;

/// <summary>UUIDs of RFC 4122, 3, of any version and variant.</summary>
internal static class Uuids
{
    public static bool IsUuid(ReadOnlySpan<byte> text)
    {
        if (text.Length != 36)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !Ascii.IsHexDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
