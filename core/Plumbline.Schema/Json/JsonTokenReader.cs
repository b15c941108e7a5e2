namespace Plumbline.Schema.Json;

/// <summary>Reads the tokens of a JSON text, reports what is wrong inside them, and skips what lies between them.</summary>
/// <remarks>Every method leaves <see cref="At"/> behind what it read and makes progress, so that the parser's loop ends on any input.</remarks>
internal sealed class JsonTokenReader(byte[] utf8)
{
    private const int MaxErrors = 100;

    /// <summary>Offset of the next byte to read.</summary>
    public int At { get; set; } = ByteOrderMark.Length(utf8);

    /// <summary>Length of the text.</summary>
    public int Length => utf8.Length;

    /// <summary>Whether the whole text has been read.</summary>
    public bool AtEnd => At >= utf8.Length;

    /// <summary>The byte at <see cref="At"/>; 0 at the end.</summary>
    public byte Current => At < utf8.Length ? utf8[At] : (byte)0;

    /// <summary>What was reported, in order of offset.</summary>
    public List<SyntaxError> Errors { get; } = [];

    /// <summary>Reports an error unless one stands at the same byte already: what follows from a fault is not told again.</summary>
    public void Report(SyntaxError error)
    {
        if (Errors.Count < MaxErrors && (Errors.Count == 0 || Errors[Errors.Count - 1].Offset < error.Offset))
        {
            Errors.Add(error);
        }
    }

    /// <summary>Reports an error of rule <c>malformed-json</c>, or <c>invalid-utf8</c> where the byte at fault is not even that.</summary>
    public void Report(SyntaxErrorKind kind, int offset, ByteSpan span, string expected, ByteSpan? repair = null, int opening = -1)
    {
        bool isUtf8 = offset >= utf8.Length || Utf8Scalar.Decode(utf8, offset, out _) >= 0;
        Rule rule = isUtf8 ? Rules.MalformedJson : Rules.InvalidUtf8;
        Report(new SyntaxError(kind, rule, offset, span, expected) { Repair = repair ?? span, Opening = opening });
    }

    /// <summary>Skips white space, and comments with a report.</summary>
    public void SkipSpace()
    {
        while (At < utf8.Length)
        {
            byte b = utf8[At];
            if (b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                At++;
            }
            else if (b != (byte)'/' || !SkipComment())
            {
                return;
            }
        }
    }

    /// <summary>Reads a string at its opening quote; returns its span.</summary>
    public ByteSpan ReadString()
    {
        int start = At++;
        bool hasControl = false;
        while (At < utf8.Length)
        {
            byte b = utf8[At];
            if (b == (byte)'"')
            {
                At++;
                return ByteSpan.Between(start, At);
            }

            if (b == (byte)'\\')
            {
                ReadEscape();
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
                    Report(new SyntaxError(SyntaxErrorKind.ControlCharacter, Rules.ControlCharacter, At, new ByteSpan(At, 1), "no control character inside a string"));
                    hasControl = true;
                }

                At++;
            }
            else
            {
                ReadScalar();
            }
        }

