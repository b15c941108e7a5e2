namespace Plumbline;

/// <summary>The tokens of the JSON grammar, for <see cref="JsonSyntax.FindFault"/>: each method takes one token or says what is wrong with it.</summary>
internal ref struct SyntaxReader(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;

    public int At { get; private set; }

    public SyntaxFault? Fault { get; private set; }

    public readonly bool AtEnd => At >= _text.Length;

    // -1 at the end, which equals no byte.
    public readonly int Peek() => At < _text.Length ? _text[At] : -1;

    public byte Take() => _text[At++];

    public void SkipSpace() => At = JsonSyntax.SkipSpace(_text, At);

    /// <summary>Whether only white space lies between the last such byte and here.</summary>
    public readonly bool IsAfter(byte before)
    {
        int at = At - 1;
        while (at >= 0 && JsonSyntax.IsSpace(_text[at]))
        {
            at--;
        }

        return at >= 0 && _text[at] == before;
    }

    public bool Malformed(string expected)
    {
        // A byte of no character at all says more about the file than the token that was due.
        bool illFormed = At < _text.Length && _text[At] >= 0x80 && Utf8Sequence.LengthAt(_text, At) == 0;
        return Wrong(illFormed ? Rules.InvalidUtf8 : Rules.MalformedJson, At, illFormed ? Utf8Sequence.Expected : expected);
    }

    public readonly SyntaxFault TextAfterValue()
    {
        bool illFormed = _text[At] >= 0x80 && Utf8Sequence.LengthAt(_text, At) == 0;
        return illFormed
            ? new SyntaxFault(Rules.InvalidUtf8, At, Utf8Sequence.Expected)
            : new SyntaxFault(Rules.TrailingText, At, "nothing after the value");
    }

    public bool Name(string expected)
    {
        if (Peek() != '"')
        {
            return Malformed(expected);
        }

        if (!String())
        {
            return false;
        }

        SkipSpace();
        if (Peek() != ':')
        {
            return Malformed("\":\"");
        }

        At++;
        return true;
    }

    public bool Scalar(string expected) => Peek() switch
    {
        '"' => String(),
        't' => Literal("true"u8, "true"),
        'f' => Literal("false"u8, "false"),
        'n' => Literal("null"u8, "null"),
        '-' or (>= '0' and <= '9') => Number(),
        _ => Malformed(expected),
    };

    private bool Literal(ReadOnlySpan<byte> literal, string name)
    {
        foreach (byte b in literal)
        {
            if (Peek() != b)
            {
                return Malformed(name);
            }

            At++;
        }

        return true;
    }

    private bool Number()
    {
        if (Peek() == '-')
        {
            At++;
        }

        if (Peek() == '0')
        {
            At++;
            if (IsDigit(Peek()))
            {
                return Malformed("a number without leading zero");
            }
        }
        else if (!Digits())
        {
            return false;
        }

        if (Peek() == '.')
        {
            At++;
            if (!Digits())
            {
                return false;
            }
        }

        if (Peek() is 'e' or 'E')
        {
            At++;
            if (Peek() is '+' or '-')
            {
                At++;
            }

            return Digits();
        }

        return true;
    }

    private bool Digits()
    {
        if (!IsDigit(Peek()))
        {
            return Malformed("a digit");
        }

        while (IsDigit(Peek()))
        {
            At++;
        }

        return true;
    }

    private bool String()
    {
        At++;
        while (true)
        {
            int b = Peek();
            switch (b)
            {
                case -1:
                    return Malformed("a closing quote");
                case '"':
                    At++;
                    return true;
                case '\\':
                    if (!Escape())
                    {
                        return false;
                    }

                    break;
                case < 0x20:
                    return Wrong(Rules.ControlCharacter, At, "an escape in place of the control character");
                case < 0x80:
                    At++;
                    break;
                default:
                    int length = Utf8Sequence.LengthAt(_text, At);
                    if (length == 0)
                    {
                        return Wrong(Rules.InvalidUtf8, At, Utf8Sequence.Expected);
                    }

                    At += length;
                    break;
            }
        }
    }

    private bool Escape()
    {
        int start = At++;
        switch (Peek())
        {
            case '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't':
                At++;
                return true;
            case 'u':
                At++;
                break;
            default:
                return Malformed("one of \"\\/bfnrtu");
        }

        if (!Hex4(out int unit))
        {
            return false;
        }

        const string Pair = "a pair of surrogates";
        if (unit is < 0xD800 or > 0xDFFF)
        {
            return true;
        }

        if (unit >= 0xDC00)
        {
            return Wrong(Rules.LoneSurrogate, start, Pair);
        }

        // Half a pair: \uDC00 to \uDFFF must follow. A text that ends inside of it is truncated, anything else leaves the first half alone.
        for (int i = 0; i < 6; i++, At++)
        {
            int b = Peek();
            bool fits = i switch
            {
                0 => b == '\\',
                1 => b == 'u',
                2 => b is 'd' or 'D',
                3 => b is (>= 'c' and <= 'f') or (>= 'C' and <= 'F'),
                _ => HexValue(b) >= 0,
            };
            if (!fits)
            {
                return b < 0 ? Malformed(Pair) : Wrong(Rules.LoneSurrogate, start, Pair);
            }
        }

        return true;
    }

    private bool Hex4(out int unit)
    {
        unit = 0;
        for (int i = 0; i < 4; i++, At++)
        {
            int digit = HexValue(Peek());
            if (digit < 0)
            {
                return Malformed("a hexadecimal digit");
            }

            unit = (unit << 4) | digit;
        }

        return true;
    }

    private bool Wrong(Rule rule, int offset, string expected)
    {
        Fault = new SyntaxFault(rule, offset, expected);
        return false;
    }

    private static bool IsDigit(int b) => b is >= '0' and <= '9';

    internal static int HexValue(int b) => b switch
    {
        >= '0' and <= '9' => b - '0',
        >= 'a' and <= 'f' => b - 'a' + 10,
        >= 'A' and <= 'F' => b - 'A' + 10,
        _ => -1,
    };
}
