namespace Plumbline.Formats;

/// <summary>Kinds of ASCII bytes, as ABNF names them (RFC 5234, B.1).</summary>
internal static class Ascii
{
    public static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    public static bool IsLetter(byte b) => (b | 0x20) is >= 'a' and <= 'z';

    public static bool IsHexDigit(byte b) => IsDigit(b) || (b | 0x20) is >= 'a' and <= 'f';

    public static bool IsLetterOrDigit(byte b) => IsLetter(b) || IsDigit(b);

    /// <summary>The number of two digits at the start of a text; -1 where they are none.</summary>
    public static int TwoDigits(ReadOnlySpan<byte> text) =>
        text.Length >= 2 && IsDigit(text[0]) && IsDigit(text[1]) ? ((text[0] - '0') * 10) + text[1] - '0' : -1;

    /// <summary>Number of digits at the start of a text.</summary>
    public static int CountDigits(ReadOnlySpan<byte> text)
    {
        int count = 0;
        while (count < text.Length && IsDigit(text[count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether <c>%</c> and two hexadecimal digits stand at a place (RFC 3986, 2.1).</summary>
    public static bool IsPercentEncoded(ReadOnlySpan<byte> text, int at) =>
        at + 2 < text.Length && text[at] == '%' && IsHexDigit(text[at + 1]) && IsHexDigit(text[at + 2]);
}
