using System.Buffers;
using System.Text;

namespace Plumbline;

/// <summary>JSON strings as they stand in a text. "Raw" is what lies between the quotes, escapes and all, and well-formed.</summary>
public static partial class JsonString
{
    /// <summary>Number of code points of a raw string.</summary>
    public static long CountCodePoints(ReadOnlySpan<byte> raw)
    {
        long count = 0;
        while (true)
        {
            int escape = raw.IndexOf((byte)'\\');
            count += CountPlain(escape < 0 ? raw : raw.Slice(0, escape));
            if (escape < 0)
            {
                return count;
            }

            count++;
            raw = raw.Slice(escape + EscapeLength(raw.Slice(escape)));
        }
    }

    /// <summary>Writes a raw string without escapes, in UTF-8; never longer than the raw string.</summary>
    /// <returns>Bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        int written = 0;
        while (true)
        {
            int escape = raw.IndexOf((byte)'\\');
            ReadOnlySpan<byte> plain = escape < 0 ? raw : raw.Slice(0, escape);
            plain.CopyTo(destination.Slice(written));
            written += plain.Length;
            if (escape < 0)
            {
                return written;
            }

            written += WriteUtf8(DecodeEscape(raw.Slice(escape), out int length), destination.Slice(written));
            raw = raw.Slice(escape + length);
        }
    }

    /// <summary>Writes a raw string without escapes, in UTF-16; never more units than the raw string has bytes.</summary>
    /// <returns>Units written.</returns>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<char> destination)
    {
        int written = 0;
        for (int at = 0; at < raw.Length;)
        {
            int codePoint;
            if (raw[at] == '\\')
            {
                codePoint = DecodeEscape(raw.Slice(at), out int length);
                at += length;
            }
            else
            {
                codePoint = DecodeUtf8(raw, ref at);
            }

            if (codePoint >= 0x10000)
            {
                destination[written++] = (char)(0xD7C0 + (codePoint >> 10));
                destination[written++] = (char)(0xDC00 + (codePoint & 0x3FF));
            }
            else
            {
                destination[written++] = (char)codePoint;
            }
        }

        return written;
    }

    /// <summary>The text of a raw string. Meant for messages: whatever is malformed becomes U+FFFD or stays as it is.</summary>
    public static string ToText(ReadOnlySpan<byte> raw)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(raw.Length);
        string text = buffer.AsSpan(0, Unescape(raw, buffer)).ToString();
        ArrayPool<char>.Shared.Return(buffer);
        return text;
    }

    /// <summary>Whether a raw string has the text of plain UTF-8.</summary>
    /// <param name="raw">What stands between the quotes of a JSON string.</param>
    /// <param name="plain">A text; a backslash in it is one.</param>
    public static bool EqualsPlain(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> plain)
    {
        // An escape is longer than what it stands for: where both are of one length, the text must do without.
        return raw.Length > plain.Length ? EqualsEscaped(raw, plain) : raw.SequenceEqual(plain) && raw.IndexOf((byte)'\\') < 0;
    }

    private static bool EqualsEscaped(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> plain)
    {
        Span<byte> character = stackalloc byte[4];
        while (true)
        {
            int escape = raw.IndexOf((byte)'\\');
            if (escape < 0)
            {
                return raw.SequenceEqual(plain);
            }

            if (escape > plain.Length || !raw.Slice(0, escape).SequenceEqual(plain.Slice(0, escape)))
            {
                return false;
            }

            plain = plain.Slice(escape);
            int bytes = WriteUtf8(DecodeEscape(raw.Slice(escape), out int length), character);
            if (!plain.StartsWith(character.Slice(0, bytes)))
            {
                return false;
            }

            plain = plain.Slice(bytes);
            raw = raw.Slice(escape + length);
        }
    }

    /// <summary>Whether two raw strings have the same text.</summary>
    public static bool EqualsRaw(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (right.IndexOf((byte)'\\') < 0)
        {
            return EqualsPlain(left, right);
        }

        if (left.IndexOf((byte)'\\') < 0)
        {
            return EqualsPlain(right, left);
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(right.Length);
        bool equal = EqualsPlain(left, buffer.AsSpan(0, Unescape(right, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return equal;
    }

    /// <summary>The bytes of a text as UTF-8.</summary>
    internal static byte[] Utf8Of(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Bytes of the escape at the start of a raw text; a pair of surrogates counts as one escape. Tolerates what is malformed.</summary>
    internal static int EscapeLength(ReadOnlySpan<byte> raw)
    {
        _ = DecodeEscape(raw, out int length);
        return length;
    }

    /// <summary>The code point of the escape at the start of a raw text; U+FFFD for half a pair of surrogates and for what is malformed.</summary>
    /// <param name="raw">The text.</param>
    /// <param name="length">Bytes of the escape; a pair of surrogates is one escape.</param>
    internal static int DecodeEscape(ReadOnlySpan<byte> raw, out int length)
    {
        const int Malformed = 0xFFFD;
        length = Math.Min(2, raw.Length);
        if (raw.Length < 2)
        {
            return Malformed;
        }

        switch (raw[1])
        {
            case (byte)'b':
                return '\b';
            case (byte)'f':
                return '\f';
            case (byte)'n':
                return '\n';
            case (byte)'r':
                return '\r';
            case (byte)'t':
                return '\t';
            case (byte)'u':
                length = Math.Min(6, raw.Length);
                int unit = UnitOf(raw);
                if (IsHighSurrogate(unit) && UnitOf(raw.Slice(length)) is int low && IsLowSurrogate(low))
                {
                    length = LongestEscape;
                    return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                }

                return unit < 0 || IsHighSurrogate(unit) || IsLowSurrogate(unit) ? Malformed : unit;
            case < 0x80:
                return raw[1];
            default:
                return Malformed;
        }
    }

    private static int UnitOf(ReadOnlySpan<byte> raw)
    {
        if (raw.Length < 6 || raw[0] != '\\' || raw[1] != 'u')
        {
            return -1;
        }

        int unit = 0;
        for (int i = 2; i < 6; i++)
        {
            int digit = SyntaxReader.HexValue(raw[i]);
            if (digit < 0)
            {
                return -1;
            }

            unit = (unit << 4) | digit;
        }

        return unit;
    }

    private static bool IsHighSurrogate(int unit) => unit is >= 0xD800 and <= 0xDBFF;

    private static bool IsLowSurrogate(int unit) => unit is >= 0xDC00 and <= 0xDFFF;

    /// <summary>Number of code points of UTF-8 text.</summary>
    internal static long CountPlain(ReadOnlySpan<byte> plain)
    {
        long count = plain.Length;
        foreach (byte b in plain)
        {
            count -= (b & 0xC0) == 0x80 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The code point at a place, which moves behind it; U+FFFD for a byte that is malformed.</summary>
    internal static int DecodeUtf8(ReadOnlySpan<byte> text, ref int at)
    {
        int codePoint = Utf8Sequence.Decode(text, at, out int length);
        if (codePoint < 0)
        {
            (codePoint, length) = (0xFFFD, 1);
        }

        at += length;
        return codePoint;
    }

    private static int WriteUtf8(int codePoint, Span<byte> destination)
    {
        if (codePoint < 0x80)
        {
            destination[0] = (byte)codePoint;
            return 1;
        }

        if (codePoint < 0x800)
        {
            destination[0] = (byte)(0xC0 | (codePoint >> 6));
            destination[1] = (byte)(0x80 | (codePoint & 0x3F));
            return 2;
        }

        if (codePoint < 0x10000)
        {
            destination[0] = (byte)(0xE0 | (codePoint >> 12));
            destination[1] = (byte)(0x80 | ((codePoint >> 6) & 0x3F));
            destination[2] = (byte)(0x80 | (codePoint & 0x3F));
            return 3;
        }

        destination[0] = (byte)(0xF0 | (codePoint >> 18));
        destination[1] = (byte)(0x80 | ((codePoint >> 12) & 0x3F));
        destination[2] = (byte)(0x80 | ((codePoint >> 6) & 0x3F));
        destination[3] = (byte)(0x80 | (codePoint & 0x3F));
        return 4;
    }
}
