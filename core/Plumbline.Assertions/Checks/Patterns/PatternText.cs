namespace Plumbline.Patterns;

/// <summary>A pattern is not a regular expression of ECMA-262.</summary>
internal sealed class PatternException(string message, int offset) : FormatException(message)
{
    /// <summary>Where it stops being one, in UTF-16 code units.</summary>
    public int Offset { get; } = offset;
}

/// <summary>The text of a pattern and the place where it is read.</summary>
internal sealed class PatternText(string pattern)
{
    public int At { get; private set; }

    public bool AtEnd => At >= pattern.Length;

    public char Current => pattern[At];

    public PatternException Error(string message) => new(message, At);

    public char Take() => pattern[At++];

    public bool TryTake(char c)
    {
        if (AtEnd || pattern[At] != c)
        {
            return false;
        }

        At++;
        return true;
    }

    public int TakeCodePoint()
    {
        int codePoint = char.IsHighSurrogate(pattern[At]) && At + 1 < pattern.Length && char.IsLowSurrogate(pattern[At + 1])
            ? char.ConvertToUtf32(pattern[At], pattern[At + 1])
            : pattern[At];
        At += codePoint > 0xFFFF ? 2 : 1;
        return codePoint;
    }

    public bool PeekIs(int ahead, char c) => At + ahead < pattern.Length && pattern[At + ahead] == c;

    public bool PeekIsDigit(int ahead) => At + ahead < pattern.Length && pattern[At + ahead] is >= '0' and <= '9';

    public char PeekAfterBackslash() =>
        At + 1 < pattern.Length ? pattern[At + 1] : throw Error("a backslash at the end of the pattern");

    /// <summary>A decimal number; what exceeds <see cref="int"/> is clamped: no text is that long.</summary>
    public int TakeNumber()
    {
        int start = At;
        long number = 0;
        while (!AtEnd && Current is >= '0' and <= '9')
        {
            number = Math.Min((number * 10) + (Take() - '0'), int.MaxValue);
        }

        return At > start ? (int)number : throw Error("expected a number");
    }

    /// <summary>Hexadecimal digits, exactly so many.</summary>
    public int TakeHex(int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; i++)
        {
            int digit = AtEnd ? -1 : SyntaxReader.HexValue(Current);
            if (digit < 0)
            {
                throw Error($"expected {digits} hexadecimal digits");
            }

            value = (value << 4) | digit;
            At++;
        }

        return value;
    }

    /// <summary>What follows <c>\u</c>: <c>{10FFFF}</c>, four digits, or a pair of surrogates escaped one by one.</summary>
    public int TakeUnicodeEscape()
    {
        if (TryTake('{'))
        {
            long value = 0;
            int start = At;
            while (!AtEnd && SyntaxReader.HexValue(Current) is int digit and >= 0)
            {
                value = Math.Min((value << 4) | (uint)digit, CodePointSet.Last + 1);
                At++;
            }

            return At > start && value <= CodePointSet.Last && TryTake('}')
                ? (int)value
                : throw Error("expected a code point up to 10FFFF in braces");
        }

        int unit = TakeHex(4);
        if (unit is < 0xD800 or > 0xDBFF || !PeekIs(0, '\\') || !PeekIs(1, 'u') || PeekIs(2, '{'))
        {
            return unit;
        }

        // Half a pair; the other half belongs to it only if it is one.
        int rest = At;
        At += 2;
        int low = TakeHex(4);
        if (low is >= 0xDC00 and <= 0xDFFF)
        {
            return char.ConvertToUtf32((char)unit, (char)low);
        }

        At = rest;
        return unit;
    }

    /// <summary>The name of a group and its closing bracket.</summary>
    public string TakeGroupName()
    {
        int start = At;
        while (!AtEnd && Current != '>')
        {
            char c = Current;
            bool fits = char.IsLetter(c) || c is '_' or '$' || (At > start && (char.IsLetterOrDigit(c) || c is '\u200C' or '\u200D'));
            if (!fits)
            {
                throw Error("a group's name is made of letters, digits, \"_\" and \"$\"");
            }

            At++;
        }

        string name = pattern.Substring(start, At - start);
        return name.Length > 0 && TryTake('>') ? name : throw Error("a group's name ends with \">\"");
    }

    /// <summary>What stands between <c>\p{</c> and <c>}</c>.</summary>
    public string TakePropertyName()
    {
        int end = AtEnd || Current != '{' ? -1 : pattern.IndexOf('}', At);
        if (end < 0)
        {
            throw Error("after \"\\p\" comes \"{property}\"");
        }

        string name = pattern.Substring(At + 1, end - At - 1);
        At = end + 1;
        return name;
    }
}
