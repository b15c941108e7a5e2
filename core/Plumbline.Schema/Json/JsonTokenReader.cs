namespace Plumbline.Schema.Json;

/// <summary>Reads the tokens of a JSON text, reports what is wrong inside them, and skips what lies between them.</summary>
/// <remarks>Every method leaves <see cref="At"/> behind what it read and makes progress, so that the parser's loop ends on any input.</remarks>
internal sealed class JsonTokenReader(byte[] utf8, bool hasHoles)
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

    /// <summary>The byte at an offset; -1 behind the text.</summary>
    public int ByteAt(int at) => at < utf8.Length ? utf8[at] : -1;

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
        bool isUtf8 = offset >= utf8.Length || Utf8Sequence.Decode(utf8, offset, out _) >= 0;
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
    public ByteSpan ReadString() => new JsonStringReader(utf8, this, hasHoles).Read();

    /// <summary>Whether a part of what stands at a span is not known.</summary>
    public bool HasHole(ByteSpan span) => hasHoles && utf8.AsSpan(span.Start, span.Length).IndexOf((byte)PositionedText.Hole) >= 0;

    /// <summary>Reads what stands in place of a value where a part of it is not known: <c>☐</c>, <c>1☐0</c>. Strings, arrays and objects are read as
    /// such.</summary>
    public bool SkipWordWithHole(out ByteSpan span)
    {
        int end = At;
        while (end < utf8.Length && (IsWordByte(utf8[end]) || utf8[end] == (byte)PositionedText.Hole))
        {
            end++;
        }

        span = ByteSpan.Between(At, end);
        if (!HasHole(span))
        {
            return false;
        }

        At = end;
        return true;
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

        bool good = ByteAt(at) == '0' ? ++at > 0 : Digits(ref at);
        if (good && ByteAt(at) == '.')
        {
            at++;
            good = Digits(ref at);
        }

        if (good && ByteAt(at) is 'e' or 'E')
        {
            at++;
            at += ByteAt(at) is '+' or '-' ? 1 : 0;
            good = Digits(ref at);
        }

        if (good && !IsWordByte(ByteAt(at)))
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

    /// <summary>Reads <c>true</c>, <c>false</c> or <c>null</c>; else returns <see cref="JsonKind.Invalid"/> and the offset of the byte that fits
    /// none.</summary>
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
        while (matched < word.Length && ByteAt(At + matched) == word[matched])
        {
            matched++;
        }

        mismatch = At + matched;
        if (kind == JsonKind.Invalid || matched < word.Length || IsWordByte(ByteAt(mismatch)))
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

        At = Math.Min(At + (ByteAt(At) == '\'' ? 1 : 0), utf8.Length);
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

    private bool Digits(ref int at)
    {
        int start = at;
        while (ByteAt(at) is >= '0' and <= '9')
        {
            at++;
        }

        return at > start;
    }

    private bool SkipComment()
    {
        int start = At;
        int end;
        switch (ByteAt(At + 1))
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
}
