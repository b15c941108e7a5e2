namespace Plumbline.Patterns;

/// <summary>Parses what stands for one code point: character classes and escapes.</summary>
internal sealed class ClassParser(PatternText text)
{
    /// <summary>A class, from its opening bracket.</summary>
    public CodePointSet Class()
    {
        text.Take();
        bool negated = text.TryTake('^');
        var ranges = new List<CodePointRange>();
        while (true)
        {
            if (text.AtEnd)
            {
                throw text.Error("a class is not closed");
            }

            if (text.TryTake(']'))
            {
                CodePointSet set = CodePointSet.Of(ranges);
                return negated ? ~set : set;
            }

            CodePointSet first = Atom();
            if (text.AtEnd || text.Current != '-' || text.PeekIs(1, ']'))
            {
                ranges.AddRange(first.Ranges);
                continue;
            }

            text.Take();
            if (text.AtEnd)
            {
                throw text.Error("a class is not closed");
            }

            CodePointSet last = Atom();
            if (!IsOne(first) || !IsOne(last))
            {
                throw text.Error("a range of a class begins and ends with one character");
            }

            if (first.Ranges[0].First > last.Ranges[0].First)
            {
                throw text.Error("a range of a class is out of order");
            }

            ranges.Add(new CodePointRange(first.Ranges[0].First, last.Ranges[0].First));
        }
    }

    /// <summary>An escape, from its backslash.</summary>
    public CodePointSet Escape(bool inClass)
    {
        char letter = text.PeekAfterBackslash();
        text.Take();
        if (letter is 'd' or 'D' or 's' or 'S' or 'w' or 'W')
        {
            text.Take();
            CodePointSet set = letter is 'd' or 'D' ? CodePointSet.Digits : letter is 's' or 'S' ? CodePointSet.Spaces : CodePointSet.WordCharacters;
            return char.IsUpper(letter) ? ~set : set;
        }

        if (letter is 'p' or 'P')
        {
            text.Take();
            int at = text.At;
            string name = text.TakePropertyName();
            CodePointSet set = UnicodeProperty.Find(name) ?? throw new PatternException($"the Unicode property \"{name}\" is not known", at);
            return letter == 'P' ? ~set : set;
        }

        return CodePointSet.Of(Character(letter, inClass));
    }

    private int Character(char letter, bool inClass)
    {
        switch (letter)
        {
            case 't':
                text.Take();
                return '\t';
            case 'n':
                text.Take();
                return '\n';
            case 'v':
                text.Take();
                return '\v';
            case 'f':
                text.Take();
                return '\f';
            case 'r':
                text.Take();
                return '\r';
            case 'b' when inClass:
                text.Take();
                return '\b';
            case '0' when !text.PeekIsDigit(1):
                text.Take();
                return 0;
            case 'c':
                text.Take();
                return !text.AtEnd && text.Current is ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
                    ? text.Take() % 32
                    : throw text.Error("after \"\\c\" comes a letter from A to Z");
            case 'x':
                text.Take();
                return text.TakeHex(2);
            case 'u':
                text.Take();
                return text.TakeUnicodeEscape();
            case >= ' ' and < '\u007F' when !char.IsLetterOrDigit(letter):
                // With the u flag only ^$\.*+?()[]{}|/ and, in a class, - may be escaped without need. Schemas in use escape other punctuation too
                // ("\&", "\-"), which can mean nothing but itself and never will: taken as Annex B.1.2 takes it.
                return text.Take();
            default:
                throw text.Error($"\"\\{letter}\" is no escape");
        }
    }

    private CodePointSet Atom() => text.Current == '\\' ? Escape(inClass: true) : CodePointSet.Of(text.TakeCodePoint());

    private static bool IsOne(CodePointSet set) => set.Ranges.Count == 1 && set.Ranges[0].First == set.Ranges[0].Last;
}
