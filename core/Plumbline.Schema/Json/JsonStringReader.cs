namespace Plumbline.Schema.Json;

/// <summary>Reads one string token and reports what is wrong inside it.</summary>
internal readonly struct JsonStringReader(byte[] utf8, JsonTokenReader reader, bool hasHoles)
{
    /// <summary>Reads a string at its opening quote; returns its span.</summary>
    public ByteSpan Read()
    {
        int start = reader.At++;
        bool hasControl = false;
        while (reader.At < utf8.Length)
        {
            byte b = utf8[reader.At];
            if (b == (byte)'"')
            {
                reader.At++;
                return ByteSpan.Between(start, reader.At);
            }

            if (b == (byte)'\\')
            {
                ReadEscape();
            }
            else if (hasHoles && b == (byte)PositionedText.Hole)
            {
                reader.At++;
            }
            else if (b < 0x20)
            {
                if (!hasControl && b is (byte)'\n' or (byte)'\r' && !ClosesBehindBreak())
                {
                    return EndAtLineBreak(start);
                }

                // Once a string: a text that was wrapped for print is one fault.
                if (!hasControl)
                {
                    Report(SyntaxErrorKind.ControlCharacter, Rules.ControlCharacter, new ByteSpan(reader.At, 1), "no control character inside a string");
                    hasControl = true;
                }

                reader.At++;
            }
            else
            {
                ReadScalar();
            }
        }

        var span = ByteSpan.Between(start, utf8.Length);
        reader.Report(SyntaxErrorKind.UnterminatedString, utf8.Length, span, "a closing quote", new ByteSpan(utf8.Length, 0));
        return span;
    }

    private static bool IsHexDigit(int b) => b is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F';

    private void ReadEscape()
    {
        int backslash = reader.At;
        int letter = reader.ByteAt(reader.At + 1);
        switch (letter)
        {
            case -1:
                reader.At = utf8.Length;
                return;
            case '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't':
                reader.At += 2;
                return;
            case 'u':
                ReadUnicodeEscape(backslash);
                return;
            default:
                // A control character or a multi-byte one behind the backslash is looked at again, as text.
                reader.At += letter is < 0x20 or >= 0x80 ? 1 : 2;
                var escape = new ByteSpan(backslash, 2);
                reader.Report(SyntaxErrorKind.BadEscape, backslash + 1, escape, "one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u");
                return;
        }
    }

    private void ReadUnicodeEscape(int backslash)
    {
        int unit = HexUnit(backslash, out int stop);
        if (unit < 0)
        {
            reader.At = Math.Min(stop, utf8.Length);
            if (stop < utf8.Length)
            {
                reader.Report(SyntaxErrorKind.BadEscape, stop, ByteSpan.Between(backslash, stop + 1), "four hexadecimal digits after \\u");
            }

            return;
        }

        reader.At = backslash + 6;
        if (unit is < 0xD800 or > 0xDFFF)
        {
            return;
        }

        if (unit < 0xDC00)
        {
            int low = HexUnit(reader.At, out stop);
            if (low is >= 0xDC00 and <= 0xDFFF)
            {
                reader.At += 6;
                return;
            }

            if (low < 0 && stop >= utf8.Length)
            {
                // The text breaks off inside what may have become the other half.
                reader.At = utf8.Length;
                return;
            }
        }

        Report(SyntaxErrorKind.LoneSurrogate, Rules.LoneSurrogate, new ByteSpan(backslash, 6), "both halves of a surrogate pair");
    }

    // The unit of an escape \uXXXX, or -1 and the offset of the byte that is wrong (the length of the text where it breaks off).
    private int HexUnit(int backslash, out int stop)
    {
        int unit = 0;
        for (int i = 0; i < 6; i++)
        {
            stop = backslash + i;
            int b = reader.ByteAt(stop);
            bool good = i switch { 0 => b == '\\', 1 => b == 'u', _ => IsHexDigit(b) };
            if (!good)
            {
                return -1;
            }

            unit = i < 2 ? 0 : (unit << 4) | (b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10);
        }

        stop = backslash + 6;
        return unit;
    }

    private void ReadScalar()
    {
        if (Utf8Sequence.Decode(utf8, reader.At, out int length) < 0)
        {
            Report(SyntaxErrorKind.InvalidUtf8, Rules.InvalidUtf8, new ByteSpan(reader.At, length), "well-formed UTF-8");
        }

        reader.At += length;
    }

    // At a line break inside a string: whether the next quote looks like the closing one, so that the text was only wrapped. Else the
    // closing quote is missing, and the next quote opens another string.
    private bool ClosesBehindBreak()
    {
        int at = reader.At;
        while (at < utf8.Length && utf8[at] != (byte)'"')
        {
            at += utf8[at] == (byte)'\\' ? 2 : 1;
        }

        if (at >= utf8.Length)
        {
            return false;
        }

        at++;
        while (reader.ByteAt(at) is ' ' or '\t' or '\n' or '\r')
        {
            at++;
        }

        return reader.ByteAt(at) is -1 or ',' or '}' or ']' or ':';
    }

    private ByteSpan EndAtLineBreak(int start)
    {
        int lineBreak = reader.At;
        int end = reader.BackOverBlanks(reader.At, start + 1);
        if (end > start + 1 && utf8[end - 1] == (byte)',')
        {
            end = reader.BackOverBlanks(end - 1, start + 1);
        }

        reader.At = end;
        var span = ByteSpan.Between(start, end);
        reader.Report(new SyntaxError(SyntaxErrorKind.UnterminatedString, Rules.ControlCharacter, lineBreak, span, "a closing quote")
        {
            Repair = new ByteSpan(end, 0),
        });
        return span;
    }

    private void Report(SyntaxErrorKind kind, Rule rule, ByteSpan span, string expected) =>
        reader.Report(new SyntaxError(kind, rule, span.Start, span, expected));
}