        var span = ByteSpan.Between(start, utf8.Length);
        Report(SyntaxErrorKind.UnterminatedString, utf8.Length, span, "a closing quote", new ByteSpan(utf8.Length, 0));
        return span;
    }

    /// <summary>Reads a number at its first byte; returns false, with a report, where it is not one of JSON's.</summary>
    public bool ReadNumber(out ByteSpan span)
    {
        int start = At;
        int at = At;
        if (utf8[at] == (byte)'-')
        {
            at++;
        }

        bool good = Byte(at) == '0' ? ++at > 0 : Digits(ref at);
        if (good && Byte(at) == '.')
        {
            at++;
            good = Digits(ref at);
        }

        if (good && Byte(at) is 'e' or 'E')
        {
            at++;
            at += Byte(at) is '+' or '-' ? 1 : 0;
            good = Digits(ref at);
        }

        if (good && !IsWordByte(Byte(at)))
        {
            At = at;
            span = ByteSpan.Between(start, at);
            return true;
        }

        // `at` is the byte that cannot continue a number; what belongs to the word is read with it.
        int end = at;
        while (end < utf8.Length && IsWordByte(utf8[end]))
        {
            end++;
        }

        At = Math.Max(end, start + 1);
        span = ByteSpan.Between(start, At);
        Report(SyntaxErrorKind.BadNumber, at, span, good ? "the end of a number" : "a digit");
        return false;
    }

    /// <summary>Reads <c>true</c>, <c>false</c> or <c>null</c>; else returns <see cref="JsonKind.Invalid"/> and the offset of the byte that fits none.</summary>
    public JsonKind ReadLiteral(out int mismatch)
    {
        (string word, JsonKind kind) = Current switch
        {
            (byte)'t' => ("true", JsonKind.True),
            (byte)'f' => ("false", JsonKind.False),
            (byte)'n' => ("null", JsonKind.Null),
            _ => ("", JsonKind.Invalid),
        };
        int matched = 0;
        while (matched < word.Length && Byte(At + matched) == word[matched])
        {
            matched++;
        }

        mismatch = At + matched;
        if (kind == JsonKind.Invalid || matched < word.Length || IsWordByte(Byte(mismatch)))
        {
            return JsonKind.Invalid;
        }

        At = mismatch;
        return kind;
    }

    /// <summary>Skips text without quotes to the next mark that structures JSON, or the end of the line; returns its span without trailing blanks.</summary>
    /// <param name="endsAtColon">Whether a colon ends it too, as it does a name.</param>
    public ByteSpan SkipUnquoted(bool endsAtColon)
    {
        int start = At++;
        while (At < utf8.Length && utf8[At] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)'"' or (byte)'\n' or (byte)'\r')
            && !(endsAtColon && utf8[At] == (byte)':'))
        {
            At++;
        }

        return ByteSpan.Between(start, BackOverBlanks(At, start + 1));
    }

    /// <summary>Skips a string in single quotes, to its closing quote or the end of the line.</summary>
    public ByteSpan SkipSingleQuoted()
    {
        int start = At++;
        while (At < utf8.Length && utf8[At] is not ((byte)'\'' or (byte)'\n' or (byte)'\r'))
        {
            At += utf8[At] == (byte)'\\' && At + 1 < utf8.Length ? 2 : 1;
        }

        At = Math.Min(At + (Byte(At) == '\'' ? 1 : 0), utf8.Length);
        return ByteSpan.Between(start, At);
    }

    /// <summary>Skips an array or object to its closing bracket, counting brackets outside strings only.</summary>
    public ByteSpan SkipNested()
    {
        int start = At;
        int depth = 0;
        bool inString = false;
        while (At < utf8.Length)
        {
            byte b = utf8[At++];
            if (b == (byte)'"')
            {
                inString = !inString;
            }
            else if (inString && b == (byte)'\\')
            {
                At = Math.Min(At + 1, utf8.Length);
            }
            else if (!inString && b is (byte)'{' or (byte)'[')
            {
                depth++;
            }
            else if (!inString && b is (byte)'}' or (byte)']' && --depth == 0)
            {
                break;
            }
        }

        return ByteSpan.Between(start, At);
    }

    /// <summary>The offset behind the last byte that is no white space, before <paramref name="end"/> and not before <paramref name="least"/>.</summary>
    public int BackOverBlanks(int end, int least)
    {
        while (end > least && utf8[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
        {
            end--;
        }

        return end;
    }

    /// <summary>Blanks between the start of the line and an offset; -1 where other text stands there.</summary>
    public int Indentation(int offset)
    {
        int at = offset;
        while (at > 0 && utf8[at - 1] is (byte)' ' or (byte)'\t')
        {
            at--;
        }

        return at == 0 || utf8[at - 1] is (byte)'\n' or (byte)'\r' ? offset - at : -1;
    }

    private static bool IsWordByte(int b) => b is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or '.' or '+' or '-' or >= 0x80;

    private static bool IsHexDigit(int b) => b is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F';

    private int Byte(int at) => at < utf8.Length ? utf8[at] : -1;

    private bool Digits(ref int at)
    {
        int start = at;
        while (Byte(at) is >= '0' and <= '9')
        {
            at++;
        }

        return at > start;
    }

    private bool SkipComment()
    {
        int start = At;
        int end;
        switch (Byte(At + 1))
        {
            case '/':
                end = At + 2;
                while (end < utf8.Length && utf8[end] is not ((byte)'\n' or (byte)'\r'))
                {
                    end++;
                }

                break;
            case '*':
                int close = utf8.AsSpan(At + 2).IndexOf("*/"u8);
                end = close < 0 ? utf8.Length : At + 2 + close + 2;
                break;
            default:
                return false;
        }

        At = end;
        Report(SyntaxErrorKind.Comment, start, ByteSpan.Between(start, end), "no comment: JSON has none");
        return true;
    }

    private void ReadEscape()
    {
        int backslash = At;
        int letter = Byte(At + 1);
        switch (letter)
        {
            case -1:
                At = utf8.Length;
                return;
            case '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't':
                At += 2;
                return;
            case 'u':
                ReadUnicodeEscape(backslash);
                return;
            default:
                // A control character or a multi-byte one behind the backslash is looked at again, as text.
                At += letter is < 0x20 or >= 0x80 ? 1 : 2;
                Report(SyntaxErrorKind.BadEscape, backslash + 1, new ByteSpan(backslash, 2), "one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u");
                return;
        }
    }

    private void ReadUnicodeEscape(int backslash)
    {
        int unit = HexUnit(backslash, out int stop);
        if (unit < 0)
        {
            At = Math.Min(stop, utf8.Length);
            if (stop < utf8.Length)
            {
                Report(SyntaxErrorKind.BadEscape, stop, ByteSpan.Between(backslash, stop + 1), "four hexadecimal digits after \\u");
            }

            return;
        }

        At = backslash + 6;
        if (unit is < 0xD800 or > 0xDFFF)
        {
            return;
        }

        if (unit < 0xDC00)
        {
            int low = HexUnit(At, out stop);
            if (low is >= 0xDC00 and <= 0xDFFF)
            {
                At += 6;
                return;
            }

            if (low < 0 && stop >= utf8.Length)
            {
                // The text breaks off inside what may have become the other half.
                At = utf8.Length;
                return;
            }
        }

        Report(new SyntaxError(SyntaxErrorKind.LoneSurrogate, Rules.LoneSurrogate, backslash, new ByteSpan(backslash, 6), "both halves of a surrogate pair"));
    }

    // The unit of an escape \uXXXX, or -1 and the offset of the byte that is wrong (the length of the text where it breaks off).
    private int HexUnit(int backslash, out int stop)
    {
        int unit = 0;
        for (int i = 0; i < 6; i++)
        {
            stop = backslash + i;
            int b = Byte(stop);
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
        if (Utf8Scalar.Decode(utf8, At, out int length) < 0)
        {
            Report(new SyntaxError(SyntaxErrorKind.InvalidUtf8, Rules.InvalidUtf8, At, new ByteSpan(At, length), "UTF-8"));
        }

        At += length;
    }

    // At a line break inside a string: whether the next quote looks like the closing one, so that the text was only wrapped. Else the
    // closing quote is missing, and the next quote opens another string.
    private bool ClosesBehindBreak()
    {
        int at = At;
        while (at < utf8.Length && utf8[at] != (byte)'"')
        {
            at += utf8[at] == (byte)'\\' ? 2 : 1;
        }

        if (at >= utf8.Length)
        {
            return false;
        }

        at++;
        while (Byte(at) is ' ' or '\t' or '\n' or '\r')
        {
            at++;
        }

        return Byte(at) is -1 or ',' or '}' or ']' or ':';
    }

    private ByteSpan EndAtLineBreak(int start)
    {
        int lineBreak = At;
        int end = BackOverBlanks(At, start + 1);
        if (end > start + 1 && utf8[end - 1] == (byte)',')
        {
            end = BackOverBlanks(end - 1, start + 1);
        }

        At = end;
        var span = ByteSpan.Between(start, end);
        Report(new SyntaxError(SyntaxErrorKind.UnterminatedString, Rules.ControlCharacter, lineBreak, span, "a closing quote") { Repair = new ByteSpan(end, 0) });
        return span;
    }
}
